// The page: what it is made of, and how a choice in one part shows in the others.

import type { Answer, Equation, Finding, Form, Forms, Span, TableId } from "./answer.ts";
import { Checker } from "./checker.ts";
import type { Core } from "./core.ts";
import { byId, empty, make, setOrRemove } from "./dom.ts";
import { example } from "./examples.ts";
import { openFile } from "./files.ts";
import { FindingList } from "./findings.ts";
import { showLegend } from "./legend.ts";
import { proposalsOf, settledBy } from "./repairs.ts";
import { Sheet, type SheetContent } from "./sheet.ts";
import { type Change, Source, TextBox } from "./source.ts";
import { cellAt, hull, Lines, marksOf } from "./spans.ts";
import { verdictOf } from "./verdict.ts";
import { words } from "./words.ts";

const tableIds: readonly TableId[] = ["disclosure", "requests", "disputes"];
const sideBySide = window.matchMedia("(min-width: 900px) and (min-height: 480px)");

/** A file that was opened, with what has been typed into it since. */
interface OpenText {
  readonly name: string;
  text: string;
}

class Page {
  private readonly root = document.documentElement;
  private readonly results = byId("results", HTMLElement);
  private readonly verdict = byId("verdict", HTMLElement);
  private readonly sentence = byId("verdict-sentence", HTMLElement);
  private readonly note = byId("verdict-note", HTMLElement);
  private readonly trial = byId("trial", HTMLElement);
  private readonly meta = byId("meta", HTMLElement);
  private readonly notice = byId("notice", HTMLElement);
  private readonly guide = byId("guide", HTMLElement);
  private readonly sheetBox = byId("sheets", HTMLElement);
  private readonly tables = byId("tables", HTMLElement);
  private readonly legend = byId("legend", HTMLElement);
  private readonly findingBox = byId("findings", HTMLElement);
  private readonly picker = byId("documents", HTMLSelectElement);
  private readonly clearButton = byId("clear", HTMLButtonElement);
  private readonly sheets = new Map<TableId, Sheet>();
  private readonly findings: FindingList;
  private readonly source: Source;
  private readonly beside = byId("beside", HTMLDetailsElement);
  /** The report of the year before. */
  private readonly previous: TextBox;
  private readonly checker: Checker;
  private forms: Forms = { forms: [] };
  private answer: Answer | undefined;
  /** The text that the answer is about: its places hold in no other. */
  private checked = "";
  private failing: ReadonlyMap<string, number> = new Map();
  /** By the repair's place in the answer, which of its alternatives is being tried. */
  private readonly trials = new Map<number, number>();
  private documents: OpenText[] = [];
  /** What went wrong, each kind until it no longer holds. */
  private readonly troubles = { core: "", check: "", files: "" };

  constructor(core: Core) {
    for (const id of tableIds) {
      const sheet = new Sheet(
        id,
        (cell) => this.chooseCell(cell),
        (cell) => {
          const proposal = proposalsOf(this.answer?.repairs ?? [], this.trials).get(cell);
          if (proposal !== undefined) this.tryOut(proposal.repair, proposal.alternative);
        },
      );
      this.sheets.set(id, sheet);
    }
    this.findings = new FindingList(
      byId("finding-list", HTMLOListElement),
      byId("finding-none", HTMLElement),
      byId("filters", HTMLElement),
      (finding) => this.chooseFinding(finding),
      (repair, alternative) => this.tryOut(repair, alternative),
    );
    this.source = new Source(
      byId("text", HTMLTextAreaElement),
      byId("marks", HTMLElement),
      byId("paper", HTMLElement),
      (change) => this.changed(change),
      (begin, end) => this.chooseCaret(begin, end),
    );
    this.previous = new TextBox(byId("previous", HTMLTextAreaElement), (change) => this.changedPrevious(change));
    this.checker = new Checker(core, {
      ready: (forms) => {
        this.forms = forms;
        this.root.dataset["ready"] = "true";
      },
      answer: (answer, text) => this.show(answer, text),
      busy: (busy) => {
        setOrRemove(this.results, "aria-busy", busy ? "true" : null);
      },
      unusable: (reason) => this.tell("core", words.failure.start(reason)),
      failed: (reason) => this.tell("check", words.failure.check(reason)),
    });
    this.reset();
    this.listen();
  }

  /** A saved copy of the page opens with its last state in it, and starts clean all the same. */
  private reset(): void {
    delete this.root.dataset["ready"];
    this.results.removeAttribute("aria-busy");
    this.sheetBox.textContent = "";
    for (const sheet of this.sheets.values()) this.sheetBox.append(sheet.element);
    this.setDocuments([]);
    this.source.set("");
    this.changed("given");
    this.beside.open = false;
    this.setPrevious("");
  }

  private listen(): void {
    for (const [id, beside] of [["files", false], ["previous-file", true]] as const) {
      const input = byId(id, HTMLInputElement);
      input.value = "";
      input.addEventListener("change", () => {
        void this.open(Array.from(input.files ?? []), beside).then(() => {
          input.value = "";
        });
      });
    }
    byId("previous-clear", HTMLElement).addEventListener("click", () => {
      this.setPrevious("");
      this.previous.box.focus();
    });
    this.clearButton.addEventListener("click", () => {
      this.setDocuments([]);
      this.replace("");
      this.source.box.focus();
    });
    this.picker.addEventListener("change", () => {
      const chosen = this.documents[this.picker.selectedIndex];
      if (chosen !== undefined) this.replace(chosen.text);
    });
    for (const button of Array.from(document.querySelectorAll<HTMLButtonElement>("button[data-example]"))) {
      button.addEventListener("click", () => {
        this.setDocuments([]);
        this.replace(example(button.dataset["example"] ?? ""));
      });
    }
    byId("to-findings", HTMLElement).addEventListener("click", () => {
      this.findingBox.scrollIntoView({ block: "nearest" });
      this.findingBox.querySelector("button")?.focus();
    });
    this.takeFiles();
  }

  private takeFiles(): void {
    const holdsFiles = (data: DataTransfer | null): boolean => data !== null && Array.from(data.types).includes("Files");
    document.addEventListener("dragover", (event) => {
      if (!holdsFiles(event.dataTransfer)) return;
      event.preventDefault();
      this.root.dataset["drop"] = "";
    });
    document.addEventListener("dragleave", (event) => {
      if (event.relatedTarget === null) delete this.root.dataset["drop"];
    });
    document.addEventListener("drop", (event) => {
      delete this.root.dataset["drop"];
      if (!holdsFiles(event.dataTransfer)) return;
      event.preventDefault();
      const beside = event.target instanceof Node && this.beside.contains(event.target);
      void this.open(Array.from(event.dataTransfer?.files ?? []), beside);
    });
    document.addEventListener("paste", (event) => {
      const files = Array.from(event.clipboardData?.files ?? []);
      const plain = event.clipboardData?.getData("text/plain") ?? "";
      const html = event.clipboardData?.getData("text/html") ?? "";
      const into = [this.source, this.previous].find(({ box }) => box === event.target);
      if (into !== undefined && html !== "" && (plain === "" || /<table/i.test(html))) {
        event.preventDefault();
        void this.pasteHtml(into, html, plain);
      } else if (files.length > 0 && plain === "") {
        event.preventDefault();
        void this.open(files, into === this.previous);
      }
    });
  }

  private async open(files: readonly File[], beside: boolean): Promise<void> {
    const opened: OpenText[] = [];
    const refused: string[] = [];
    for (const file of files) {
      try {
        opened.push(await openFile(file, (bytes) => this.checker.read(bytes)));
      } catch (error) {
        refused.push(error instanceof Error ? error.message : String(error));
      }
    }
    const first = opened[0];
    if (first !== undefined && beside) {
      this.beside.open = true;
      this.setPrevious(first.text);
    } else if (first !== undefined) {
      this.setDocuments(opened);
      this.replace(first.text);
    }
    this.tell("files", refused.join("\n"));
  }

  private setDocuments(documents: OpenText[]): void {
    this.documents = documents;
    empty(this.picker);
    documents.forEach(({ name }) => this.picker.append(make("option", "", name)));
    this.picker.hidden = documents.length < 2;
  }

  private replace(text: string): void {
    this.source.set(text);
    this.changed("given");
  }

  private changed(change: Change): void {
    const text = this.source.value;
    const shown = this.documents[this.picker.selectedIndex];
    if (shown !== undefined) shown.text = text;
    this.tell("files", "");
    this.clearButton.disabled = text === "";
    if (text.trim() === "") {
      this.checker.drop();
      this.showNothing();
    } else {
      this.take(this.source, change);
    }
  }

  private setPrevious(text: string): void {
    this.previous.set(text);
    this.changedPrevious("given");
  }

  private changedPrevious(change: Change): void {
    const { length } = this.previous.value;
    byId("beside-state", HTMLElement).textContent = length > 0 ? ` · ${words.meta.length(length)}` : "";
    byId("previous-clear", HTMLButtonElement).disabled = length === 0;
    this.take(this.previous, change);
  }

  private take(from: TextBox, change: Change): void {
    if (change === "whole" && from.value.includes("<")) void this.takeMarkup(from);
    else this.request(change !== "typing");
  }

  private request(urgent: boolean): void {
    const [text, previous] = [this.source.value, this.previous.value];
    if (text.trim() !== "") this.checker.request(text, previous.trim() === "" ? "" : previous, urgent);
  }

  /** The source of a page gives way to its text. */
  private async takeMarkup(into: TextBox): Promise<void> {
    const text = into.value;
    const plain = await this.checker.read(text).catch(() => text);
    if (into.value !== text) return;
    if (plain === text) this.request(true);
    else into.insert(plain, true);
  }

  /** Of what was copied from a page or a word processor, the tables are whole only in its HTML. */
  private async pasteHtml(into: TextBox, html: string, otherwise: string): Promise<void> {
    const text = await this.checker.read(html, true).catch(() => otherwise);
    into.insert(text, false);
  }

  private showNothing(): void {
    this.answer = undefined;
    this.tell("check", "");
    this.failing = new Map();
    this.trials.clear();
    this.results.dataset["state"] = "empty";
    this.verdict.removeAttribute("data-verdict");
    this.sentence.textContent = "";
    this.note.textContent = "";
    this.meta.textContent = "";
    this.meta.title = "";
    this.guide.hidden = false;
    this.showTrials();
  }

  private show(answer: Answer, text: string): void {
    if (text !== this.checked) this.trials.clear();
    this.answer = answer;
    this.checked = text;
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
    this.showTrials();
    this.showSigns(answer);
    this.select([]);
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

  // Of a table that is not there no cell is shown, so no sign needs telling.
  private showSigns({ tables, cells, equations }: Answer): void {
    const there = tables.filter(({ status }) => status === "complete" || status === "partial");
    const isThere = (cell: string): boolean => there.some(({ id }) => cell.startsWith(`${id}.`));
    showLegend(
      this.legend,
      cells.filter(({ id }) => isThere(id)),
      equations.filter(({ cells: ids }) => ids.some(isThere)),
    );
  }

  private form(id: string | null): Form | undefined {
    return this.forms.forms.find((form) => form.id === id) ?? this.forms.forms[0];
  }

  /** Begins, changes or ends the trial of one of a repair's alternatives. */
  private tryOut(repair: number, alternative: number): void {
    const ends = this.trials.get(repair) === alternative;
    if (ends) this.trials.delete(repair);
    else this.trials.set(repair, alternative);
    this.showTrials();
    const changes = this.answer?.repairs[repair]?.alternatives[alternative]?.changes ?? [];
    const spans = changes.map(({ cell }) => this.cell(cell)?.span).filter((span) => span !== undefined && span !== null);
    this.select(changes.map(({ cell }) => cell));
    // Elsewhere this would take away the button that was pressed.
    if (!sideBySide.matches || !this.source.marked) return;
    if (changes[0] !== undefined) this.reveal(changes[0].cell);
    this.goTo(spans, spans[0]);
  }

  /** Shows what is being tried in the tables and among the findings. That a repair's equations hold with it is the
   *  core's word; when the core can check the text with other values in some cells, this is where to ask it. */
  private showTrials(): void {
    const { answer } = this;
    const repairs = answer?.repairs ?? [];
    const changed = [...proposalsOf(repairs, this.trials).values()].filter(({ tried }) => tried).length;
    this.trial.textContent = changed > 0 ? words.repair.trying(changed) : "";
    if (answer !== undefined && this.results.dataset["state"] === "report") this.showSheets(answer);
    const nameOf = (cell: string): string =>
      [...this.sheets.values()].map((sheet) => sheet.nameOf(cell)).find((name) => name !== undefined) ?? cell;
    const content = { findings: answer?.findings ?? [], repairs, lines: new Lines(this.checked), nameOf };
    this.findings.show(answer && content, this.trials);
    if (answer !== undefined && this.source.value !== this.checked) return; // the marks are on their way
    const settled = settledBy(repairs, this.trials);
    this.source.setMarks(marksOf(content.findings.filter(({ equation }) => !settled.has(equation ?? ""))));
  }

  private showSheets(answer: Answer): void {
    const cells = new Map(answer.cells.map((cell) => [cell.id, cell]));
    const proposals = proposalsOf(answer.repairs, this.trials);
    const settled = settledBy(answer.repairs, this.trials);
    const failing = new Map<string, number>();
    for (const { id, status, cells: ids } of answer.equations) {
      if (status !== "fail" || settled.has(id)) continue;
      for (const cell of ids) failing.set(cell, (failing.get(cell) ?? 0) + 1);
    }
    this.failing = failing;
    for (const table of answer.tables) {
      const layout = this.form(table.form ?? answer.form)?.tables.find(({ id }) => id === table.id);
      if (layout === undefined) continue;
      const own = (equation: Equation): boolean => equation.cells.some((id) => id.startsWith(`${table.id}.`));
      const equations = answer.equations.filter(own);
      const content: SheetContent = { layout, table, cells, failing, equations, proposals, settled };
      this.sheets.get(table.id)?.show(content);
    }
  }

  private tell(kind: keyof Page["troubles"], message: string): void {
    this.troubles[kind] = message;
    const shown = Object.values(this.troubles)
      .filter((trouble) => trouble !== "")
      .join("\n");
    this.notice.textContent = shown;
    this.notice.hidden = shown === "";
  }

  /** Shows cells as chosen in all tables. */
  private select(cells: readonly string[], finding?: Finding): void {
    for (const sheet of this.sheets.values()) sheet.select(cells);
    this.findings.mark(finding);
  }

  private chooseCell(id: string): void {
    const span = this.cell(id)?.span ?? undefined;
    this.select([id]);
    this.goTo(span === undefined ? [] : [span], span);
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

  private goTo(spans: readonly Span[], first: Span | undefined): void {
    if (this.source.value !== this.checked) return;
    this.source.point(spans);
    if (first === undefined) return;
    this.source.select(first);
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

export function startPage(core: Core): void {
  new Page(core);
}
