// The review sheet: one answer on A4 paper, to be printed from the page or kept as a file of its own.

import type { Answer, Cell, Equation, Finding, Form, Forms, Severity, Table, TableLayout } from "../answer.ts";
import { faceOf, printedOf } from "../cells.ts";
import { make } from "../dom.ts";
import { basisOf, messageOf } from "../finding_words.ts";
import { inOrder, placeOf } from "../findings.ts";
import { type Grid, gridOf, isHead, isTall, nameOf, placeResiduals } from "../grid.ts";
import { language } from "../language.ts";
import { flowOf, flowPicture, lacking } from "../pictures/flow.ts";
import { residualOf, signed } from "../residuals.ts";
import { Lines } from "../spans.ts";
import { isThere, layoutOf } from "../tables.ts";
import { verdictOf } from "../verdict.ts";
import { words as pageWords } from "../words.ts";
import { sha256 } from "./sha256.ts";
import { words } from "./words.ts";

declare const version: string;

export interface ReviewInput {
  readonly answer: Answer;
  readonly forms: Forms;
  /** What was checked. */
  readonly text: string;
  /** The file's name, or empty. */
  readonly file: string;
  readonly checked: Date;
}

const marks = { error: "✗", warning: "△", info: "·" } satisfies Record<Severity, string>;
/** Of the changes that are as small as each other, and of the cells of one. */
const most = { alternatives: 5, changes: 12 };

class Review {
  readonly element = make("article", "review");
  private readonly form: Form | undefined;
  private readonly cells: ReadonlyMap<string, Cell>;
  private readonly grids = new Map<string, { layout: TableLayout; grid: Grid }>();
  private readonly findings: readonly Finding[];
  /** By cell, the numbers of its findings. */
  private readonly numbers = new Map<string, number[]>();
  private readonly failing = new Map<string, number>();

  constructor(private readonly input: ReviewInput) {
    const { answer, forms } = input;
    this.form = forms.forms.find(({ id }) => id === answer.form);
    this.cells = new Map(answer.cells.map((cell) => [cell.id, cell]));
    this.findings = inOrder(answer.findings, answer.repairs).map(({ finding }) => finding);
    for (const table of answer.tables) {
      const layout = layoutOf(forms, answer, table);
      if (layout !== undefined) this.grids.set(table.id, { layout, grid: gridOf(layout) });
    }
    this.findings.forEach(({ cells }, at) => {
      for (const cell of cells) this.numbers.set(cell, [...(this.numbers.get(cell) ?? []), at + 1]);
    });
    for (const { status, cells } of answer.equations) {
      if (status === "fail") for (const cell of cells) this.failing.set(cell, (this.failing.get(cell) ?? 0) + 1);
    }
    this.build();
  }

  private nameOf(id: string): string {
    const { layout, grid } = this.grids.get(id.split(".")[0] ?? "") ?? {};
    return layout && grid ? `${pageWords.table.name(layout.section)}「${nameOf(grid, id)}」` : id;
  }

  private build(): void {
    const { answer } = this.input;
    this.element.lang = language() === "en" ? "en" : "zh-CN";
    this.element.append(make("h1", "", words.title), this.facts(), this.verdict());
    if (answer.verdict !== "unreadable" && answer.verdict !== "unknown_form") {
      const edits = this.edits();
      if (edits !== undefined) this.section(words.edits, pageWords.edits.some(edits.childElementCount), edits);
      this.section(words.findings, "", this.findingList());
      if (answer.repairs.length > 0) this.section(words.proposals, words.noteProposals, this.proposals());
      this.section(words.tables, words.noteTables, ...answer.tables.map((table) => this.sheet(table)));
      this.picture();
    }
    this.element.append(this.signature(), this.footer());
  }

  private section(title: string, note: string, ...content: HTMLElement[]): void {
    const section = make("section");
    section.append(make("h2", "", title));
    if (note !== "") section.append(make("p", "note", note));
    section.append(...content);
    this.element.append(section);
  }

  private facts(): HTMLElement {
    const { answer, file, checked } = this.input;
    const list = make("dl");
    const { facts } = words;
    const two = (value: number): string => String(value).padStart(2, "0");
    const day = [checked.getFullYear(), two(checked.getMonth() + 1), two(checked.getDate())].join("-");
    const told = {
      [facts.agency]: answer.agency ?? words.unknown,
      [facts.year]: answer.year === null ? words.unknown : words.year(answer.year),
      [facts.form]: this.form?.document ?? words.unknown,
      [facts.file]: file || words.pasted,
      [facts.checked]: `${day} ${two(checked.getHours())}:${two(checked.getMinutes())}`,
    };
    for (const [name, value] of Object.entries(told)) {
      const pair = make("div");
      pair.append(make("dt", "", name), make("dd", "", value));
      list.append(pair);
    }
    return list;
  }

  private verdict(): HTMLElement {
    const { answer } = this.input;
    const { sentence, note } = verdictOf(answer, this.form?.tables ?? []);
    const count = (severity: Severity): number => answer.findings.filter((finding) => finding.severity === severity).length;
    const box = make("div", "verdict");
    box.append(make("b", "", words.verdict[answer.verdict]));
    const said = make("div");
    said.append(make("p", "", sentence));
    if (note !== "") said.append(make("p", "note", note));
    said.append(make("p", "note", words.counts(count("error"), count("warning"), count("info"))));
    const edited = answer.cells.filter((cell) => cell.edited !== undefined).length;
    if (edited > 0) said.append(make("b", "", pageWords.edits.some(edited)));
    box.append(said);
    return box;
  }

  private findingList(): HTMLElement {
    if (this.findings.length === 0) return make("p", "", words.none);
    const lines = new Lines(this.input.text);
    const list = make("ol");
    for (const finding of this.findings) {
      const { severity, equation, rule } = finding;
      const item = make("li");
      const text = make("p");
      text.append(make("b", severity, `${marks[severity]} ${pageWords.severity[severity]}`));
      text.append(` ${messageOf(finding)}`);
      const { source, reason } = basisOf(finding);
      const tested = this.input.answer.equations.find(({ id }) => id === equation);
      const known = tested !== undefined && tested.left !== null && tested.right !== null;
      const difference = known
        ? `${pageWords.figure(tested.left)} − ${pageWords.figure(tested.right)} = ${signed(tested.left - tested.right)}`
        : "";
      const details = [placeOf(finding, lines), difference, [source, reason].filter(Boolean).join("："), rule];
      item.append(text, make("p", "note", details.filter(Boolean).join("　")));
      list.append(item);
    }
    return list;
  }

  private proposals(): HTMLElement {
    const list = make("ol");
    for (const { alternatives, proved } of this.input.answer.repairs) {
      const item = make("li");
      const several = make("ul");
      alternatives.slice(0, most.alternatives).forEach(({ changes, kind }, at) => {
        const told = changes
          .slice(0, most.changes)
          .map(({ cell, from, to }) => pageWords.repair.change(this.nameOf(cell), from, to))
          .join("；");
        const rest = changes.length > most.changes ? pageWords.repair.more(changes.length) : "";
        const one = alternatives.length > 1 ? make("li", "", `${words.proposal(at + 1)}　`) : item;
        one.append(told + rest, "　", make("span", "note", pageWords.repair.kind[kind] ?? ""));
        if (one !== item) several.append(one);
      });
      if (alternatives.length === 0) item.append(pageWords.repair.none);
      if (several.hasChildNodes()) item.append(several);
      const more = alternatives.length - most.alternatives;
      if (more > 0) item.append(make("p", "note", words.more(more)));
      if (!proved) item.append(make("p", "note", pageWords.repair.unproved));
      list.append(item);
    }
    return list;
  }

  private edits(): HTMLElement | undefined {
    const list = make("ul");
    for (const cell of this.cells.values()) {
      if (cell.edited === undefined) continue;
      const after = faceOf(cell).text || words.empty;
      list.append(make("li", "", words.edit(this.nameOf(cell.id), printedOf(cell.edited), after)));
    }
    return list.hasChildNodes() ? list : undefined;
  }

  private sheet(table: Table): HTMLElement {
    const { layout, grid } = this.grids.get(table.id) ?? {};
    const box = make("div", `sheet ${table.id}`);
    if (layout === undefined || grid === undefined) return box;
    const heading = make("h3", "", `${layout.section}、${layout.title}`);
    const form = table.form === null ? "" : `　${pageWords.table.form(table.form)}`;
    heading.append(make("span", "note", `　${pageWords.table.status[table.status]}${form}`));
    box.append(heading);
    if (isThere(table)) box.append(this.table(grid, table.id));
    else box.append(make("p", "", table.status === "lost" ? pageWords.table.lost : pageWords.table.absent));
    return box;
  }

  private table(grid: Grid, id: string): HTMLElement {
    const own = this.input.answer.equations.filter(({ cells }) => cells.some((cell) => cell.startsWith(`${id}.`)));
    const { ends, feet } = placeResiduals(grid, own);
    const element = make("table");
    const head = make("thead");
    const body = make("tbody");
    for (let at = 0; at < grid.width + (ends.size > 0 ? 1 : 0); at++) element.append(make("col"));
    if (grid.headRows > 0) element.append(head);
    element.append(body);
    grid.rows.forEach((places, row) => {
      const line = make("tr");
      for (const { cell, columns } of places) {
        const field = make(isHead(cell) ? "th" : "td");
        if ((cell.r ?? 1) > 1) field.rowSpan = cell.r ?? 1;
        if (columns > 1) field.colSpan = columns;
        if (isHead(cell)) {
          const across = (cell.r ?? 1) > 1;
          field.scope = cell.s === "row" ? (across ? "rowgroup" : "row") : columns > 1 ? "colgroup" : "col";
          field.textContent = cell.h;
          if (isTall(cell)) field.className = "tall";
        } else {
          this.fill(field, cell.id);
        }
        line.append(field);
      }
      if (ends.size > 0 && row === 0 && grid.headRows > 0) {
        const end = make("th", "residual", words.row);
        end.scope = "col";
        end.rowSpan = grid.headRows;
        line.append(end);
      }
      if (ends.size > 0 && row >= grid.headRows) line.append(this.residual(ends.get(row), 1));
      (row < grid.headRows ? head : body).append(line);
    });
    for (const { rule, equations } of feet) {
      const line = make("tr", "foot");
      const label = pageWords.residual.foot[rule] ?? rule;
      let column = 0;
      for (const { equation, column: at, columns } of equations) {
        if (at > column) {
          const before = make("td", "residual", label);
          before.colSpan = at - column;
          line.append(before);
        }
        const end = this.residual(equation, columns);
        if (columns > 1) end.prepend(`${label} `);
        line.append(end);
        column = at + columns;
      }
      body.append(line);
    }
    return element;
  }

  private residual(equation: Equation | undefined, columns: number): HTMLElement {
    const field = make("td", "residual");
    field.colSpan = columns;
    if (equation !== undefined) {
      const { text, tone } = residualOf(equation);
      field.append(make(tone === "fail" ? "b" : "span", "", text));
    }
    return field;
  }

  private fill(field: HTMLTableCellElement, id: string): void {
    const cell = this.cells.get(id) ?? { id, value: null, state: "missing" };
    const { text, sign, inferred } = faceOf(cell);
    field.className = cell.state;
    if ((this.failing.get(id) ?? 0) > 1) field.className += " crossed";
    if (cell.edited !== undefined) {
      field.className += " edited";
      field.append(make("s", "", printedOf(cell.edited)), " ");
    }
    field.append(cell.state === "blank" ? words.empty : cell.state === "missing" ? words.lost : text || sign);
    if (inferred !== null) field.append(make("i", "", ` (${inferred})`));
    // On the other side of the cell, so as not to be taken for digits.
    const numbers = this.numbers.get(id);
    if (numbers !== undefined) field.prepend(make("sup", "", numbers.join(" ")));
  }

  private picture(): void {
    const { layout } = this.grids.get("requests") ?? {};
    if (layout === undefined) return;
    const content = { layout, cells: this.cells, equations: this.input.answer.equations };
    if (lacking(flowOf(content)) === "") this.element.append(flowPicture(content, 660));
  }

  private signature(): HTMLElement {
    const line = make("p", "signature");
    line.append(make("span", "", words.sign), make("span", "", words.date));
    return line;
  }

  private footer(): HTMLElement {
    const { text } = this.input;
    const foot = make("footer");
    foot.append(make("p", "", words.made(version)), make("p", "", words.hash(sha256(text), pageWords.figure(text.length))));
    return foot;
  }
}

export function reviewSheet(input: ReviewInput): HTMLElement {
  return new Review(input).element;
}

/** A file of its own. It runs nothing and asks for nothing; `style` is the sheet's and the pictures'. */
export function reviewDocument(input: ReviewInput, style: string): string {
  const sheet = reviewSheet(input);
  const title = make("title", "", [input.answer.agency, input.answer.year, words.title].filter(Boolean).join(" "));
  return `<!doctype html>
<html lang="${sheet.lang}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:">
<meta name="viewport" content="width=device-width,initial-scale=1">
${title.outerHTML}
<style>${style}</style>
</head>
<body>
${sheet.outerHTML}
</body>
</html>
`;
}
