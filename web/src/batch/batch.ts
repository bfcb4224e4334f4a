// Many reports at once: read and checked by several cores, listed, compared with the year before, exported.

import type { Answer, Forms } from "../answer.ts";
import { Core } from "../core.ts";
import { empty, make, spoken } from "../dom.ts";
import { gridOf, nameOf } from "../grid.ts";
import { download } from "../handover/download.ts";
import { inLanguage, language } from "../language.ts";
import type { Named, Report } from "../report.ts";
import { words as page } from "../words.ts";
import { isOwn, pathOf } from "./folder.ts";
import {
  cellOf,
  type Choice,
  choose,
  type Column,
  columns,
  type Line,
  newLine,
  pair,
  refuse,
  rulesOf,
  same,
  sorted,
  take,
  verdicts,
} from "./lines.ts";
import { Pool } from "./pool.ts";
import { RollUp } from "./rollup.ts";
import { Rows } from "./rows.ts";
import { csvFile, csvOf, type Part, type Row, Workbook } from "./tabular.ts";
import { markup, words } from "./words.ts";

export interface BatchHost {
  /** Rejects with a message for the user. */
  openFile(file: File, core: Core): Promise<Named>;
  show(report: Report): void;
}

type View = "list" | "heat" | "rollup";

/** Milliseconds between two looks at what has been done. */
const pause = 250;
const signs = { error: "✗", warning: "!", info: "i" };

const named = ({ path, text }: Line): Named => ({ name: path, text: text ?? "" });

export class Batch {
  readonly element = make("section", "batch");
  private readonly pool = new Pool(() => new Core());
  private readonly rows = new Rows((at, rule) => this.open(this.listed[at], rule));
  private readonly rollup = new RollUp({
    lines: () => this.lines,
    check: (parent, units) => this.addUp(parent, units),
    name: (form, cell) => this.nameOf(form, cell),
    open: (parent) => this.open(parent),
  });
  private lines: Line[] = [];
  private listed: readonly Line[] = [];
  private current: Line | undefined;
  private view: View = "list";
  private readonly choice: Choice = { query: "", verdict: undefined, rule: "", sort: "agency", descending: false };
  private forms: Forms = { forms: [] };
  private titles: readonly { readonly rule: string; readonly title: string; readonly title_en: string }[] = [];
  private readonly names = new Map<string, string>();
  /** Ends when all that was asked for before is done. */
  private turn: Promise<void> = Promise.resolve();

  constructor(private readonly host: BatchHost) {
    const { element } = this;
    element.addEventListener("click", ({ target }) => this.press((target as HTMLElement).dataset["do"] ?? ""));
    element.addEventListener("input", ({ target }) => {
      if (target === this.part(".batch-filters input")) this.narrow({ query: (target as HTMLInputElement).value });
    });
    element.addEventListener("change", ({ target }) => {
      const input = target as HTMLInputElement;
      if (input === this.part(".batch-filters select")) this.narrow({ rule: input.value });
      if (input.type !== "file") return;
      void this.add(Array.from(input.files ?? []));
      input.value = "";
    });
    element.addEventListener("keydown", ({ key }) => {
      if (key === "Escape" && this.view !== "list") this.press("list");
    });
    inLanguage(() => this.draw());
  }

  /** Reads and checks files, and those of one unit and consecutive years with each other. */
  add(files: readonly File[]): Promise<void> {
    return this.inTurn(async () => {
      const jobs = files.map((file) => ({ file, line: newLine(pathOf(file)) })).filter(({ line }) => isOwn(line.path));
      const all = this.lines.length + jobs.length;
      const read = await this.work(
        jobs,
        words.checking,
        async (core, { file, line }) => {
          try {
            line.text = (await this.host.openFile(file, core)).text;
          } catch (error) {
            if (line.verdict !== undefined) return; // too late
            refuse(line, (error as Error).message);
            this.lines.push(line);
            await core.read(" ", false); // it may be the core that broke down
            return;
          }
          take(line, JSON.parse(await core.check({ text: line.text })) as Answer);
          this.lines.push(line);
        },
        ({ line }, reason) => {
          if (line.verdict !== undefined) return;
          refuse(line, words.broken(reason));
          this.lines.push(line);
        },
      );
      const compared = read && (await this.compare());
      const { length } = this.lines;
      const years = this.lines.filter(({ previous }) => previous).length;
      this.tell(compared ? words.done(length, years) : words.stopped(length, all - length));
      this.draw();
    });
  }

  /** To the next or the previous report of the list. */
  step(by: 1 | -1): void {
    let at = this.listed.indexOf(this.current as Line);
    do at += by;
    while (this.listed[at]?.text === null);
    this.open(this.listed[at]);
  }

  /** When the list is seen again: where it was left. */
  focus(): void {
    if (this.view === "rollup") return;
    this.refresh();
    this.rows.focus(this.listed.indexOf(this.current as Line));
  }

  close(): void {
    this.pool.close();
    this.lines = [];
    this.current = undefined;
    this.view = "list";
    Object.assign(this.choice, { query: "", verdict: undefined, rule: "" });
    this.tell("");
    this.draw();
  }

  /** The reports of a unit by their years, for pictures of how its figures went. */
  seriesOf(agency: string): { year: number; value(cell: string): number | null }[] {
    const own = this.lines.filter((line) => line.year !== null && !line.double && same(line.agency) === same(agency));
    return sorted(own, "year").map(({ year, cells }) => ({
      year: year as number,
      value: (cell) => cells.get(cell)?.value ?? null,
    }));
  }

  private part<Kind extends HTMLElement>(selector: string): Kind {
    return this.element.querySelector(selector) as Kind;
  }

  private tell(message: string): void {
    this.part(".batch-status").textContent = message;
  }

  // Work

  private inTurn(work: () => Promise<void>): Promise<void> {
    this.tell("");
    this.turn = this.turn.then(work).catch((error: Error) => this.tell(page.failure.start(error.message)));
    return this.turn;
  }

  /** Work on the pool, with its progress and a way to stop it. Whether all was done. */
  private async work<Job>(
    jobs: readonly Job[],
    label: string,
    work: (core: Core, job: Job, at: number) => Promise<void>,
    failed: (job: Job, reason: string) => void,
  ): Promise<boolean> {
    let done = 0;
    const tell = (): void => {
      const bar = this.part<HTMLProgressElement>("progress");
      bar.max = jobs.length;
      bar.value = done;
      this.part(".batch-progress").hidden = false;
      this.part(".batch-progress span").textContent = `${label} ${done} / ${jobs.length}`;
      this.refresh();
    };
    tell();
    const timer = setInterval(tell, pause);
    try {
      return await this.pool.run(
        jobs,
        async (core, job, at) => {
          if (this.titles.length === 0) {
            this.forms = JSON.parse(await core.forms) as Forms;
            this.titles = JSON.parse(await core.help()) as Batch["titles"];
          }
          await work(core, job, at);
          done++;
        },
        (job, reason) => {
          failed(job, reason);
          done++;
        },
      );
    } finally {
      clearInterval(timer);
      this.part(".batch-progress").hidden = true;
    }
  }

  /** Checks those anew whose report of the year before has come or gone. */
  private compare(): Promise<boolean> {
    const pairs = pair(sorted(this.lines, "path"));
    return this.work(
      this.lines.filter((line) => line.text !== null && pairs.get(line) !== line.previous),
      words.pairing,
      async (core, line) => {
        const previous = pairs.get(line);
        take(line, JSON.parse(await core.check({ text: line.text ?? "", previous: previous?.text ?? "" })) as Answer);
        line.previous = previous;
      },
      (line, reason) => refuse(line, words.broken(reason)),
    );
  }

  private async addUp(parent: Line, units: readonly Line[]): Promise<Answer | undefined> {
    let answer: Answer | undefined;
    await this.inTurn(async () => {
      await this.work(
        [parent],
        words.checking,
        async (core) => {
          await core.setUnits(units.map(named));
          answer = JSON.parse(await core.check({ text: parent.text ?? "" })) as Answer;
          await core.setUnits([]);
        },
        (_, reason) => this.tell(words.broken(reason)),
      );
    });
    return answer;
  }

  private titleOf(rule: string): string {
    const help = this.titles.find((one) => one.rule === rule);
    return `${rule} ${(language() === "en" ? help?.title_en : help?.title) ?? ""}`;
  }

  private nameOf(form: string | null, cell: string): string {
    const known = this.forms.forms.find(({ id }) => id === form);
    if (known === undefined) return cell;
    const key = (id: string): string => `${known.id} ${id}`;
    if (!this.names.has(key(cell))) {
      for (const grid of known.tables.map(gridOf)) {
        grid.byId.forEach((_, id) => this.names.set(key(id), nameOf(grid, id)));
      }
    }
    return this.names.get(key(cell)) ?? cell;
  }

  /** What is listed, in the order in which it is. The cells are not kept: for them every report is checked once more. */
  private export(as: "lines" | "csv" | "xlsx"): Promise<void> {
    return this.inTurn(async () => {
      const [list = "", cells = ""] = words.sheets;
      const { listed } = this;
      const heads: Row = [...columns.map((column) => words.columns[column]), ...words.more];
      const lines = listed.map((line): Row => [
        ...columns.map((column) => (column === "verdict" ? verdictOf(line) : line[column])),
        line.form,
        line.infos,
        [...line.rules].map(([rule, { count }]) => `${rule}×${count}`).join(" "),
        noteOf(line),
      ]);
      const save = (what: string, content: Blob): void =>
        download(`${words.file(what, listed.length)}.${as === "xlsx" ? as : "csv"}`, content.type, content);
      if (as === "lines") {
        save(list, csvFile([csvOf([heads, ...lines])]));
        return;
      }
      const book = new Workbook();
      let whole = true;
      const texts = [csvOf([words.cells])];
      const parts: Part[] = [];
      const done = await this.work(
        listed.filter(({ text }) => text !== null),
        words.exporting,
        async (core, { path, text, agency, year }, at) => {
          const answer = JSON.parse(await core.check({ text: text ?? "" })) as Answer;
          const rows = answer.cells.map(({ id, value, state }): Row => [path, agency, year, id, this.nameOf(answer.form, id), value, state]);
          if (as === "csv") texts[at + 1] = csvOf(rows);
          else parts[at] = book.part(rows);
        },
        () => {
          whole = false;
        },
      );
      if (!done || !whole) {
        this.tell(words.notExported);
      } else if (as === "csv") {
        save(cells, csvFile(texts));
      } else {
        const first = { name: list, head: heads, widths: [32, 40, 8, 12, 8, 8, 8, 10, 10, 10, 8, 8, 40, 60], parts: [book.part(lines)] };
        const second = { name: cells, head: words.cells, widths: [40, 32, 8, 36, 48, 12, 12], parts: parts.filter(Boolean) };
        save("", await book.file([first, second]));
      }
    });
  }

  // What is seen

  private press(what: string): void {
    if (what === "stop") this.pool.stop();
    else if (what === "close") this.close();
    else if (what === "lines" || what === "csv" || what === "xlsx") void this.export(what);
    else if (what === "list" || what === "heat" || what === "rollup") {
      this.view = what;
      this.draw();
      this.part(`[data-do="${what}"]`).focus();
    }
  }

  private draw(): void {
    const message = this.element.querySelector(".batch-status")?.textContent ?? "";
    const [at] = Array.from(this.element.querySelectorAll(".batch-progress"));
    this.element.innerHTML = markup("list");
    // Of work that goes on the progress stays.
    if (at !== undefined) this.part(".batch-progress").replaceWith(at);
    this.element.append(this.rows.box, this.rollup.element);
    this.element.setAttribute("aria-label", this.part("h2").textContent ?? "");
    this.tell(message);
    this.part<HTMLInputElement>(".batch-filters input").value = this.choice.query;
    for (const verdict of [undefined, ...verdicts]) {
      const button = make("button", verdict && `verdict-${verdict}`);
      button.addEventListener("click", () => this.narrow({ verdict }));
      this.part(".batch-filters div").append(button);
    }
    if (this.view === "rollup") this.rollup.show();
    this.refresh();
  }

  private narrow(choice: Partial<Choice>): void {
    Object.assign(this.choice, choice);
    this.rows.box.scrollTop = 0;
    this.refresh();
  }

  private refresh(): void {
    const { view, choice } = this;
    // Those that were sorted before take next to no time.
    const lines = (this.lines = sorted(this.lines, choice.sort, choice.descending));
    const none = lines.length === 0;
    const apart = none || view === "rollup";
    this.listed = choose(lines, choice);
    this.part(".batch-filters").hidden = this.rows.box.hidden = apart;
    this.rollup.element.hidden = none || !apart;
    const [hint, about] = Array.from(this.element.querySelectorAll<HTMLElement>(":scope > .batch-hint"));
    if (hint !== undefined) hint.hidden = !none;
    if (about !== undefined) about.hidden = none || view !== "heat";
    for (const tool of Array.from(this.element.querySelectorAll<HTMLButtonElement>(".batch-bar:first-child button"))) {
      tool.disabled = none;
      if (tool.hasAttribute("aria-pressed")) press(tool, tool.dataset["do"] === view);
    }
    if (apart) return;
    [undefined, ...verdicts].forEach((verdict, at) => {
      const button = this.part(".batch-filters div").children[at] as HTMLButtonElement;
      const { length } = verdict === undefined ? lines : lines.filter((line) => line.verdict === verdict);
      button.textContent = `${verdict === undefined ? words.all : words.verdicts[verdict]} ${length}`;
      button.hidden = length === 0;
      press(button, choice.verdict === verdict);
    });
    const select = this.part<HTMLSelectElement>(".batch-filters select");
    if (document.activeElement !== select) {
      empty(select);
      select.append(new Option(words.anyRule, ""));
      for (const [rule, { count }] of rulesOf(lines)) {
        select.append(new Option(`${this.titleOf(rule)} ×${count}`, rule, false, rule === choice.rule));
      }
    }
    this.part(".batch-filters span").textContent = words.listed(this.listed.length);
    if (view === "heat") this.showHeat();
    else this.showList();
  }

  private showList(): void {
    const { sort, descending } = this.choice;
    const head = (): HTMLTableRowElement => {
      const row = make("tr");
      for (const column of columns) {
        // Figures are first wanted from the largest.
        const turned = column === sort ? !descending : columns.indexOf(column) > 3;
        const cell = headOf(row, column, words.columns[column], () => this.narrow({ sort: column, descending: turned }));
        if (column !== sort) continue;
        cell.setAttribute("aria-sort", descending ? "descending" : "ascending");
        cell.firstElementChild?.append(unspoken(descending ? " ▼" : " ▲"));
      }
      headOf(row, "note", words.more[3] ?? "");
      return row;
    };
    this.rows.show(this.part('[data-do="list"]').textContent ?? "", "batch-list", this.listed.length, (at) => {
      if (at < 0) return head();
      const line = this.listed[at] as Line;
      const row = this.rowOf(at);
      const add = (kind: string, text: string): HTMLElement => {
        const cell = make("td", kind, text);
        row.append(cell);
        return cell;
      };
      row.children[0]?.after(make("td", "path", line.path));
      add(`verdict-${line.verdict}`, verdictOf(line));
      for (const column of columns.slice(4)) {
        const value = line[column];
        if (typeof value === "number") {
          add(value === 0 ? "zero" : column, page.figure(value));
        } else {
          const cell = add("zero", "");
          const state = line.cells.get(cellOf[column] ?? "")?.state;
          cell.title = (state && page.cell.state[state]) || words.unknown;
          cell.append(unspoken("—"), spoken(cell.title));
        }
      }
      const note = noteOf(line);
      add("note", note).title = note;
      return row;
    });
  }

  private showHeat(): void {
    const rules = rulesOf(this.listed);
    const { rule: only } = this.choice;
    const head = (): HTMLTableRowElement => {
      const row = make("tr");
      for (const column of ["agency", "year"] as const) headOf(row, column, words.columns[column]);
      for (const [rule] of rules) {
        const cell = headOf(row, "rule", rule, () => this.narrow({ rule: rule === only ? "" : rule }));
        cell.title = this.titleOf(rule);
        press(cell.firstElementChild as HTMLElement, rule === only);
      }
      return row;
    };
    this.rows.show(this.part('[data-do="heat"]').textContent ?? "", "batch-heat", this.listed.length, (at) => {
      if (at < 0) return head();
      const row = this.rowOf(at);
      for (const [rule] of rules) {
        const found = this.listed[at]?.rules.get(rule);
        const cell = make("td", found?.severity);
        if (found !== undefined) {
          const open = make("button", "", signs[found.severity] + found.count);
          open.dataset["of"] = rule;
          open.title = `${page.severity[found.severity]} ${this.titleOf(rule)}`;
          cell.append(open);
        }
        row.append(cell);
      }
      return row;
    });
  }

  /** The unit, which opens the report, and the year. */
  private rowOf(at: number): HTMLTableRowElement {
    const line = this.listed[at] as Line;
    const row = make("tr");
    const head = make("th");
    const open = make("button", "", line.agency ?? words.noAgency);
    const before = this.listed[at - 1];
    if (line.agency === null || (before !== undefined && same(before.agency) === same(line.agency))) open.className = "path";
    if (line === this.current) row.setAttribute("aria-current", "true");
    head.scope = "row";
    open.title = line.path;
    head.append(open);
    row.append(head, make("td", "year", String(line.year ?? "—")));
    return row;
  }

  private open(line: Line | undefined, rule?: string): void {
    if (line === undefined) return;
    if (line.text === null) {
      this.tell(line.reason);
      return;
    }
    this.current = line;
    const at = this.listed.indexOf(line) + 1;
    this.host.show({
      ...named(line),
      previous: line.previous && named(line.previous),
      units: this.rollup.unitsOf(line).map(named),
      position: at === 0 ? "" : words.position(at, this.listed.length),
      rule: rule ?? (this.choice.rule || undefined),
    });
  }
}

function verdictOf({ verdict = "unreadable" }: Line): string {
  return words.verdicts[verdict];
}

function noteOf({ reason, previous, double, text }: Line): string {
  const notes = [reason];
  if (previous?.year) notes.push(words.withPrevious(previous.year));
  if (double !== undefined) notes.push(words.double(double.path, double.text === text));
  return notes.filter(Boolean).join("；");
}

function headOf(row: HTMLElement, column: Column | "note" | "rule", text: string, press?: () => void): HTMLElement {
  const cell = make("th", column, press ? "" : text);
  cell.scope = "col";
  if (press !== undefined) {
    const button = make("button", "", text);
    button.addEventListener("click", press);
    cell.append(button);
  }
  row.append(cell);
  return cell;
}

/** For the eyes only. */
function unspoken(text: string): HTMLElement {
  const element = make("span", "", text);
  element.setAttribute("aria-hidden", "true");
  return element;
}

function press(button: HTMLElement, chosen: boolean): void {
  button.setAttribute("aria-pressed", String(chosen));
}
