// The page: what it is made of, and how a choice in one part shows in the others.

import type { Answer, Equation, Finding, Form, Forms, Span, TableId } from "./answer.ts";
import { Checker } from "./checker.ts";
import type { Core } from "./core.ts";
import { byId, empty, make, setOrRemove } from "./dom.ts";
import { example } from "./examples.ts";
import { openFile } from "./files.ts";
import { FindingList } from "./findings.ts";
import { showLegend } from "./legend.ts";
import { Sheet, type SheetContent } from "./sheet.ts";
import { type Change, Source } from "./source.ts";
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
  private readonly checker: Checker;
  private forms: Forms = { forms: [] };
  private answer: Answer | undefined;
  /** The text that the answer is about: its places hold in no other. */
  private checked = "";
  private failing: ReadonlyMap<string, number> = new Map();
  private documents: OpenText[] = [];
  /** What went wrong, each kind until it no longer holds. */
  private readonly troubles = { core: "", check: "", files: "" };

  constructor(core: Core) {
    for (const id of tableIds) {
      const sheet = new Sheet(id, (cell) => this.chooseCell(cell));
      this.sheets.set(id, sheet);
    }
    this.findings = new FindingList(
      byId("finding-list", HTMLOListElement),
      byId("finding-none", HTMLElement),
      byId("finding-count", HTMLElement),
      (finding) => this.chooseFinding(finding),
    );
    this.source = new Source(
      byId("text", HTMLTextAreaElement),
      byId("marks", HTMLElement),
      byId("paper", HTMLElement),
      (change) => this.changed(change),
      (begin, end) => this.chooseCaret(begin, end),
    );
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
  }

  private listen(): void {
    const input = byId("files", HTMLInputElement);
    input.value = "";
    input.addEventListener("change", () => {
      void this.open(Array.from(input.files ?? [])).then(() => {
        input.value = "";
      });
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
        void example(button.dataset["example"] ?? "").then((text) => {
          this.setDocuments([]);
          this.replace(text);
        });
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
      void this.open(Array.from(event.dataTransfer?.files ?? []));
    });
    document.addEventListener("paste", (event) => {
      const files = Array.from(event.clipboardData?.files ?? []);
      const plain = event.clipboardData?.getData("text/plain") ?? "";
      const html = event.clipboardData?.getData("text/html") ?? "";
      if (event.target === this.source.box && html !== "" && (plain === "" || /<table/i.test(html))) {
        event.preventDefault();
        void this.pasteHtml(html, plain);
      } else if (files.length > 0 && plain === "") {
        event.preventDefault();
        void this.open(files);
      }
    });
  }

  private async open(files: readonly File[]): Promise<void> {
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
    if (first !== undefined) {
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
    } else if (change === "whole" && text.includes("<")) {
      void this.takeMarkup(text);
    } else {
      this.checker.request(text, change !== "typing");
    }
  }

  /** The source of a page gives way to its text. */
  private async takeMarkup(text: string): Promise<void> {
    const plain = await this.checker.read(text).catch(() => text);
    if (this.source.value !== text) return;
    if (plain === text) this.checker.request(text, true);
    else this.source.insert(plain, true);
  }

  /** Of what was copied from a page or a word processor, the tables are whole only in its HTML. */
  private async pasteHtml(html: string, otherwise: string): Promise<void> {
    const text = await this.checker.read(html, true).catch(() => otherwise);
    this.source.insert(text, false);
  }

  private showNothing(): void {
    this.answer = undefined;
    this.tell("check", "");
    this.failing = new Map();
    this.results.dataset["state"] = "empty";
    this.verdict.removeAttribute("data-verdict");
    this.sentence.textContent = "";
    this.note.textContent = "";
    this.meta.textContent = "";
    this.meta.title = "";
    this.guide.hidden = false;
    this.findings.clear();
    this.source.setMarks([]);
  }

  private show(answer: Answer, text: string): void {
    this.answer = answer;
    this.checked = text;
    this.tell("check", "");
    const lines = new Lines(text);
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
    this.showSigns(answer);
    this.findings.show(answer.findings, new Map(answer.equations.map((equation) => [equation.id, equation])), lines);
    this.source.setMarks(marksOf(answer.findings));
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

  private showSheets(answer: Answer): void {
    const cells = new Map(answer.cells.map((cell) => [cell.id, cell]));
    const failing = new Map<string, number>();
    for (const { status, cells: ids } of answer.equations) {
      if (status === "fail") for (const id of ids) failing.set(id, (failing.get(id) ?? 0) + 1);
    }
    this.failing = failing;
    for (const table of answer.tables) {
      const layout = this.form(table.form ?? answer.form)?.tables.find(({ id }) => id === table.id);
      if (layout === undefined) continue;
      const own = (equation: Equation): boolean => equation.cells.some((id) => id.startsWith(`${table.id}.`));
      const content: SheetContent = { layout, table, cells, failing, equations: answer.equations.filter(own) };
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
