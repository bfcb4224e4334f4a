// What the signs in the tables mean: only those that are there.

import type { Cell, Equation } from "./answer.ts";
import { empty, make } from "./dom.ts";
import { words } from "./words.ts";

type Sign = keyof typeof words.legend;

const signsNow = (): Record<Sign, string> => ({
  blank: "",
  placeholder: "/",
  unreadable: words.cell.sign.unreadable,
  missing: words.cell.sign.missing,
  ambiguous: words.cell.sign.ambiguous,
  inferred: "5",
  failing: "",
  implied: words.residual.impliedSign,
  notChecked: words.residual.notCheckedSign,
  edited: "",
});

export function signsIn(cells: readonly Cell[], equations: readonly Equation[]): Sign[] {
  const states = new Set<string>(cells.map(({ state }) => state));
  const statuses = new Set<string>(equations.map(({ status }) => status));
  const there: Record<Sign, boolean> = {
    blank: states.has("blank"),
    placeholder: states.has("placeholder"),
    unreadable: states.has("unreadable"),
    missing: states.has("missing"),
    ambiguous: states.has("ambiguous"),
    inferred: cells.some(({ inferred }) => (inferred ?? null) !== null),
    failing: statuses.has("fail"),
    implied: statuses.has("implied"),
    notChecked: statuses.has("not_checked"),
    edited: cells.some(({ edited }) => edited !== undefined),
  };
  return (Object.keys(there) as Sign[]).filter((sign) => there[sign]);
}

export function showLegend(list: HTMLElement, cells: readonly Cell[], equations: readonly Equation[]): void {
  const there = signsIn(cells, equations);
  list.hidden = there.length === 0;
  const shown = Array.from(list.children, (item) => item.lastChild?.nodeValue);
  if (shown.join() === there.map((sign) => words.legend[sign]).join()) return;
  empty(list);
  const signs = signsNow();
  for (const sign of there) {
    const item = make("li");
    const swatch = make("span", "swatch", signs[sign]);
    swatch.dataset["sign"] = sign;
    swatch.setAttribute("aria-hidden", "true");
    item.append(swatch, words.legend[sign]);
    list.append(item);
  }
}
