// The roll-up: one report beside those of the units that it adds up, cell by cell. The sums are the core's.

import type { Answer } from "../answer.ts";
import { empty, make } from "../dom.ts";
import { messageOf } from "../finding_words.ts";
import { signed } from "../residuals.ts";
import { words as page } from "../words.ts";
import { type Line, search, sorted } from "./lines.ts";
import { markup, words } from "./words.ts";

/** So many that were not chosen are tried one by one when the sums differ. */
const tries = 20;

type Compared = NonNullable<Answer["rollup"]>["cells"];

const cellsOf = (answer: Answer | undefined): Compared => answer?.rollup?.cells ?? [];
const differingOf = (answer: Answer | undefined): Compared => cellsOf(answer).filter(({ value, sum }) => value !== sum);

function titleOf({ agency, year, path }: Line): string {
  return agency === null ? path : `${agency} ${year === null ? "" : page.meta.year(year)}`;
}

export interface RollUpHost {
  lines(): readonly Line[];
  /** Undefined when it was stopped. */
  check(parent: Line, units: readonly Line[]): Promise<Answer | undefined>;
  name(form: string | null, cell: string): string;
  open(parent: Line): void;
}

export class RollUp {
  readonly element = make("div", "batch-rollup");
  private lines: Line[] = [];
  private parent: Line | undefined;
  private units = new Set<Line>();
  private answer: Answer | undefined;
  /** With this one beside the others all sums are right. */
  private absent: Line | undefined;

  constructor(private readonly host: RollUpHost) {
    this.element.addEventListener("change", ({ target }) => {
      const select = this.part("select");
      if (target === select) this.choose(this.lines[(select as HTMLSelectElement).selectedIndex - 1]);
      else if (this.part(".batch-units").contains(target as Node)) this.mark(target as HTMLInputElement);
      else this.showCells();
    });
    this.element.addEventListener("input", ({ target }) => {
      if ((target as HTMLInputElement).type === "search") this.showUnits();
    });
    this.element.addEventListener("click", ({ target }) => this.press((target as HTMLElement).dataset["do"] ?? ""));
  }

  /** Those that a report was last added up from. */
  unitsOf(parent: Line): readonly Line[] {
    return this.parent === parent && this.answer !== undefined ? [...this.units] : [];
  }

  /** Anew, since reports may have come or gone, or the language changed. */
  show(): void {
    this.element.innerHTML = markup("rollup");
    this.lines = sorted(this.host.lines().filter(({ text }) => text !== null), "agency");
    const select = this.part("select") as HTMLSelectElement;
    for (const title of [words.choose, ...this.lines.map(titleOf)]) select.append(make("option", "", title));
    const { parent } = this;
    if (parent !== undefined && !this.lines.includes(parent)) {
      this.choose(undefined);
      return;
    }
    select.selectedIndex = parent === undefined ? 0 : this.lines.indexOf(parent) + 1;
    this.units = new Set(this.lines.filter((line) => this.units.has(line)));
    this.showUnits();
    this.showResult();
  }

  private part(selector: string): HTMLElement {
    return this.element.querySelector(selector) as HTMLElement;
  }

  private choose(parent: Line | undefined): void {
    this.parent = parent;
    this.units = new Set(this.lines.filter((line) => this.belongs(line)));
    this.changed();
  }

  private belongs(line: Line): boolean {
    return line !== this.parent && line.double === undefined && line.year === this.parent?.year;
  }

  private press(what: string): void {
    if (what === "all" || what === "none") {
      for (const line of this.found()) this.take(line, what === "all");
      this.changed();
    } else if (what === "add" && this.absent !== undefined) {
      this.units.add(this.absent);
      this.changed();
      void this.run();
    } else if (what === "run") {
      void this.run();
    } else if (what === "open" && this.parent !== undefined) {
      this.host.open(this.parent);
    }
  }

  private take(line: Line, chosen: boolean): void {
    if (chosen) this.units.add(line);
    else this.units.delete(line);
  }

  private mark(box: HTMLInputElement): void {
    this.take(this.found()[Number(box.value)] as Line, box.checked);
    this.answer = undefined;
    this.showCount();
    this.showResult();
  }

  private changed(): void {
    this.answer = undefined;
    this.showUnits();
    this.showResult();
  }

  /** Those of the report's own year first. */
  private found(): Line[] {
    const others = this.lines.filter((line) => line !== this.parent);
    const found = search(others, (this.part("input") as HTMLInputElement).value);
    return [...found.filter((line) => this.belongs(line)), ...found.filter((line) => !this.belongs(line))];
  }

  private showUnits(): void {
    const list = this.part(".batch-units");
    empty(list);
    this.found().forEach((line, at) => {
      const label = make("label");
      const box = make("input");
      box.type = "checkbox";
      box.value = String(at);
      box.checked = this.units.has(line);
      label.append(box, titleOf(line));
      label.title = line.path;
      list.append(label);
    });
    this.showCount();
  }

  private showCount(): void {
    const none = this.parent === undefined;
    const run = this.part('[data-do="run"]') as HTMLButtonElement;
    this.part("legend").textContent = words.units(this.units.size, this.lines.length - 1);
    this.part("fieldset").hidden = run.hidden = none;
    run.disabled = this.units.size === 0;
  }

  private async run(): Promise<void> {
    const { parent } = this;
    if (parent === undefined) return;
    const units = [...this.units];
    const chosen = (): boolean =>
      parent === this.parent && units.length === this.units.size && units.every((unit) => this.units.has(unit));
    const answer = await this.host.check(parent, units);
    if (!chosen()) return;
    this.answer = answer;
    this.absent = undefined;
    const left = this.lines.filter((line) => this.belongs(line) && !this.units.has(line));
    for (const one of differingOf(this.answer).length > 0 ? left.slice(0, tries) : []) {
      const tried = await this.host.check(parent, [...units, one]);
      if (tried === undefined || !chosen()) break;
      if (differingOf(tried).length === 0 && cellsOf(tried).length >= cellsOf(this.answer).length) this.absent = one;
      if (this.absent !== undefined) break;
    }
    if (!chosen()) return;
    this.showResult();
    this.part("h3").focus();
  }

  private showResult(): void {
    const { answer, absent } = this;
    const cells = cellsOf(answer).length;
    const differing = differingOf(answer).length;
    const units = answer?.rollup?.units.length ?? 0;
    // Units of another year, or cells that a unit does not tell, are said among the findings.
    const told = (answer?.findings ?? []).filter(({ rule }) => rule === "ROLLUP.SUM");
    const partly = differing === 0 && told.length > 0;
    this.part(".batch-result").hidden = answer === undefined;
    const head = this.part("h3");
    head.className = `verdict-${cells === 0 || partly ? "incomplete" : differing === 0 ? "consistent" : "inconsistent"}`;
    head.textContent = cells === 0 ? words.nothing : words.compared(cells, differing, units) + (partly ? words.partly : "");
    this.part(".batch-absent").hidden = absent === undefined;
    if (absent !== undefined) this.part(".batch-absent span").textContent = words.absent(titleOf(absent));
    const list = this.part("ul");
    empty(list);
    for (const finding of told) list.append(make("li", "", messageOf(finding)));
    this.showCells();
  }

  private showCells(): void {
    const { answer } = this;
    const table = this.part("table");
    const only = this.part(".batch-result input") as HTMLInputElement;
    const shown = only.checked ? differingOf(answer) : cellsOf(answer);
    table.hidden = shown.length === 0;
    empty(table);
    const [head, body] = [make("thead"), make("tbody")];
    const add = (into: HTMLElement, kind: string, texts: readonly string[]): void => {
      const row = make("tr", kind);
      texts.forEach((text, at) => {
        const cell = make(at === 0 || into === head ? "th" : "td", "", text);
        if (cell.tagName === "TH") cell.setAttribute("scope", into === head ? "col" : "row");
        row.append(cell);
      });
      into.append(row);
    };
    add(head, "", words.rollup);
    for (const { cell, value, sum } of shown) {
      // Figures with decimals are not exact in binary.
      const residual = value === sum ? "✓" : signed(Number((value - sum).toFixed(9)));
      add(body, value === sum ? "pass" : "fail", [
        this.host.name(answer?.form ?? null, cell),
        page.figure(value),
        page.figure(sum),
        residual,
      ]);
    }
    table.append(head, body);
  }
}
