import assert from "node:assert/strict";
import { test } from "node:test";
import type { Cell, Finding, Severity, Span } from "../src/answer.ts";
import { cellAt, editBetween, hull, Lines, marksOf, moveMarks, segmentsOf } from "../src/spans.ts";

const finding = (severity: Severity, ...spans: Span[]): Finding => ({
  rule: "R",
  severity,
  message: "",
  cells: [],
  spans,
});
const cell = (id: string, begin: number, end: number): Cell => ({ id, value: 1, state: "printed", span: [begin, end] });

test("marks are cut where findings overlap, the worse severity wins and shared places are counted", () => {
  assert.deepEqual(marksOf([finding("error", [10, 20]), finding("error", [15, 25]), finding("warning", [0, 12])]), [
    { begin: 0, end: 10, severity: "warning", findings: 1 },
    { begin: 10, end: 12, severity: "error", findings: 1 },
    { begin: 12, end: 15, severity: "error", findings: 1 },
    { begin: 15, end: 20, severity: "error", findings: 2 },
    { begin: 20, end: 25, severity: "error", findings: 1 },
  ]);
});

test("informational findings and empty places leave no mark", () => {
  assert.deepEqual(marksOf([finding("info", [0, 5]), finding("error", [7, 7])]), []);
});

test("touching marks stay apart", () => {
  assert.deepEqual(
    marksOf([finding("error", [0, 2], [2, 4])]).map(({ begin, end }) => [begin, end]),
    [[0, 2], [2, 4]],
  );
});

test("the chosen places are cut out of the marks or added between them", () => {
  const marks = marksOf([finding("error", [10, 20])]);
  const [mark] = marks;
  assert.deepEqual(segmentsOf(marks, [[5, 12], [30, 30]]), [
    { begin: 5, end: 10, mark: undefined, chosen: true },
    { begin: 10, end: 12, mark, chosen: true },
    { begin: 12, end: 20, mark, chosen: false },
    { begin: 30, end: 30, mark: undefined, chosen: true },
  ]);
});

test("segments never overlap and never leave the marked places, whatever is chosen", () => {
  let seed = 7;
  const random = (below: number): number => {
    seed = (seed * 1103515245 + 12345) % 2147483648;
    return seed % below;
  };
  const span = (): Span => {
    const begin = random(60);
    return [begin, begin + random(12)];
  };
  for (let round = 0; round < 500; round++) {
    const findings = [finding("error", span(), span()), finding("warning", span(), span())];
    const chosen = [span(), span()];
    const segments = segmentsOf(marksOf(findings), chosen);
    let last = 0;
    const covered = new Set<number>();
    const lit = new Set<number>();
    for (const { begin, end, chosen: isChosen } of segments) {
      assert.ok(begin >= last && end >= begin);
      last = end;
      for (let at = begin; at < end; at++) {
        covered.add(at);
        if (isChosen) lit.add(at);
      }
    }
    const within = (spans: readonly Span[], at: number): boolean => spans.some(([b, e]) => b <= at && at < e);
    for (let at = 0; at < 80; at++) {
      const isChosen = within(chosen, at);
      assert.equal(lit.has(at), isChosen);
      assert.equal(covered.has(at), isChosen || findings.some(({ spans }) => within(spans, at)));
    }
  }
});

test("the caret finds the cell it is in or touches", () => {
  const cells = [cell("a", 5, 7), cell("b", 7, 8), cell("c", 20, 20), { id: "lost", value: null, state: "missing" } as const];
  assert.equal(cellAt(cells, 6, 6)?.id, "a");
  assert.equal(cellAt(cells, 7, 7)?.id, "b");
  assert.equal(cellAt(cells, 8, 8)?.id, "b");
  assert.equal(cellAt(cells, 20, 20)?.id, "c");
  assert.equal(cellAt(cells, 12, 12), undefined);
  assert.equal(cellAt(cells, 5, 8), undefined);
});

test("an edit is the one stretch that differs, and its ends never cross", () => {
  assert.deepEqual(editBetween("abcdef", "abXYef"), { begin: 2, oldEnd: 4, newEnd: 4 });
  assert.deepEqual(editBetween("aaa", "aa"), { begin: 2, oldEnd: 3, newEnd: 2 });
  assert.deepEqual(editBetween("", "ab"), { begin: 0, oldEnd: 0, newEnd: 2 });
  assert.deepEqual(editBetween("same", "same"), { begin: 4, oldEnd: 4, newEnd: 4 });
});

test("marks keep to their words while one types before, in and behind them", () => {
  const before = "收到申请 43 件，上年结转 2 件";
  const marks = marksOf([finding("error", [5, 7], [15, 16])]);
  const moved = (after: string): string[] =>
    moveMarks(marks, editBetween(before, after)).map(({ begin, end }) => after.slice(begin, end));
  assert.deepEqual(moved("全年收到申请 43 件，上年结转 2 件"), ["43", "2"]);
  assert.deepEqual(moved("收到申请 43 件，上年结转 2 件。"), ["43", "2"]);
  assert.deepEqual(moved("收到申请 413 件，上年结转 2 件"), ["2"]);
});

test("lines are counted from 1, and a line feed belongs to the line it ends", () => {
  const lines = new Lines("一\n二\n\n四");
  assert.deepEqual([0, 1, 2, 3, 4, 5, 99].map((at) => lines.at(at)), [1, 1, 2, 2, 3, 4, 4]);
  assert.equal(new Lines("").at(0), 1);
});

test("the hull reaches from the first place to the last", () => {
  assert.deepEqual(hull([[30, 31], [4, 6], [10, 12]]), [4, 31]);
  assert.equal(hull([]), undefined);
});
