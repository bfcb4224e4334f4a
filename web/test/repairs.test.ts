import assert from "node:assert/strict";
import { test } from "node:test";
import type { Repair } from "../src/answer.ts";
import { proposalsOf, settledBy } from "../src/repairs.ts";

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

test("of what is not tried, the first alternative is proposed", () => {
  const proposals = proposalsOf(repairs, new Map());
  assert.deepEqual([...proposals.keys()], ["a"]);
  assert.deepEqual(proposals.get("a"), { repair: 0, alternative: 0, from: 1, to: 2, tried: false, together: 1 });
  assert.deepEqual([...settledBy(repairs, new Map())], []);
});

test("what is tried takes its place, and settles the repair's equations", () => {
  const trials = new Map([[0, 1]]);
  const proposals = proposalsOf(repairs, trials);
  assert.deepEqual([...proposals.keys()], ["b", "c"]);
  assert.equal(proposals.get("c")?.tried, true);
  assert.equal(proposals.get("c")?.together, 2);
  assert.deepEqual([...settledBy(repairs, trials)], ["E.1", "E.2"]);
});
