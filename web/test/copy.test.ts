import assert from "node:assert/strict";
import { test } from "node:test";
import type { Cell, TableLayout } from "../src/answer.ts";
import { tableHtml, tablesHtml, tablesTsv, tableTsv, type TableContent } from "../src/handover/copy_table.ts";

const layout: TableLayout = {
  id: "disclosure",
  title: "主动公开",
  section: "二",
  rows: [
    [{ h: "<项>", r: 2, c: 2, s: "col" }, { h: "数", c: 2, s: "col" }],
    [{ h: "甲", s: "col" }, { h: "乙", s: "col" }],
    [{ h: "组", r: 2, s: "row" }, { h: "一", s: "row" }, { id: "a" }, { id: "b" }],
    [{ h: "二", s: "row" }, { id: "c", c: 2 }],
  ],
};

const cell = (id: string, value: number | null, state: Cell["state"], more: Partial<Cell> = {}): Cell => ({ id, value, state, ...more });
const content = (...cells: Cell[]): TableContent => ({ layout, cells: new Map(cells.map((one) => [one.id, one])) });

/** Rows of `[text, rowspan, colspan]`. */
const read = (html: string): (string | number)[][][] =>
  html
    .split("<tr>")
    .slice(1)
    .map((row) =>
      [...row.matchAll(/<td(?: rowspan="(\d)")?(?: colspan="(\d)")? style="[^"]*">([^<]*)<\/td>/g)].map(
        ([, rows, columns, text]) => [text ?? "", Number(rows ?? 1), Number(columns ?? 1)],
      ),
    );

test("heads and cells are merged as on the form", () => {
  const html = tableHtml(content(cell("a", 1234, "printed", { text: "1,234" }), cell("b", 58.36, "printed"), cell("c", -3, "printed")));
  assert.deepEqual(read(html), [
    [["&#60;项&#62;", 2, 2], ["数", 1, 2]],
    [["甲", 1, 1], ["乙", 1, 1]],
    [["组", 2, 1], ["一", 1, 1], ["1234", 1, 1], ["58.36", 1, 1]],
    [["二", 1, 1], ["-3", 1, 2]],
  ]);
});

test("merged places are empty fields", () => {
  const tsv = tableTsv(content(cell("a", 1, "printed"), cell("b", 2, "printed"), cell("c", 3, "printed")));
  assert.deepEqual(tsv.split("\r\n"), ["<项>\t\t数\t", "\t\t甲\t乙", "组\t一\t1\t2", "\t二\t3\t"]);
});

test("what is not printed stays empty, inferred or not; a placeholder stays as it is; what was edited counts", () => {
  const cells = content(
    cell("a", null, "blank", { inferred: 7 }),
    cell("b", null, "placeholder", { text: " / " }),
    cell("c", 12, "printed", { text: "12", edited: { state: "printed", value: 21, text: "21" } }),
  );
  assert.equal(tableTsv(cells).split("\r\n").slice(2).join("|"), "组\t一\t\t/|\t二\t12\t");
  assert.doesNotMatch(tableHtml(cells), />(7|21)</);
});

test("what is read cannot become markup, a formula or another field", () => {
  const cells = content(cell("a", null, "unreadable", { text: '<b>"见\t附件"' }), cell("b", null, "unreadable", { text: "=1+1" }));
  const html = tableHtml(cells);
  assert.match(html, />&#60;b&#62;&#34;见 附件&#34;</);
  assert.match(html, /mso-number-format:&#34;\\@&#34;">=1\+1</);
  assert.equal(tableTsv(cells).split("\r\n")[2], "组\t一\t<b>\"见 附件\"\t'=1+1");
});

test("all tables stand under their headings", () => {
  assert.match(tablesHtml([content(), content()]), /^<p>二、主动公开<\/p>\n<table[^]*<\/table>\n<p>二、主动公开<\/p>\n<table[^]*<\/table>$/);
  assert.equal(tablesTsv([content()]).split("\r\n")[0], "二、主动公开");
});
