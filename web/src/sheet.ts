// One of the report's tables, laid out as its official form. The elements are made once for a form;
// a new answer only changes what differs.

import type { Cell, Equation, Table, TableLayout } from "./answer.ts";
import { fieldsOf, placed } from "./block.ts";
import { faceOf } from "./cells.ts";
import { empty, make, setOrRemove, spoken } from "./dom.ts";
import type { Assignment } from "./edits.ts";
import { type Grid, gridOf, isHead, isTall, nameOf, placeResiduals, type Placed } from "./grid.ts";
import type { Proposal } from "./repairs.ts";
import { residualOf } from "./residuals.ts";
import { isThere } from "./tables.ts";
import { words } from "./words.ts";

export interface SheetContent {
  readonly layout: TableLayout;
  readonly table: Table;
  readonly cells: ReadonlyMap<string, Cell>;
  readonly equations: readonly Equation[];
  /** By cell id: in how many failing equations it stands. */
  readonly failing: ReadonlyMap<string, number>;
  /** By cell id. */
  readonly proposals: ReadonlyMap<string, Proposal>;
}

/** What is done in a table. */
export interface SheetEvents {
  chosen(cell: string): void;
  /** What is proposed for the cell is to be done. */
  adopted(cell: string): void;
  typed(cell: string, text: string): void;
  /** What was typed is kept, or given up. */
  typedAll(keep: boolean): void;
  assigned(assignments: readonly Assignment[]): void;
  undone(): void;
  redone(): void;
}

function lostCell(id: string): Cell {
  return { id, value: null, state: "missing" };
}

// What each element shows, so that an answer only touches those that change.
const shown = new WeakMap<Element, string>();

function alreadyShows(element: Element, key: string): boolean {
  if (shown.get(element) === key) return true;
  shown.set(element, key);
  return false;
}

function fillResidual(holder: HTMLElement, equation: Equation): void {
  const { text, spoken: read, title, tone } = residualOf(equation);
  if (alreadyShows(holder, `${text}|${title}`)) return;
  holder.dataset["tone"] = tone;
  holder.title = title;
  holder.textContent = text;
  if (read !== "") holder.append(spoken(read));
}

export class Sheet {
  readonly element = make("section", "sheet");
  private readonly heading = make("h2");
  private readonly number = make("span", "sheet-number");
  private readonly state = make("span", "sheet-state");
  private readonly scroller = make("div", "sheet-scroll");
  private readonly table = make("table");
  private readonly cells = new Map<string, HTMLTableCellElement>();
  private readonly residuals = new Map<string, HTMLElement>();
  private texts: ReadonlyMap<string, Cell> = new Map();
  private grid: Grid | undefined;
  private built = "";
  private selected: readonly string[] = [];
  /** The cell that is being typed in. */
  private typing: { readonly id: string; readonly box: HTMLInputElement; readonly moves: boolean } | undefined;
  /** Figures are being entered, one cell after the other: Tab goes to the next. */
  private entering = false;

  constructor(
    id: string,
    private readonly events: SheetEvents,
  ) {
    const head = make("div", "sheet-head");
    this.heading.id = `sheet-${id}`;
    this.table.setAttribute("aria-labelledby", this.heading.id);
    this.element.dataset["table"] = id;
    this.scroller.append(this.table);
    head.append(this.number, this.heading, this.state);
    this.element.append(head, this.scroller);
    this.table.addEventListener("focusin", (event) => this.choose(event));
    this.table.addEventListener("focusout", (event) => {
      if (!(event.relatedTarget instanceof Node && this.table.contains(event.relatedTarget))) this.entering = false;
    });
    this.table.addEventListener("click", (event) => this.choose(event));
    this.table.addEventListener("dblclick", (event) => {
      const id = this.cellOf(event);
      if (id !== undefined) this.type(id, undefined);
    });
    this.table.addEventListener("keydown", (event) => this.key(event));
    this.table.addEventListener("paste", (event) => this.paste(event));
    this.table.addEventListener("copy", (event) => this.copy(event));
  }

  show(content: SheetContent): void {
    const { layout, table, equations, cells } = content;
    this.texts = cells;
    const present = isThere(table);
    const built = present ? `${table.form ?? ""}|${equations.map(({ id }) => id).join()}` : table.status;
    this.number.textContent = words.table.name(layout.section);
    this.heading.textContent = layout.title;
    this.state.textContent = [words.table.status[table.status], table.form === null ? "" : words.table.form(table.form)]
      .filter((part) => part !== "")
      .join(" · ");
    this.element.dataset["status"] = table.status;
    if (built !== this.built) {
      this.built = built;
      this.clear();
      if (present) this.build(layout, equations);
      else this.buildLost(table.status === "lost" ? words.table.lost : words.table.absent);
    }
    for (const [id, element] of this.cells) {
      if (id === this.typing?.id) continue;
      const cell = cells.get(id) ?? lostCell(id);
      this.fill(element, cell, content.failing.get(id) ?? 0, content.proposals.get(id));
    }
    for (const equation of equations) {
      const holder = this.residuals.get(equation.id);
      if (holder !== undefined) fillResidual(holder, equation);
    }
  }

  select(ids: readonly string[]): void {
    for (const id of this.selected) this.cells.get(id)?.removeAttribute("aria-current");
    this.selected = ids.filter((id) => this.cells.has(id));
    for (const id of this.selected) this.cells.get(id)?.setAttribute("aria-current", "true");
  }

  /** What people call a cell, its table first. */
  nameOf(id: string): string | undefined {
    if (this.grid === undefined || !this.cells.has(id)) return undefined;
    return `${this.number.textContent ?? ""}「${nameOf(this.grid, id)}」`;
  }

  cell(id: string): HTMLElement | undefined {
    return this.cells.get(id);
  }

  private clear(): void {
    this.typing = undefined;
    this.entering = false;
    this.grid = undefined;
    this.cells.clear();
    this.residuals.clear();
    this.selected = [];
    empty(this.table);
  }

  // A table that the text does not hold keeps its name, and shows no cell that could be taken for a reading.
  private buildLost(message: string): void {
    const body = make("tbody");
    const line = make("tr");
    line.append(make("td", "lost", message));
    body.append(line);
    this.table.append(body);
  }

  private build(layout: TableLayout, equations: readonly Equation[]): void {
    const grid = gridOf(layout);
    this.grid = grid;
    const { ends, feet } = placeResiduals(grid, equations);
    const head = make("thead");
    let body = make("tbody");
    if (grid.headRows > 0) this.table.append(head);
    this.table.append(body);
    grid.rows.forEach((places, row) => {
      const line = make("tr");
      for (const place of places) line.append(this.place(place));
      if (row === 0 && ends.size > 0 && grid.headRows > 0) {
        const end = make("th", "residual", words.residual.row);
        end.scope = "col";
        end.rowSpan = grid.headRows;
        line.append(end);
      }
      const equation = ends.get(row);
      if (equation !== undefined) line.append(this.residual(equation, 1));
      else if (row >= grid.headRows && ends.size > 0) line.append(make("td", "residual"));
      if (row < grid.headRows) {
        head.append(line);
      } else {
        if (grid.headRows === 0 && places.every(({ cell }) => isHead(cell)) && body.lastElementChild?.querySelector("td")) {
          body = make("tbody");
          this.table.append(body);
        }
        body.append(line);
      }
    });
    if (feet.length > 0) this.buildFeet(grid, feet, ends.size > 0);
    const first = this.cells.values().next().value;
    if (first !== undefined) first.tabIndex = 0;
  }

  private place(place: Placed): HTMLTableCellElement {
    const { cell } = place;
    const element = make(isHead(cell) ? "th" : "td");
    if (cell.r !== undefined && cell.r > 1) element.rowSpan = cell.r;
    if (place.columns > 1) element.colSpan = place.columns;
    if (isHead(cell)) {
      element.textContent = cell.h;
      if (cell.s === "col") element.scope = place.columns > 1 ? "colgroup" : "col";
      else element.scope = (cell.r ?? 1) > 1 ? "rowgroup" : "row";
      if (element.scope === "rowgroup" && place.columns === 1) element.className = isTall(cell) ? "tall" : "group";
    } else {
      element.dataset["cell"] = cell.id;
      element.tabIndex = -1;
      if (cell.id.endsWith(".total")) element.className = "total";
      this.cells.set(cell.id, element);
    }
    return element;
  }

  private residual(equation: Equation, columns: number): HTMLElement {
    const element = make("td", "residual");
    if (columns > 1) element.colSpan = columns;
    element.dataset["equation"] = equation.id;
    this.residuals.set(equation.id, element);
    return element;
  }

  private buildFeet(grid: Grid, feet: ReturnType<typeof placeResiduals>["feet"], withEnd: boolean): void {
    const foot = make("tfoot");
    const order = Object.keys(words.residual.foot);
    const sorted = [...feet].sort((one, other) => order.indexOf(one.rule) - order.indexOf(other.rule));
    for (const { rule, equations } of sorted) {
      const line = make("tr");
      const label = words.residual.foot[rule] ?? rule;
      let column = 0;
      for (const { equation, column: at, columns } of equations) {
        if (at > column) {
          const before = make(column === 0 ? "th" : "td", "foot-label", column === 0 ? label : "");
          before.colSpan = at - column;
          if (column === 0) before.scope = "row";
          line.append(before);
        }
        if (columns > 1) {
          // No room for a head at the row's start: each group says what its figure is.
          const holder = make("td", "foot-group");
          const figure = make("span", "residual");
          holder.colSpan = columns;
          figure.dataset["equation"] = equation.id;
          this.residuals.set(equation.id, figure);
          holder.append(make("span", "foot-label", label), figure);
          line.append(holder);
        } else {
          line.append(this.residual(equation, 1));
        }
        column = at + columns;
      }
      const rest = grid.width + (withEnd ? 1 : 0) - column;
      if (rest > 0) {
        const after = make("td", "foot-label");
        after.colSpan = rest;
        line.append(after);
      }
      foot.append(line);
    }
    this.table.append(foot);
  }

  private fill(element: HTMLTableCellElement, cell: Cell, failing: number, proposal: Proposal | undefined): void {
    const face = faceOf(cell);
    const title = [
      face.title,
      failing > 0 ? words.cell.failing(failing) : "",
      proposal === undefined ? "" : words.repair.cell(proposal),
    ]
      .filter((part) => part !== "")
      .join("；");
    if (alreadyShows(element, `${cell.state}|${face.text}|${face.inferred ?? ""}|${title}`)) return;
    element.dataset["state"] = cell.state;
    setOrRemove(element, "data-inferred", face.inferred === null ? null : String(face.inferred));
    setOrRemove(element, "data-failing", failing === 0 ? null : failing === 1 ? "1" : "2");
    setOrRemove(element, "title", title === "" ? null : title);
    element.classList.toggle("zero", face.quiet);
    element.classList.toggle("proposed", proposal !== undefined);
    element.classList.toggle("edited", cell.edited !== undefined);
    element.textContent = "";
    if (face.sign !== "") {
      const sign = make("span", "sign", face.sign);
      sign.setAttribute("aria-hidden", "true");
      element.append(sign);
    }
    if (cell.state === "printed") element.append(face.text);
    else if (face.text !== "") element.append(make("span", "printed", face.text));
    if (face.inferred !== null) element.append(make("i", "", String(face.inferred)));
    if (face.spoken !== "") element.append(spoken(face.spoken));
    if (proposal !== undefined) element.append(this.proposalButton(proposal));
  }

  // Its words are drawn by the style sheet, so that the cell's text stays what is printed. The keyboard has the
  // buttons among the findings.
  private proposalButton({ to }: Proposal): HTMLElement {
    const button = make("button", "adopt");
    button.type = "button";
    button.tabIndex = -1;
    button.dataset["label"] = `→ ${to}`;
    button.setAttribute("aria-label", `${words.repair.apply} ${to}`);
    return button;
  }

  private cellOf(event: Event): string | undefined {
    const target = event.target instanceof Element ? event.target.closest("td") : null;
    return target?.dataset["cell"];
  }

  private choose(event: Event): void {
    const id = this.cellOf(event);
    if (id === undefined || event.target instanceof HTMLInputElement) return;
    this.makeCurrent(id);
    this.events.chosen(id);
    if (event.type === "click" && event.target instanceof HTMLButtonElement) {
      this.events.adopted(id);
      this.cells.get(id)?.focus({ preventScroll: true });
    }
  }

  private makeCurrent(id: string): void {
    for (const [other, cell] of this.cells) cell.tabIndex = other === id ? 0 : -1;
  }

  private key(event: KeyboardEvent): void {
    const id = this.cellOf(event);
    if (id === undefined || event.altKey || event.isComposing) return;
    if (this.typing !== undefined) this.keyWhileTyping(event, this.typing);
    else if (event.ctrlKey || event.metaKey) this.command(event);
    else this.keyOnCell(event, id);
  }

  private command(event: KeyboardEvent): void {
    const key = event.key.toLowerCase();
    if (key !== "z" && key !== "y") return;
    event.preventDefault();
    if (key === "y" || event.shiftKey) this.events.redone();
    else this.events.undone();
  }

  private keyOnCell(event: KeyboardEvent, id: string): void {
    const { key } = event;
    const onward = this.moveBy(event, id, this.entering);
    if (onward !== undefined) {
      event.preventDefault();
      this.cells.get(onward)?.focus();
    } else if (key === "Escape") {
      this.entering = false;
    } else if (key === "Enter" || key === "F2") {
      event.preventDefault();
      this.type(id, undefined);
    } else if (key === "Delete" || key === "Backspace") {
      event.preventDefault();
      this.events.assigned([[id, ""]]);
    } else if ((key.length === 1 && key !== " ") || key === "Process") {
      // What is typed, or composed, goes into the box that now has the focus.
      this.type(id, "");
    }
  }

  private keyWhileTyping(event: KeyboardEvent, { id, moves }: { id: string; moves: boolean }): void {
    const { key } = event;
    if (key === "Escape") {
      event.preventDefault();
      event.stopPropagation();
      this.stopTyping(false);
      this.cells.get(id)?.focus();
      return;
    }
    const enter = key === "Enter";
    const onward = enter
      ? this.neighbour(id, event.shiftKey ? "ArrowUp" : "ArrowDown")
      : moves || key === "Tab" ? this.moveBy(event, id, true) : undefined;
    if (!enter && onward === undefined) return;
    event.preventDefault();
    this.stopTyping(true);
    this.entering = true;
    this.cells.get(onward ?? id)?.focus();
  }

  private moveBy(event: KeyboardEvent, id: string, withTab: boolean): string | undefined {
    if (event.key !== "Tab") return this.neighbour(id, event.key);
    if (!withTab) return undefined;
    const ids = [...this.cells.keys()];
    return ids[ids.indexOf(id) + (event.shiftKey ? -1 : 1)];
  }

  /** Opens a cell for typing: with its text, or with what is given in its place. */
  private type(id: string, text: string | undefined): void {
    const element = this.cells.get(id);
    if (element === undefined || this.grid === undefined || this.typing?.id === id) return;
    const box = make("input", "cell-box");
    box.value = text ?? this.textOf(id);
    box.setAttribute("aria-label", words.cell.type(nameOf(this.grid, id)));
    box.autocomplete = "off";
    box.addEventListener("input", () => this.events.typed(id, box.value));
    box.addEventListener("blur", () => this.stopTyping(true));
    this.typing = { id, box, moves: text !== undefined };
    element.textContent = "";
    element.append(box);
    box.focus({ preventScroll: true });
    box.select();
  }

  private stopTyping(keep: boolean): void {
    const was = this.typing;
    if (was === undefined) return;
    this.typing = undefined;
    const element = this.cells.get(was.id);
    if (element !== undefined) shown.delete(element);
    this.events.typedAll(keep);
  }

  private textOf(id: string): string {
    return (this.texts.get(id)?.text ?? "").trim();
  }

  private paste(event: ClipboardEvent): void {
    const id = this.cellOf(event);
    const text = event.clipboardData?.getData("text/plain") ?? "";
    if (id === undefined || this.grid === undefined || this.typing !== undefined || text === "") return;
    event.preventDefault();
    event.stopPropagation();
    this.events.assigned(placed(this.grid, id, fieldsOf(text)));
  }

  private copy(event: ClipboardEvent): void {
    const id = this.cellOf(event);
    if (id === undefined || this.typing !== undefined || !(document.getSelection()?.isCollapsed ?? true)) return;
    event.preventDefault();
    event.clipboardData?.setData("text/plain", this.textOf(id));
  }

  private neighbour(id: string, key: string): string | undefined {
    const all = [...(this.grid?.byId ?? [])];
    const from = this.grid?.byId.get(id);
    if (from === undefined) return undefined;
    const row = all.filter(([, place]) => place.row === from.row).map(([id]) => id);
    const at = row.indexOf(id);
    switch (key) {
      case "ArrowLeft":
        return row[at - 1];
      case "ArrowRight":
        return row[at + 1];
      case "Home":
        return row[0];
      case "End":
        return row[row.length - 1];
      case "ArrowUp":
      case "ArrowDown": {
        const step = key === "ArrowDown" ? 1 : -1;
        const column = all
          .filter(
            ([, place]) =>
              (place.row - from.row) * step > 0 &&
              place.column <= from.column &&
              place.column + place.columns > from.column,
          )
          .sort(([, one], [, other]) => (one.row - other.row) * step);
        return column[0]?.[0];
      }
      default:
        return undefined;
    }
  }
}
