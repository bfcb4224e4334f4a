// What stands at the end of a row or the foot of a column: whether its equation holds, and by how much not.

import type { Equation } from "./answer.ts";
import { words } from "./words.ts";

export type Tone = "pass" | "wait" | "fail" | "unchecked";

export interface Residual {
  readonly text: string;
  readonly spoken: string;
  readonly title: string;
  readonly tone: Tone;
}

export function signed(difference: number): string {
  return difference < 0 ? `−${words.figure(-difference)}` : `+${words.figure(difference)}`;
}

export function residualOf({ status, left, right }: Equation): Residual {
  switch (status) {
    case "pass":
      return { text: "✓", spoken: words.residual.pass, title: words.residual.pass, tone: "pass" };
    case "pass_blank_zero":
      return { text: "(✓)", spoken: words.residual.passBlankZero, title: words.residual.passBlankZero, tone: "pass" };
    case "implied":
      return { text: words.residual.impliedSign, spoken: "", title: words.residual.implied, tone: "wait" };
    case "fail": {
      if (left === null || right === null) {
        return { text: "✗", spoken: words.residual.failed, title: words.residual.failed, tone: "fail" };
      }
      const difference = signed(left - right);
      const title = words.residual.fail(words.figure(left), words.figure(right), difference);
      return { text: difference, spoken: words.residual.failed, title, tone: "fail" };
    }
    case "not_checked":
      return { text: words.residual.notCheckedSign, spoken: "", title: words.residual.notChecked, tone: "unchecked" };
  }
}
