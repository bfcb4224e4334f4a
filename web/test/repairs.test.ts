import assert from "node:assert/strict";
import { test } from "node:test";
import type { Repair } from "../src/answer.ts";
import { proposalsOf } from "../src/repairs.ts";

const change = (cell: string, to: number): Repair["alternatives"][number]["changes"][number] => ({ cell, from: 1, to });
const repairs: Repair[] = [
  {
    equations: ["E.1", "E.2"],
    alternatives: [
      { changes: [change("a", 2)], kind: "other" },
      { changes: [change("b", 3), change("c", 4)], kind: "other" },
    ],
    proved: true,
  },
  { equations: ["E.3"], alternatives: [], proved: false },
];

test("for each cell of a repair's first alternative its change is proposed", () => {
  const proposals = proposalsOf(repairs);
  assert.deepEqual([...proposals], [["a", { repair: 0, from: 1, to: 2, together: 1 }]]);
});

test("cells that change together say how many they are, and of which repair", () => {
  const row = { equations: ["E.4"], alternatives: [{ changes: [change("b", 3), { cell: "c", from: null, to: 0 }], kind: "other" }], proved: true };
  const proposals = proposalsOf([...repairs, row]);
  assert.deepEqual([...proposals.keys()], ["a", "b", "c"]);
  assert.deepEqual(proposals.get("c"), { repair: 2, from: null, to: 0, together: 2 });
});

test("nothing is proposed where nothing fails", () => {
  assert.equal(proposalsOf([]).size, 0);
});
