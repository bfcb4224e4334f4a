// The list of findings, worst first.

import type { Equation, Finding, Severity } from "./answer.ts";
import { empty, make } from "./dom.ts";
import { signed } from "./residuals.ts";
import { hull, type Lines } from "./spans.ts";
import { words } from "./words.ts";

const rank: Record<Severity, number> = { error: 0, warning: 1, info: 2 };

/** Worst first, else as the core gave them. */
export function worstFirst(findings: readonly Finding[]): Finding[] {
  return findings
    .map((finding, at) => ({ finding, at }))
    .sort((one, other) => rank[one.finding.severity] - rank[other.finding.severity] || one.at - other.at)
    .map(({ finding }) => finding);
}

export function placeOf(finding: Finding, lines: Lines): string {
  const place = hull(finding.spans);
  if (place === undefined) return words.findings.noPlace;
  const first = lines.at(place[0]);
  const last = lines.at(Math.max(place[0], place[1] - 1));
  return first === last ? words.findings.line(first) : words.findings.lines(first, last);
}

/** The two sides of a finding's equation, where its message does not already tell them. */
export function figuresOf(message: string, equation: Equation | undefined): string {
  if (equation === undefined || equation.left === null || equation.right === null) return "";
  const { left, right } = equation;
  const figures = (message.match(/\d[\d,]*/g) ?? []).map((figure) => Number(figure.replace(/,/g, "")));
  if (figures.includes(Math.abs(left)) && figures.includes(Math.abs(right))) return "";
  return `${words.figure(left)} − ${words.figure(right)} = ${left === right ? "0" : signed(left - right)}`;
}

export class FindingList {
  private shown: readonly Finding[] = [];
  private key = "";

  constructor(
    private readonly list: HTMLOListElement,
    private readonly none: HTMLElement,
    private readonly count: HTMLElement,
    private readonly chosen: (finding: Finding) => void,
  ) {
    list.addEventListener("click", (event) => this.choose(event));
    list.addEventListener("keydown", (event) => this.keydown(event));
    this.clear();
  }

  clear(): void {
    this.shown = [];
    this.key = "";
    empty(this.list);
    this.count.textContent = "";
    this.none.hidden = true;
  }

  show(findings: readonly Finding[], equations: ReadonlyMap<string, Equation>, lines: Lines): void {
    this.shown = worstFirst(findings);
    const of = (severity: Severity): number => findings.filter((finding) => finding.severity === severity).length;
    this.count.textContent = words.findings.count(of("error"), of("warning"), of("info"));
    this.none.hidden = findings.length > 0;
    const rows = this.shown.map((finding) => {
      const equation = equations.get(finding.equation ?? "");
      return [finding.message, figuresOf(finding.message, equation), placeOf(finding, lines)] as const;
    });
    const key = JSON.stringify([this.shown.map(({ rule, severity }) => rule + severity), rows]);
    if (key === this.key) return;
    this.key = key;
    empty(this.list);
    this.shown.forEach((finding, at) => {
      const [message, figures, place] = rows[at] ?? ["", "", ""];
      const item = make("li");
      const button = make("button", "finding");
      item.dataset["rule"] = finding.rule;
      item.dataset["severity"] = finding.severity;
      item.tabIndex = -1;
      button.type = "button";
      const text = make("span", "finding-message", message);
      if (figures !== "") text.append(" ", make("span", "finding-figures", figures));
      button.append(make("span", "finding-severity", words.severity[finding.severity]), text);
      const source = words.basis[finding.basis ?? ""] ?? "";
      const basis = make("span", "finding-basis", source);
      if ((finding.basis_text ?? "") !== "") basis.title = finding.basis_text ?? "";
      if (finding.basis === "official") basis.classList.add("official");
      button.append(basis, make("span", "finding-place", place));
      item.append(button);
      this.list.append(item);
    });
  }

  /** Marks the finding that is shown in the text and the tables, if any. */
  mark(finding: Finding | undefined): void {
    Array.from(this.list.children).forEach((item, at) => {
      if (finding !== undefined && this.shown[at] === finding) item.setAttribute("aria-current", "true");
      else item.removeAttribute("aria-current");
    });
  }

  private at(event: Event): number {
    const item = event.target instanceof Element ? event.target.closest("li") : null;
    return item === null ? -1 : Array.from(this.list.children).indexOf(item);
  }

  private choose(event: Event): void {
    const finding = this.shown[this.at(event)];
    if (finding !== undefined) this.chosen(finding);
  }

  private keydown(event: KeyboardEvent): void {
    const at = this.at(event);
    if (at < 0) return;
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      const next = this.list.children[at + (event.key === "ArrowDown" ? 1 : -1)];
      next?.querySelector("button")?.focus();
      event.preventDefault();
    } else if ((event.key === "Enter" || event.key === " ") && event.target instanceof HTMLLIElement) {
      this.choose(event);
      event.preventDefault();
    }
  }
}
