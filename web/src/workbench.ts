// One report and its year before: the text, the tables, the findings, and how a choice in one shows in the others.

import type { Answer, Change, Equation, Finding, Form, Forms, Span, TableId } from "./answer.ts";
import type { Checker } from "./checker.ts";
import { byId, empty, setOrRemove } from "./dom.ts";
import { type Assignment, CellEdits } from "./edits.ts";
import { FindingList } from "./findings.ts";
import { showLegend } from "./legend.ts";
import type { Edits, Question } from "./messages.ts";
import { flowPicture } from "./pictures/flow.ts";
import { type Year, yearsPicture } from "./pictures/years.ts";
import { proposalsOf } from "./repairs.ts";
import type { Named, Report } from "./report.ts";
import { Sheet, type SheetContent } from "./sheet.ts";
import { type Change as TextChange, Source, TextBox } from "./source.ts";
import { cellAt, hull, Lines, marksOf } from "./spans.ts";
import { isThere, layoutOf } from "./tables.ts";
import { verdictOf } from "./verdict.ts";
import { words } from "./words.ts";

const tableIds: readonly TableId[] = ["disclosure", "requests", "disputes"];
const sideBySide = window.matchMedia("(min-width: 900px) and (min-height: 480px)");

/** What is shown. */
export interface Shown {
  readonly answer: Answer;
  readonly text: string;
}

const noReport: Report = { name: "", text: "", previous: undefined, units: [], position: "", rule: undefined };

export class Workbench {
  private readonly results = byId("results", HTMLElement);
  private readonly verdict = byId("verdict", HTMLElement);
  private readonly sentence = byId("verdict-sentence", HTMLElement);
  private readonly note = byId("verdict-note", HTMLElement);
  private readonly meta = byId("meta", HTMLElement);
  private readonly notice = byId("notice", HTMLElement);
  private readonly guide = byId("guide", HTMLElement);
  private readonly tables = byId("tables", HTMLElement);
  private readonly legend = byId("legend", HTMLElement);
  private readonly picture = byId("picture", HTMLDetailsElement);
  private readonly findingBox = byId("findings", HTMLElement);
  private readonly clearButton = byId("clear", HTMLButtonElement);
  private readonly editBar = byId("edits", HTMLElement);
  private readonly editWords = byId("edits-words", HTMLElement);
  private readonly beside = byId("beside", HTMLDetailsElement);
  private readonly sheets = new Map<TableId, Sheet>();
  private readonly findings: FindingList;
  private readonly source: Source;
  /** The report of the year before. */
  private readonly previous: TextBox;
  private readonly edits = new CellEdits(
    (cell) => this.printed(cell),
    (cells) => this.edited(cells),
  );
  private toEdits = false;
  /** The rule of which a finding is to be shown with the next answer. */
  private toRule: string | undefined;
  private report = noReport;
  private answer: Answer | undefined;
  /** The text that the answer is about: its places hold in no other. */
  private checked = "";
  private lines = new Lines("");
  private failing: ReadonlyMap<string, number> = new Map();
  /** What went wrong, each kind until it no longer holds; and what was done. */
  private readonly troubles = { core: "", check: "", files: "", done: "" };

  constructor(
    private readonly checker: Checker,
    private readonly forms: () => Forms,
    explained: (rule: string) => void,
    /** What is known of a unit's years. */
    private readonly seriesOf: (agency: string) => readonly Year[],
  ) {
    const adopt = (cell: string): void => {
      const proposal = proposalsOf(this.answer?.repairs ?? []).get(cell);
      const changes = this.answer?.repairs[proposal?.repair ?? -1]?.alternatives[0]?.changes;
      if (changes !== undefined) this.make(changes);
    };
    for (const id of tableIds) {
      const sheet = new Sheet(id, {
        chosen: (cell) => this.chooseCell(cell),
        adopted: adopt,
        typed: (cell, text) => this.edits.type(cell, text),
        typedAll: (keep) => {
          if (keep) this.edits.keep();
          else this.edits.giveUp();
          // The cell shows a figure again in place of the box.
          if (this.answer !== undefined) this.showSheets(this.answer);
          this.showEdits();
        },
        assigned: (assignments) => this.edits.put(assignments),
        undone: () => this.edits.undo(),
        redone: () => this.edits.redo(),
      });
      this.sheets.set(id, sheet);
      byId("sheets", HTMLElement).append(sheet.element);
    }
    this.findings = new FindingList(
      byId("finding-list", HTMLOListElement),
      byId("finding-none", HTMLElement),
      byId("filters", HTMLElement),
      (finding) => this.chooseFinding(finding),
      ({ changes }) => this.make(changes),
      explained,
    );
    this.source = new Source(
      byId("text", HTMLTextAreaElement),
      byId("marks", HTMLElement),
      byId("paper", HTMLElement),
      (change) => this.changed(change),
      (begin, end) => this.chooseCaret(begin, end),
    );
    this.previous = new TextBox(byId("previous", HTMLTextAreaElement), (change) => this.changedPrevious(change));
    this.listen();
    this.open(noReport);
  }

  get shown(): Shown | undefined {
    return this.answer === undefined ? undefined : { answer: this.answer, text: this.checked };
  }

  get name(): string {
    return this.report.name;
  }

  get question(): Question {
    return { text: this.source.value, previous: this.previousText, edits: this.edits.list };
  }

  /** Shows a report that stands alone. Last year's may have been given before it. */
  openAlone({ name, text }: Named): void {
    const kept = this.source.value.trim() === "" ? this.previousText : "";
    this.open({ ...noReport, name, text, previous: kept === "" ? undefined : { name: "", text: kept } });
  }

  /** Shows a report in place of what is there. */
  open(report: Report, edits: Edits = []): void {
    this.report = report;
    this.toRule = report.rule;
    this.checker.setUnits(report.units);
    byId("position", HTMLElement).hidden = report.position === "";
    byId("position-words", HTMLElement).textContent = report.position;
    this.beside.open = report.previous !== undefined;
    this.previous.set(report.previous?.text ?? "");
    this.showPreviousState();
    this.edits.forget(edits);
    this.source.set(report.text);
    this.changed("given");
  }

  /** What is there, to be opened again in another language. */
  get state(): { report: Report; edits: Edits } {
    const previous = this.previousText;
    return {
      report: { ...this.report, rule: undefined, text: this.source.value, previous: previous === "" ? undefined : { name: "", text: previous } },
      edits: this.edits.list,
    };
  }

  openPrevious(text: string): void {
    this.beside.open = true;
    this.previous.set(text);
    this.changedPrevious("given");
  }

  isBeside(target: EventTarget | null): boolean {
    return target instanceof Node && this.beside.contains(target);
  }

  /** Takes what was pasted into a text box, if its HTML has more than its text. */
  paste(event: ClipboardEvent, plain: string): boolean {
    const html = event.clipboardData?.getData("text/html") ?? "";
    const into = [this.source, this.previous].find(({ box }) => box === event.target);
    if (into === undefined || html === "" || (plain !== "" && !/<table/i.test(html))) return false;
    event.preventDefault();
    void this.pasteHtml(into, html, plain);
    return true;
  }

  followCaret(): void {
    this.source.followCaret();
  }

  tell(kind: keyof Workbench["troubles"], message: string): void {
    this.troubles[kind] = message;
    const shown = Object.values(this.troubles)
      .filter((trouble) => trouble !== "")
      .join("\n");
    this.notice.textContent = shown;
    this.notice.hidden = shown === "";
    this.notice.classList.toggle("done", shown === this.troubles.done);
  }

  busy(busy: boolean): void {
    setOrRemove(this.results, "aria-busy", busy ? "true" : null);
  }

  show(answer: Answer, { text }: Question): void {
    const another = text !== this.checked;
    this.answer = answer;
    if (another) {
      this.checked = text;
      this.lines = new Lines(text);
    }
    this.tell("check", "");
    const form = this.form(answer.form);
    const { sentence, note } = verdictOf(answer, form?.tables ?? []);
    this.verdict.dataset["verdict"] = answer.verdict;
    this.sentence.textContent = sentence;
    this.note.textContent = note;
    this.showMeta(answer, text);
    const readable = answer.verdict !== "unreadable" && answer.verdict !== "unknown_form";
    this.results.dataset["state"] = readable ? "report" : "other";
    this.guide.hidden = true;
    if (readable) this.showSheets(answer);
    this.showFindings();
    this.showSigns(answer);
    this.showEdits();
    this.showPicture();
    if (another) this.select([]);
    if (another && this.edits.settle()) this.request(true);
    const wanted = answer.findings.find(({ rule }) => rule === this.toRule);
    this.toRule = undefined;
    if (wanted !== undefined) this.chooseFinding(wanted);
  }

  private get previousText(): string {
    const text = this.previous.value;
    return text.trim() === "" ? "" : text;
  }

  private listen(): void {
    byId("previous-clear", HTMLElement).addEventListener("click", () => {
      this.previous.set("");
      this.changedPrevious("given");
      this.previous.box.focus();
    });
    this.clearButton.addEventListener("click", () => {
      this.open(noReport);
      this.source.box.focus();
    });
    byId("to-findings", HTMLElement).addEventListener("click", () => {
      this.findingBox.scrollIntoView({ block: "nearest" });
      this.findingBox.querySelector("button")?.focus();
    });
    this.editBar.addEventListener("click", (event) => {
      const { edit } = event.target instanceof HTMLElement ? event.target.dataset : {};
      if (edit === "undo") this.edits.undo();
      if (edit === "redo") this.edits.redo();
      if (edit === "restore") this.edits.put(this.edits.list.map(([cell]): Assignment => [cell, undefined]));
    });
    this.picture.addEventListener("toggle", () => this.showPicture());
  }

  private changed(change: TextChange): void {
    const text = this.source.value;
    this.tell("files", "");
    this.tell("done", "");
    this.clearButton.disabled = text === "";
    if (text.trim() === "") {
      // Emptied by hand: what comes next is another report, perhaps beside the same one of last year.
      if (change !== "given") this.leaveReport();
      this.checker.drop();
      this.showNothing();
      return;
    }
    if (change === "whole" && !this.source.alike) this.replaceReport();
    this.take(this.source, change);
  }

  /** What belongs to another report does not to this one. */
  private leaveReport(): void {
    this.edits.forget();
    this.report = noReport;
    this.checker.setUnits([]);
    byId("position", HTMLElement).hidden = true;
  }

  /** A report takes the place of another, whose last year is not its own. */
  private replaceReport(): void {
    if (this.checked !== "") this.previous.set("");
    this.showPreviousState();
    this.leaveReport();
  }

  private changedPrevious(change: TextChange): void {
    this.showPreviousState();
    this.take(this.previous, change);
  }

  private showPreviousState(): void {
    const { length } = this.previous.value;
    byId("beside-state", HTMLElement).textContent = length > 0 ? ` · ${words.meta.length(length)}` : "";
    byId("previous-clear", HTMLButtonElement).disabled = length === 0;
  }

  private take(from: TextBox, change: TextChange): void {
    if (change === "whole" && from.value.includes("<")) void this.takeMarkup(from);
    else this.request(change !== "typing");
  }

  private request(urgent: boolean): void {
    if (this.source.value.trim() !== "") this.checker.request(this.question, urgent);
  }

  /** The source of a page gives way to its text. */
  private async takeMarkup(into: TextBox): Promise<void> {
    const text = into.value;
    const plain = await this.checker.ask((core) => core.read(text, false)).catch(() => text);
    if (into.value !== text) return;
    if (plain === text) this.request(true);
    else into.insert(plain, true);
  }

  /** Of what was copied from a page or a word processor, the tables are whole only in its HTML. */
  private async pasteHtml(into: TextBox, html: string, otherwise: string): Promise<void> {
    const text = await this.checker.ask((core) => core.read(html, true)).catch(() => otherwise);
    into.insert(text, false);
    if (into !== this.source || this.source.alike) return;
    this.replaceReport();
    this.request(true);
  }

  private showNothing(): void {
    this.answer = undefined;
    this.checked = "";
    this.tell("check", "");
    this.failing = new Map();
    this.edits.forget();
    this.results.dataset["state"] = "empty";
    this.verdict.removeAttribute("data-verdict");
    this.sentence.textContent = "";
    this.note.textContent = "";
    this.meta.textContent = "";
    this.meta.title = "";
    this.guide.hidden = false;
    this.editBar.hidden = true;
    this.showFindings();
  }

  private showMeta(answer: Answer, text: string): void {
    this.meta.textContent = [
      answer.agency ?? "",
      answer.year === null ? "" : words.meta.year(answer.year),
      answer.form === null ? "" : words.meta.form(answer.form),
      words.meta.length(text.length),
    ]
      .filter((part) => part !== "")
      .join(" · ");
    this.meta.title = this.meta.textContent;
  }

  private showSigns({ tables, cells, equations }: Answer): void {
    const there = tables.filter(isThere);
    const stands = (cell: string): boolean => there.some(({ id }) => cell.startsWith(`${id}.`));
    showLegend(
      this.legend,
      cells.filter(({ id }) => stands(id)),
      equations.filter(({ cells: ids }) => ids.some(stands)),
    );
  }

  private showEdits(): void {
    const length = this.answer?.cells.filter(({ edited }) => edited !== undefined).length ?? 0;
    const said = length > 0 ? words.edits.some(length) : words.edits.none;
    const focused = this.toEdits || this.editBar.contains(document.activeElement);
    this.toEdits = false;
    const { list } = this.edits;
    this.editBar.hidden = list.length === 0 && !this.edits.undoable && !this.edits.redoable;
    this.editBar.classList.toggle("none", length === 0);
    if (this.editWords.textContent !== said) this.editWords.textContent = said;
    const enable = (edit: string, enabled: boolean): void => {
      const button = this.editBar.querySelector<HTMLButtonElement>(`[data-edit="${edit}"]`);
      if (button !== null) button.disabled = !enabled;
    };
    enable("undo", this.edits.undoable);
    enable("redo", this.edits.redoable);
    enable("restore", list.length > 0);
    if (focused && !this.editBar.contains(document.activeElement?.closest("button:enabled") ?? null)) {
      this.editBar.querySelector<HTMLElement>("button:enabled")?.focus();
    }
  }

  private showPicture(): void {
    const { answer, picture } = this;
    const table = answer?.tables.find(({ id }) => id === "requests");
    const layout = answer && table && layoutOf(this.forms(), answer, table);
    picture.hidden = table === undefined || !isThere(table);
    const box = picture.lastElementChild;
    if (answer === undefined || layout === undefined || box === null || !picture.open || picture.hidden) return;
    empty(box);
    const cells = new Map(answer.cells.map((cell) => [cell.id, cell]));
    box.append(flowPicture({ layout, cells, equations: answer.equations }, Math.min(box.clientWidth, 760)));
    const series = this.seriesOf(answer.agency ?? "");
    if (series.length > 1) box.append(yearsPicture(series));
  }

  private form(id: string | null): Form | undefined {
    const { forms } = this.forms();
    return forms.find((form) => form.id === id) ?? forms[0];
  }

  /** What the report has in a cell; nothing where it has no such cell, or more than one text for it. */
  private printed(id: string): string | undefined {
    const cell = this.cell(id);
    const { state, text } = cell?.edited ?? cell ?? {};
    return state === undefined || state === "missing" || state === "ambiguous" ? undefined : (text ?? "").trim();
  }

  /** Makes proposed changes, and shows where. */
  private make(changes: readonly Change[]): void {
    const first = changes[0]?.cell;
    // The button that was pressed will be gone; what takes its act back is at hand.
    this.toEdits = this.findingBox.contains(document.activeElement);
    this.edits.put(changes.map(({ cell, to }): Assignment => [cell, String(to)]));
    const spans = changes.map(({ cell }) => this.cell(cell)?.span).filter((span) => span !== undefined && span !== null);
    this.select(changes.map(({ cell }) => cell));
    if (first === undefined || !sideBySide.matches || !this.source.marked) return;
    this.reveal(first);
    this.goTo(spans, spans[0]);
  }

  private edited(cells: readonly string[]): void {
    const known = this.answer?.cells.length ?? 0;
    if (known > 0 && cells[0] !== undefined) this.reveal(cells[0]);
    this.request(true);
  }

  private showFindings(): void {
    const { answer } = this;
    const nameOf = (cell: string): string =>
      [...this.sheets.values()].map((sheet) => sheet.nameOf(cell)).find((name) => name !== undefined) ?? cell;
    const findings = answer?.findings ?? [];
    this.findings.show(answer && { findings, repairs: answer.repairs, lines: this.lines, nameOf });
    if (answer !== undefined && this.source.value !== this.checked) return; // the marks are on their way
    this.source.setMarks(marksOf(findings));
  }

  private showSheets(answer: Answer): void {
    const cells = new Map(answer.cells.map((cell) => [cell.id, cell]));
    const proposals = proposalsOf(answer.repairs);
    const failing = new Map<string, number>();
    for (const { status, cells: ids } of answer.equations) {
      if (status !== "fail") continue;
      for (const cell of ids) failing.set(cell, (failing.get(cell) ?? 0) + 1);
    }
    this.failing = failing;
    for (const table of answer.tables) {
      const layout = layoutOf(this.forms(), answer, table);
      if (layout === undefined) continue;
      const own = (equation: Equation): boolean => equation.cells.some((id) => id.startsWith(`${table.id}.`));
      const equations = answer.equations.filter(own);
      const content: SheetContent = { layout, table, cells, failing, equations, proposals };
      this.sheets.get(table.id)?.show(content);
    }
  }

  /** Shows cells as chosen in all tables. */
  private select(cells: readonly string[], finding?: Finding): void {
    for (const sheet of this.sheets.values()) sheet.select(cells);
    this.findings.mark(finding);
  }

  private chooseCell(id: string): void {
    const span = this.cell(id)?.span ?? undefined;
    this.select([id]);
    this.goTo(span === undefined ? [] : [span], span, false);
  }

  private chooseFinding(finding: Finding): void {
    this.select(finding.cells, finding);
    const first = this.firstPlace(finding);
    const firstCell = finding.cells.find((id) => this.cell(id)?.span?.[0] === first?.[0]) ?? finding.cells[0];
    if (firstCell !== undefined) this.reveal(firstCell);
    this.goTo(finding.spans, first);
  }

  private chooseCaret(begin: number, end: number): void {
    const current = this.answer !== undefined && this.source.value === this.checked;
    const cell = current ? cellAt(this.answer?.cells ?? [], begin, end) : undefined;
    this.select(cell === undefined ? [] : [cell.id]);
    this.source.point([]);
    if (cell !== undefined) this.reveal(cell.id);
  }

  private cell(id: string): Answer["cells"][number] | undefined {
    return this.answer?.cells.find((cell) => cell.id === id);
  }

  // Of a finding's places the one to go to: the cell where most failing equations cross, if that is one cell;
  // else all of it when it stands on one line; else where it begins.
  private firstPlace(finding: Finding): Span | undefined {
    const counts = finding.cells.map((id) => ({ id, count: this.failing.get(id) ?? 0 }));
    const most = Math.max(0, ...counts.map(({ count }) => count));
    const crossed = counts.filter(({ count }) => count === most);
    if (most > 1 && crossed.length === 1) {
      const span = this.cell(crossed[0]?.id ?? "")?.span ?? undefined;
      if (span !== undefined) return span;
    }
    const whole = hull(finding.spans);
    if (whole === undefined) return undefined;
    return this.source.value.slice(whole[0], whole[1]).includes("\n") ? finding.spans[0] : whole;
  }

  private goTo(spans: readonly Span[], first: Span | undefined, focus = true): void {
    if (this.source.value !== this.checked) return;
    this.source.point(spans);
    if (first === undefined) return;
    this.source.select(first, focus);
    if (!sideBySide.matches) this.source.scroller.scrollIntoView({ block: "nearest" });
  }

  // On a narrow screen text and tables share one scroller, and moving it would take away what is being read.
  private reveal(cell: string): void {
    if (!sideBySide.matches) return;
    for (const sheet of this.sheets.values()) {
      const element = sheet.cell(cell);
      if (element === undefined) continue;
      const view = this.tables.getBoundingClientRect();
      const { top, bottom } = element.getBoundingClientRect();
      const seen = top >= view.top && bottom <= view.bottom;
      element.scrollIntoView({ block: seen ? "nearest" : "center", inline: "nearest" });
    }
  }
}
