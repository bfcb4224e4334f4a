import assert from "node:assert/strict";
import { test } from "node:test";
import type { Finding, Repair, Severity } from "../src/answer.ts";
import { inOrder, placeOf } from "../src/findings.ts";
import { Lines } from "../src/spans.ts";

const finding = (rule: string, severity: Severity, spans: Finding["spans"] = []): Finding => ({
  rule,
  severity,
  message: "",
  cells: [],
  spans,
});
const order = (findings: Finding[], repairs: Repair[] = []): string[] =>
  inOrder(findings, repairs).map(({ finding: { rule }, repair }) => `${rule}${repair < 0 ? "" : repair}`);

test("findings are ordered by severity, and within it as they came", () => {
  const findings = [finding("a", "info"), finding("b", "error"), finding("c", "warning"), finding("d", "error")];
  assert.deepEqual(order(findings), ["b", "d", "c", "a"]);
});

test("findings of one repair stand together where the first of them stands", () => {
  const of = (rule: string, equation: string): Finding => ({ ...finding(rule, "error"), equation });
  const findings = [finding("w", "warning"), of("a", "E.1"), of("b", "E.2"), finding("c", "error"), of("d", "E.1b")];
  const repairs = [
    { equations: ["E.2"], alternatives: [], proved: true },
    { equations: ["E.1", "E.1b"], alternatives: [], proved: true },
  ];
  assert.deepEqual(order(findings, repairs), ["a1", "d1", "b0", "c", "w"]);
});

test("a place is told as its lines", () => {
  const lines = new Lines("一\n二\n三\n四");
  assert.equal(placeOf(finding("a", "error", [[2, 3]]), lines), "第 2 行");
  assert.equal(placeOf(finding("a", "error", [[6, 7], [2, 3]]), lines), "第 2–4 行");
  assert.equal(placeOf(finding("a", "error", [[0, 2]]), lines), "第 1 行");
  assert.equal(placeOf(finding("a", "error"), lines), "全文");
});
