// A long table of which only the rows in view are built, so that thousands are as quick as ten.

import { empty, make } from "../dom.ts";

/** Rows built beyond the view, either way. */
const margin = 12;

const buttonsOf = (row: Element | null): HTMLButtonElement[] => Array.from(row?.querySelectorAll("button") ?? []);

export class Rows {
  readonly box = make("div", "batch-scroll");
  private readonly table = make("table");
  private count = 0;
  private row: (index: number) => HTMLTableRowElement = () => make("tr");
  private height = 30;
  private first = 0;
  private last = 0;
  /** The row that the Tab key reaches. */
  private current = 0;

  /** `chosen` gets what stands in `data-of` of the button that was pressed. */
  constructor(chosen: (index: number, of: string | undefined) => void) {
    this.box.append(this.table);
    this.box.addEventListener("scroll", () => this.paint(false));
    this.table.addEventListener("click", ({ target }) => {
      const at = this.indexOf(target);
      if (at < 0) return;
      this.current = at;
      chosen(at, (target as HTMLElement).dataset["of"]);
    });
    this.table.addEventListener("keydown", (event) => this.move(event));
  }

  /** `row` makes the head for -1. */
  show(name: string, kind: string, count: number, row: (index: number) => HTMLTableRowElement): void {
    this.table.className = kind;
    this.table.setAttribute("aria-label", name);
    this.table.setAttribute("aria-rowcount", String(count + 1));
    this.count = count;
    this.row = row;
    this.paint(true);
  }

  focus(index: number): void {
    this.current = Math.max(0, Math.min(index, this.count - 1));
    const top = this.current * this.height;
    const view = this.box.clientHeight - 3 * this.height;
    this.box.scrollTop = Math.max(top - view, Math.min(top, this.box.scrollTop));
    this.paint(true);
    buttonsOf(this.at(this.current))[0]?.focus({ preventScroll: true });
  }

  /** Of a row's parts; less than 0 outside the rows. */
  private indexOf(part: EventTarget | null): number {
    const row = (part as Element).closest("tr");
    return row !== null && this.table.contains(row) ? Number(row.getAttribute("aria-rowindex")) - 2 : -2;
  }

  private at(index: number): Element | null {
    return this.table.querySelector(`[aria-rowindex="${index + 2}"]`);
  }

  private move(event: KeyboardEvent): void {
    const at = this.indexOf(event.target);
    if (at < 0 || event.altKey || event.ctrlKey || event.metaKey) return;
    const page = Math.floor(this.box.clientHeight / this.height) - 3;
    const all = this.count;
    const steps: Record<string, number> = { ArrowDown: 1, ArrowUp: -1, PageDown: page, PageUp: -page, Home: -all, End: all };
    const step = steps[event.key];
    const aside = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    const buttons = buttonsOf(this.at(at));
    if (step !== undefined) this.focus(at + step);
    else if (aside !== undefined) buttons[buttons.indexOf(event.target as HTMLButtonElement) + aside]?.focus();
    else return;
    event.preventDefault();
  }

  private paint(anew: boolean, measured = false): void {
    const { scrollTop, clientHeight } = this.box;
    const top = Math.min(this.count, Math.floor(scrollTop / this.height));
    const end = Math.min(this.count, top + Math.ceil((clientHeight || 600) / this.height));
    if (!anew && top >= this.first && end <= this.last) return;
    const held = document.activeElement as HTMLButtonElement;
    const at = this.indexOf(held);
    const order = buttonsOf(this.at(at)).indexOf(held);
    this.first = Math.max(0, top - margin);
    this.last = Math.min(this.count, end + margin);
    const stop = this.current >= this.first && this.current < this.last ? this.current : top;
    const [head, body] = [make("thead"), make("tbody")];
    const place = (into: HTMLElement, index: number): void => {
      const row = this.row(index);
      row.setAttribute("aria-rowindex", String(index + 2));
      if (index >= 0) for (const button of buttonsOf(row)) button.tabIndex = -1;
      const [open] = buttonsOf(row);
      if (index === stop && open !== undefined) open.tabIndex = 0;
      into.append(row);
    };
    const gap = (rows: number): void => {
      const row = make("tr");
      row.setAttribute("aria-hidden", "true");
      row.style.height = `${rows * this.height}px`;
      body.append(row);
    };
    place(head, -1);
    gap(this.first);
    for (let index = this.first; index < this.last; index++) place(body, index);
    gap(this.count - this.last);
    empty(this.table);
    this.table.append(head, body);
    buttonsOf(this.at(at))[order]?.focus({ preventScroll: true });
    const tall = body.rows[1]?.offsetHeight ?? 0;
    if (measured || this.count === 0 || tall === 0 || tall === this.height) return;
    this.height = tall;
    this.paint(true, true);
  }
}
