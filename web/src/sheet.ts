// One of the report's tables, laid out as its official form. The elements are made once for a form;
// a new answer only changes what differs.

import type { Cell, Equation, Table, TableLayout } from "./answer.ts";
import { faceOf } from "./cells.ts";
import { empty, make, setOrRemove, spoken } from "./dom.ts";
import { type Grid, gridOf, isHead, isTall, nameOf, placeResiduals, type Placed } from "./grid.ts";
import type { Proposal } from "./repairs.ts";
import { residualOf } from "./residuals.ts";
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
  /** The equations that hold with what is being tried. */
  readonly settled: ReadonlySet<string>;
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

function fillResidual(holder: HTMLElement, equation: Equation, settled: boolean): void {
  const { text, spoken: read, title, tone } = residualOf(equation, settled);
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
  private grid: Grid | undefined;
  private built = "";
  private selected: readonly string[] = [];

  constructor(
    id: string,
    private readonly chosen: (cell: string) => void,
    private readonly tried: (cell: string) => void,
  ) {
    const head = make("div", "sheet-head");
    this.heading.id = `sheet-${id}`;
    this.table.setAttribute("aria-labelledby", this.heading.id);
    this.element.dataset["table"] = id;
    this.scroller.append(this.table);
    head.append(this.number, this.heading, this.state);
    this.element.append(head, this.scroller);
    this.table.addEventListener("focusin", (event) => this.choose(event));
    this.table.addEventListener("click", (event) => this.choose(event));
    this.table.addEventListener("keydown", (event) => this.key(event));
  }

  show(content: SheetContent): void {
    const { layout, table, equations } = content;
    const present = table.status === "complete" || table.status === "partial";
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
      const cell = content.cells.get(id) ?? lostCell(id);
      this.fill(element, cell, content.failing.get(id) ?? 0, content.proposals.get(id));
    }
    for (const equation of equations) {
      const holder = this.residuals.get(equation.id);
      if (holder !== undefined) fillResidual(holder, equation, content.settled.has(equation.id));
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
    element.classList.toggle("tried", proposal?.tried === true);
    element.textContent = "";
    if (proposal?.tried === true) {
      // What is printed stays to be seen, struck out.
      const printed = make("s", "", face.text || words.cell.sign[cell.state]);
      printed.setAttribute("aria-hidden", "true");
      element.append(printed, make("b", "", String(proposal.to)));
      element.append(spoken(words.repair.spoken(face.text || words.cell.state[cell.state])), this.tryButton(proposal));
      return;
    }
    if (face.sign !== "") {
      const sign = make("span", "sign", face.sign);
      sign.setAttribute("aria-hidden", "true");
      element.append(sign);
    }
    if (cell.state === "printed") element.append(face.text);
    else if (face.text !== "") element.append(make("span", "printed", face.text));
    if (face.inferred !== null) element.append(make("i", "", String(face.inferred)));
    if (face.spoken !== "") element.append(spoken(face.spoken));
    if (proposal !== undefined) element.append(this.tryButton(proposal));
  }

  // Its words are drawn by the style sheet, so that the cell's text stays what is printed. The keyboard has the
  // buttons among the findings.
  private tryButton({ to, tried }: Proposal): HTMLElement {
    const button = make("button", "try");
    button.type = "button";
    button.tabIndex = -1;
    button.dataset["label"] = tried ? words.repair.undo : `→ ${to}`;
    button.setAttribute("aria-label", tried ? words.repair.undo : `${words.repair.apply} ${to}`);
    return button;
  }

  private choose(event: Event): void {
    const target = event.target instanceof Element ? event.target.closest("td") : null;
    const id = target?.dataset["cell"];
    if (target === null || target === undefined || id === undefined) return;
    for (const cell of this.cells.values()) if (cell.tabIndex === 0 && cell !== target) cell.tabIndex = -1;
    target.tabIndex = 0;
    this.chosen(id);
    if (event.type === "click" && event.target instanceof HTMLButtonElement) {
      this.tried(id);
      target.focus({ preventScroll: true });
    }
  }

  private key(event: KeyboardEvent): void {
    const id = event.target instanceof HTMLElement ? event.target.dataset["cell"] : undefined;
    const place = id === undefined ? undefined : this.grid?.byId.get(id);
    if (id === undefined || place === undefined || event.ctrlKey || event.altKey || event.metaKey) return;
    if (event.key === "Enter" || event.key === " ") {
      this.chosen(id);
      event.preventDefault();
      return;
    }
    const next = this.neighbour(place, event.key);
    if (next === undefined) return;
    event.preventDefault();
    this.cells.get(next)?.focus();
  }

  private neighbour(from: Placed, key: string): string | undefined {
    const all = [...(this.grid?.byId ?? [])];
    const row = all.filter(([, place]) => place.row === from.row).map(([id]) => id);
    const at = row.findIndex((id) => this.grid?.byId.get(id) === from);
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
