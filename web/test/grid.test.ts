import assert from "node:assert/strict";
import { test } from "node:test";
import type { Equation, TableLayout } from "../src/answer.ts";
import { gridOf, nameOf, placeResiduals } from "../src/grid.ts";

// A small table with the features of the real ones: a corner, merged heads over and beside the cells.
const crossed: TableLayout = {
  id: "requests",
  title: "",
  section: "三",
  rows: [
    [{ h: "corner", r: 2, c: 2, s: "col" }, { h: "both", c: 2, s: "col" }],
    [{ h: "one", s: "col" }, { h: "total", s: "col" }],
    [{ h: "first", c: 2, s: "row" }, { id: "a.one" }, { id: "a.total" }],
    [{ h: "group", r: 2, s: "row" }, { h: "second", s: "row" }, { id: "b.one" }, { id: "b.total" }],
    [{ h: "third", s: "row" }, { id: "c.one" }, { id: "c.total" }],
  ],
};

const sideBySide: TableLayout = {
  id: "disputes",
  title: "",
  section: "四",
  rows: [
    [{ h: "left", c: 2, s: "col" }, { h: "right", c: 2, s: "col" }],
    [{ id: "l.one" }, { id: "l.total" }, { id: "r.one" }, { id: "r.total" }],
  ],
};

const stacked: TableLayout = {
  id: "disclosure",
  title: "",
  section: "二",
  rows: [
    [{ h: "item", c: 2, s: "col" }],
    [{ h: "row", s: "row" }, { id: "x" }],
    [{ h: "item", c: 2, s: "col" }],
    [{ h: "row", s: "row" }, { id: "y" }],
  ],
};

const equation = (id: string, cells: string[]): Equation => ({
  id,
  rule: id.replace(/\.\w+$/, ""),
  status: "pass",
  left: 0,
  right: 0,
  cells,
});

test("cells stand where HTML puts them beside and below merged heads", () => {
  const grid = gridOf(crossed);
  const at = (id: string): number[] => [grid.byId.get(id)?.row ?? -1, grid.byId.get(id)?.column ?? -1];
  assert.equal(grid.width, 4);
  assert.equal(grid.headRows, 2);
  assert.deepEqual(at("a.one"), [2, 2]);
  assert.deepEqual(at("b.total"), [3, 3]);
  assert.deepEqual(at("c.one"), [4, 2]);
});

test("heads further down leave a table without one common head", () => {
  assert.equal(gridOf(stacked).headRows, 0);
});

test("a row's equation stands at its end, a column's at its foot, one row for each rule", () => {
  const { ends, feet } = placeResiduals(gridOf(crossed), [
    equation("ROW.a", ["a.one", "a.total"]),
    equation("SUM.total", ["a.total", "b.total", "c.total"]),
    equation("SUM.one", ["a.one", "b.one", "c.one"]),
    equation("BALANCE.one", ["a.one", "c.one"]),
  ]);
  assert.deepEqual([...ends].map(([row, { id }]) => [row, id]), [[2, "ROW.a"]]);
  assert.deepEqual(
    feet.map(({ rule, equations }) => [rule, equations.map(({ equation: { id }, column }) => [id, column])]),
    [
      ["SUM", [["SUM.one", 2], ["SUM.total", 3]]],
      ["BALANCE", [["BALANCE.one", 2]]],
    ],
  );
});

test("several equations in one row stand below their own cells", () => {
  const { ends, feet } = placeResiduals(gridOf(sideBySide), [
    equation("SUM.l", ["l.one", "l.total"]),
    equation("SUM.r", ["r.one", "r.total"]),
  ]);
  assert.equal(ends.size, 0);
  assert.deepEqual(
    feet[0]?.equations.map(({ column, columns }) => [column, columns]),
    [[0, 2], [2, 2]],
  );
});

test("an equation over cells that the layout does not have is left out", () => {
  const { ends, feet } = placeResiduals(gridOf(crossed), [equation("ROW.z", ["z.one", "z.total"])]);
  assert.equal(ends.size + feet.length, 0);
});

test("a cell is called by the heads of its row, or else by those over its column", () => {
  assert.equal(nameOf(gridOf(crossed), "a.total"), "first · total");
  assert.equal(nameOf(gridOf(crossed), "c.one"), "groupthird · one");
  assert.equal(nameOf(gridOf(sideBySide), "r.one"), "right");
  assert.equal(nameOf(gridOf(stacked), "y"), "row · item");
  assert.equal(nameOf(gridOf(stacked), "z"), "z");
});
