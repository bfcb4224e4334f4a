import assert from "node:assert/strict";
import { test } from "node:test";
import type { TableLayout } from "../src/answer.ts";
import { fieldsOf, placed } from "../src/block.ts";
import { gridOf } from "../src/grid.ts";

// A table with a corner, and heads merged over its columns and beside its rows.
const crossed = gridOf({
  id: "requests",
  title: "",
  section: "三",
  rows: [
    [{ h: "corner", r: 2, c: 2, s: "col" }, { h: "both", c: 3, s: "col" }],
    [{ h: "one", s: "col" }, { h: "two", s: "col" }, { h: "total", s: "col" }],
    [{ h: "first", c: 2, s: "row" }, { id: "a.one" }, { id: "a.two" }, { id: "a.total" }],
    [{ h: "group", r: 2, s: "row" }, { h: "second", s: "row" }, { id: "b.one" }, { id: "b.two" }, { id: "b.total" }],
    [{ h: "third", s: "row" }, { id: "c.one" }, { id: "c.two" }, { id: "c.total" }],
  ],
} satisfies TableLayout);

// Tables one below the other, with heads between the rows and cells that are merged.
const stacked = gridOf({
  id: "disclosure",
  title: "",
  section: "二",
  rows: [
    [{ h: "article one", c: 3, s: "col" }],
    [{ h: "item", s: "col" }, { h: "made", s: "col" }, { h: "ended", s: "col" }],
    [{ h: "rules", s: "row" }, { id: "x.made" }, { id: "x.ended" }],
    [{ h: "article five", c: 3, s: "col" }],
    [{ h: "item", s: "col" }, { h: "decisions", c: 2, s: "col" }],
    [{ h: "permits", s: "row" }, { id: "y", c: 2 }],
  ],
} satisfies TableLayout);

test("rows by line ends of any kind and fields by tabs, without the last line end", () => {
  for (const end of ["\n", "\r\n", "\r"]) {
    for (const last of ["", end]) {
      assert.deepEqual(fieldsOf(`1\t2${end}3\t4${last}`), [["1", "2"], ["3", "4"]], JSON.stringify(end + last));
    }
  }
  assert.deepEqual(fieldsOf(" 1 \t　2　"), [["1", "2"]]);
});

test("blank fields and rows keep their place", () => {
  assert.deepEqual(fieldsOf("\t2\n\n3\t\r\n\r\n"), [["", "2"], [""], ["3", ""], [""]]);
  assert.deepEqual(fieldsOf("\n"), [[""]], "a blank cell, copied");
});

test("a blank last field is a field without a line end, too", () => {
  assert.deepEqual(fieldsOf("1\t"), [["1", ""]]);
  assert.deepEqual(fieldsOf("1\t2\n3\t"), [["1", "2"], ["3", ""]]);
});

test("a field in quotes may hold tabs, line ends and quotes", () => {
  assert.deepEqual(fieldsOf('"法律\r\n服务机构"\t3\r\n"a\tb"\t"说""一""句"\n'), [
    ["法律\r\n服务机构", "3"],
    ["a\tb", '说"一"句'],
  ]);
  assert.deepEqual(fieldsOf('""\t""\n'), [["", ""]]);
});

test("a quote that opens no field is one of its signs", () => {
  assert.deepEqual(fieldsOf('危及"三安全"\t"二\t3\n5'), [['危及"三安全"', '"二', "3"], ["5"]]);
  assert.deepEqual(fieldsOf('"一"二\t3'), [['"一"二', "3"]]);
});

test("any text comes to an end", () => {
  const signs = ['"', "\t", "\r", "\n", "1", " "];
  for (let at = 0; at < 6 ** 5; at++) {
    const text = Array.from({ length: 5 }, (_, place) => signs[Math.floor(at / 6 ** place) % 6]).join("");
    assert.ok(fieldsOf(text).length <= 6, JSON.stringify(text));
  }
});

test("a single value goes to the cell, whatever it is", () => {
  assert.deepEqual(placed(crossed, "b.two", [["12"]]), [["b.two", "12"]]);
  assert.deepEqual(placed(crossed, "c.total", [["见附件"]]), [["c.total", "见附件"]]);
  assert.deepEqual(placed(crossed, "a.one", [[""]]), [["a.one", ""]]);
});

test("a block goes to the cells from there on, and what reaches beyond the table is cut", () => {
  assert.deepEqual(placed(crossed, "a.one", [["1", "2"], ["3", "4"]]), [
    ["a.one", "1"],
    ["a.two", "2"],
    ["b.one", "3"],
    ["b.two", "4"],
  ]);
  assert.deepEqual(placed(crossed, "b.two", [["1", "2", "3"], ["4", "5", "6"], ["7", "8", "9"]]), [
    ["b.two", "1"],
    ["b.total", "2"],
    ["c.two", "4"],
    ["c.total", "5"],
  ]);
  assert.deepEqual(placed(crossed, "c.total", [["1", "2"], ["3", "4"]]), [["c.total", "1"]]);
});

test("a row shorter than the others leaves its last cells alone", () => {
  assert.deepEqual(placed(crossed, "a.one", [["1", "2", "3"], ["4"]]), [
    ["a.one", "1"],
    ["a.two", "2"],
    ["a.total", "3"],
    ["b.one", "4"],
  ]);
});

test("blank fields empty their cells", () => {
  assert.deepEqual(placed(crossed, "a.one", [["", "2"], ["3", ""]]), [
    ["a.one", ""],
    ["a.two", "2"],
    ["b.one", "3"],
    ["b.two", ""],
  ]);
});

test("labels before the figures are left out, be they merged over rows and columns", () => {
  const block = [
    ["first", "", "1", "2", "3"],
    ["group", "second", "4", "5", "9"],
    ["", "third", "1,234", "+6", "-7"],
  ];
  assert.deepEqual(placed(crossed, "a.one", block), [
    ["a.one", "1"],
    ["a.two", "2"],
    ["a.total", "3"],
    ["b.one", "4"],
    ["b.two", "5"],
    ["b.total", "9"],
    ["c.one", "1,234"],
    ["c.two", "+6"],
    ["c.total", "-7"],
  ]);
});

test("rows of figures go to the rows of cells, over the heads that stand between", () => {
  assert.deepEqual(placed(stacked, "x.made", [["4", "1"], ["967"]]), [
    ["x.made", "4"],
    ["x.ended", "1"],
    ["y", "967"],
  ]);
});

test("no field moves to a neighbour's cell because the row begins with a blank or a placeholder", () => {
  for (const first of ["", "/", "－", "３"]) {
    assert.deepEqual(
      placed(crossed, "a.two", [[first, "1", "2"], ["3", "4", "5"]]),
      [["a.two", first], ["a.total", "1"], ["b.two", "3"], ["b.total", "4"]],
      JSON.stringify(first),
    );
  }
});

test("a table pasted with the heads that stand between its rows goes to the same places", () => {
  const block = [
    ["rules", "4", "1"],
    ["article five", "", ""],
    ["item", "decisions", ""],
    ["permits", "967", ""],
  ];
  assert.deepEqual(placed(stacked, "x.made", block), [
    ["x.made", "4"],
    ["x.ended", "1"],
    ["y", "967"],
  ]);
});

test("a cell that the table does not have takes nothing", () => {
  assert.deepEqual(placed(crossed, "z.one", [["1", "2"]]), []);
  assert.deepEqual(placed(crossed, "a.one", [[]]), []);
});
