import assert from "node:assert/strict";
import { test } from "node:test";
import { isDeepStrictEqual } from "node:util";
import { type Assignment, CellEdits } from "../src/edits.ts";

/** Edits of cells that the report has figures in, with what `changed` was told. */
function given(printed: Record<string, string> = { a: "21", b: "3", c: "" }): { edits: CellEdits; told: string[][] } {
  const told: string[][] = [];
  const edits = new CellEdits(
    (cell) => printed[cell] ?? "",
    (cells) => told.push([...cells]),
  );
  return { edits, told };
}

const texts = (edits: CellEdits): Record<string, string> => Object.fromEntries(edits.list);

test("what is typed counts with each keystroke, and is one step when kept", () => {
  const { edits, told } = given();
  edits.type("a", "1");
  assert.deepEqual(texts(edits), { a: "1" });
  assert.equal(edits.undoable, false, "nothing to undo while it is typed");
  edits.type("a", "12");
  edits.keep();
  assert.deepEqual(texts(edits), { a: "12" });
  assert.deepEqual(told, [["a"], ["a"]], "keeping changes nothing");
  edits.undo();
  assert.deepEqual(texts(edits), {});
  assert.deepEqual([edits.undoable, edits.redoable], [false, true]);
  edits.redo();
  assert.deepEqual(texts(edits), { a: "12" });
  assert.deepEqual([edits.undoable, edits.redoable], [true, false]);
  assert.deepEqual(told.slice(2), [["a"], ["a"]]);
});

test("what is given up leaves the cell as it was before the box was opened, and no step", () => {
  const { edits, told } = given();
  edits.put([["a", "12"]]);
  edits.type("a", "7");
  edits.type("a", "77");
  edits.giveUp();
  assert.deepEqual(texts(edits), { a: "12" });
  edits.type("b", "9");
  edits.giveUp();
  assert.deepEqual(texts(edits), { a: "12" });
  assert.deepEqual(told, [["a"], ["a"], ["a"], ["a"], ["b"], ["b"]]);
  edits.giveUp();
  assert.equal(told.length, 6, "there is nothing to give up");
  edits.undo();
  assert.deepEqual(texts(edits), {});
  assert.equal(edits.undoable, false);
});

test("giving up what was typed leaves what can be redone", () => {
  const { edits } = given();
  edits.put([["a", "12"]]);
  edits.undo();
  edits.type("b", "4");
  edits.giveUp();
  assert.equal(edits.redoable, true);
  edits.redo();
  assert.deepEqual(texts(edits), { a: "12" });
});

test("what equals the print is no edit, nor a step, white space aside", () => {
  const { edits, told } = given();
  edits.type("a", " 21 ");
  edits.keep();
  edits.put([
    ["b", "3"],
    ["c", " "],
  ]);
  assert.deepEqual(texts(edits), {});
  assert.equal(edits.undoable, false);
  assert.deepEqual(told, [["a"]]);
});

test("a cell that is edited back to its print is no longer edited, and undoing brings the edit back", () => {
  const { edits } = given();
  edits.put([["a", "12"]]);
  edits.type("a", "21");
  assert.deepEqual(texts(edits), {});
  edits.keep();
  edits.undo();
  assert.deepEqual(texts(edits), { a: "12" });
  edits.put([["a", undefined]]);
  assert.deepEqual(texts(edits), {});
  edits.undo();
  assert.deepEqual(texts(edits), { a: "12" });
});

test("an emptied cell is an edit where the report has a figure", () => {
  const { edits } = given();
  edits.put([["a", ""]]);
  assert.deepEqual(texts(edits), { a: "" });
});

test("a block is one step, and tells of the cells that it changed only", () => {
  const { edits, told } = given();
  edits.put([["b", "4"]]);
  edits.put([
    ["a", "12"],
    ["b", "4"],
    ["c", "0"],
  ]);
  assert.deepEqual(told, [["b"], ["a", "c"]]);
  edits.undo();
  assert.deepEqual(texts(edits), { b: "4" });
  edits.redo();
  assert.deepEqual(texts(edits), { a: "12", b: "4", c: "0" });
});

test("whatever follows keeps what is being typed as a step of its own", () => {
  const { edits } = given();
  edits.type("a", "12");
  edits.type("b", "4");
  edits.put([["c", "5"]]);
  for (const expected of [{ a: "12", b: "4" }, { a: "12" }, {}]) {
    edits.undo();
    assert.deepEqual(texts(edits), expected);
  }
  edits.undo();
  assert.deepEqual(texts(edits), {}, "there is nothing before");
  edits.type("a", "9");
  edits.undo();
  assert.deepEqual(texts(edits), {}, "what is being typed is undone as a whole");
  edits.redo();
  assert.deepEqual(texts(edits), { a: "9" });
});

test("a new step ends what could be redone", () => {
  const { edits, told } = given();
  edits.put([["a", "12"]]);
  edits.undo();
  edits.put([["b", "4"]]);
  assert.equal(edits.redoable, false);
  const before = told.length;
  edits.redo();
  assert.deepEqual(texts(edits), { b: "4" });
  assert.equal(told.length, before);
});

test("another report: nothing is left, nor comes back", () => {
  const { edits, told } = given();
  edits.put([["a", "12"]]);
  edits.put([["b", "4"]]);
  edits.undo();
  edits.type("c", "1");
  edits.forget();
  const before = told.length;
  assert.deepEqual([texts(edits), edits.undoable, edits.redoable], [{}, false, false]);
  edits.undo();
  edits.redo();
  edits.keep();
  edits.giveUp();
  assert.deepEqual([texts(edits), edits.undoable, edits.redoable], [{}, false, false]);
  assert.equal(told.length, before);
});

test("200 random acts undone one by one, and redone, pass through every state", () => {
  const cells = Array.from({ length: 12 }, (_, at) => `c${at}`);
  const printed = Object.fromEntries(cells.map((cell, at) => [cell, String(at % 4)]));
  const { edits } = given(printed);
  let seed = 20240712;
  const below = (bound: number): number => {
    seed = (seed * 1103515245 + 12345) % 2147483648;
    return Math.floor((seed / 2147483648) * bound);
  };
  const text = (): string | undefined => ["", "0", "1", "2", "12", undefined][below(6)];
  const states = [texts(edits)];
  for (let act = 0; act < 200; act++) {
    if (below(2) === 0) {
      edits.put(cells.filter(() => below(4) === 0).map((cell): Assignment => [cell, text()]));
    } else {
      const cell = cells[below(cells.length)] ?? "";
      edits.type(cell, "9");
      edits.type(cell, text() ?? "0");
      if (below(4) === 0) edits.giveUp();
      else edits.keep();
    }
    const now = texts(edits);
    if (!isDeepStrictEqual(now, states[states.length - 1])) states.push(now);
  }
  assert.ok(states.length > 100);
  for (const state of states.slice(0, -1).reverse()) {
    edits.undo();
    assert.deepEqual(texts(edits), state);
  }
  assert.equal(edits.undoable, false);
  for (const state of states.slice(1)) {
    edits.redo();
    assert.deepEqual(texts(edits), state);
  }
  assert.equal(edits.redoable, false);
});
