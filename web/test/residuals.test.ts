import assert from "node:assert/strict";
import { test } from "node:test";
import type { Equation, EquationStatus } from "../src/answer.ts";
import { residualOf, signed } from "../src/residuals.ts";

const equation = (status: EquationStatus, left: number | null, right: number | null): Equation => ({
  id: "T3.ROW.new",
  rule: "T3.ROW",
  status,
  left,
  right,
  cells: [],
});

test("a difference carries its sign", () => {
  assert.equal(signed(9), "+9");
  assert.equal(signed(-1234), "−1,234");
  assert.equal(signed(1234567), "+1,234,567");
  assert.equal(signed(1234.5678), "+1,234.5678");
});

test("a failing equation shows left minus right, and its figures on hover", () => {
  const residual = residualOf(equation("fail", 15, 24));
  assert.equal(residual.text, "−9");
  assert.equal(residual.tone, "fail");
  assert.match(residual.title, /15 − 24 = −9/);
});

test("a failing equation without figures does not pretend to a difference", () => {
  assert.equal(residualOf(equation("fail", null, 3)).text, "✗");
});

test("each status has a sign of its own", () => {
  const signs = (["pass", "pass_blank_zero", "implied", "not_checked"] as const).map(
    (status) => residualOf(equation(status, 1, 1)).text,
  );
  assert.equal(new Set(signs).size, 4);
});
