import assert from "node:assert/strict";
import { test } from "node:test";
import type { Equation, Finding, Severity } from "../src/answer.ts";
import { figuresOf, placeOf, worstFirst } from "../src/findings.ts";
import { Lines } from "../src/spans.ts";

const finding = (rule: string, severity: Severity, spans: Finding["spans"] = []): Finding => ({
  rule,
  severity,
  message: "",
  cells: [],
  spans,
});
const equation = (left: number | null, right: number | null): Equation => ({
  id: "T3.ROW.new",
  rule: "T3.ROW",
  status: "fail",
  left,
  right,
  cells: [],
});

test("findings are ordered by severity, and within it as they came", () => {
  const order = worstFirst([
    finding("a", "info"),
    finding("b", "error"),
    finding("c", "warning"),
    finding("d", "error"),
  ]).map(({ rule }) => rule);
  assert.deepEqual(order, ["b", "d", "c", "a"]);
});

test("a place is told as its lines", () => {
  const lines = new Lines("一\n二\n三\n四");
  assert.equal(placeOf(finding("a", "error", [[2, 3]]), lines), "第 2 行");
  assert.equal(placeOf(finding("a", "error", [[6, 7], [2, 3]]), lines), "第 2–4 行");
  assert.equal(placeOf(finding("a", "error", [[0, 2]]), lines), "第 1 行");
  assert.equal(placeOf(finding("a", "error"), lines), "全文");
});

test("the equation's two sides are added where the message does not tell them", () => {
  assert.equal(figuresOf("合计 24，总计写 15", equation(24, 15)), "");
  assert.equal(figuresOf("合计 1,024，总计写 15", equation(1024, 15)), "");
  assert.equal(figuresOf("这一行不成立", equation(24, 15)), "24 − 15 = +9");
  assert.equal(figuresOf("合计 240，总计写 15", equation(24, 15)), "24 − 15 = +9");
  assert.equal(figuresOf("这一行不成立", equation(null, 15)), "");
});
