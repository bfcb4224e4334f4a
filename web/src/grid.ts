// The geometry of a form's table: where its merged heads and its cells stand, and where each equation's
// residual belongs. It knows rows and columns only, no form.

import type { Equation, HeadCell, LayoutCell, TableLayout } from "./answer.ts";

export interface Placed {
  readonly cell: LayoutCell;
  readonly row: number;
  readonly column: number;
  readonly columns: number;
}

export interface Grid {
  readonly rows: readonly (readonly Placed[])[];
  readonly width: number;
  /** How many rows at the top hold nothing but column heads, when all such rows are at the top. */
  readonly headRows: number;
  readonly byId: ReadonlyMap<string, Placed>;
}

export function isHead(cell: LayoutCell): cell is HeadCell {
  return "h" in cell;
}

function isHeadRow(row: readonly LayoutCell[]): boolean {
  return row.every((cell) => isHead(cell) && cell.s === "col");
}

/** Lays out rows as HTML does: a cell takes the first column that no cell from above reaches into. */
export function gridOf(layout: TableLayout): Grid {
  const free: number[] = []; // per column, the first row that it is free in
  const byId = new Map<string, Placed>();
  const rows = layout.rows.map((cells, row) => {
    let column = 0;
    return cells.map((cell) => {
      while ((free[column] ?? 0) > row) column++;
      const columns = cell.c ?? 1;
      for (let at = column; at < column + columns; at++) free[at] = row + (cell.r ?? 1);
      const placed: Placed = { cell, row, column, columns };
      if (!isHead(cell)) byId.set(cell.id, placed);
      column += columns;
      return placed;
    });
  });
  const heads = layout.rows.map(isHeadRow);
  const first = heads.indexOf(false);
  const headRows = first < 0 || heads.indexOf(true, first) >= 0 ? 0 : first;
  return { rows, width: free.length, headRows, byId };
}

/** A group of heads as tall as most of the table says little of one of its rows. */
export function isTall(head: HeadCell): boolean {
  return (head.r ?? 1) > 12;
}

/** What a cell is called: the heads of its row, or else those over its column, and the head next above it. */
export function nameOf(grid: Grid, id: string): string {
  const place = grid.byId.get(id);
  if (place === undefined) return id;
  const rows: string[] = [];
  const columns: string[] = [];
  for (const { cell, row, column, columns: wide } of grid.rows.flat()) {
    if (!isHead(cell) || row > place.row) continue;
    if (cell.s === "row") {
      if (row + (cell.r ?? 1) > place.row && !isTall(cell)) rows.push(cell.h);
    } else if (column <= place.column && column + wide > place.column) {
      columns.push(cell.h);
    }
  }
  const last = columns.pop() ?? "";
  return [rows.join("") || columns.join(" "), last].filter((part) => part !== "").join(" · ");
}

export interface FootEquation {
  readonly equation: Equation;
  readonly column: number;
  readonly columns: number;
}

export interface Residuals {
  /** By row: the one equation of its cells. */
  readonly ends: ReadonlyMap<number, Equation>;
  /** One row under the table for each rule. */
  readonly feet: readonly { readonly rule: string; readonly equations: readonly FootEquation[] }[];
}

/** An equation within a row stands at its end if it is the row's only one; every other stands below its cells. */
export function placeResiduals(grid: Grid, equations: readonly Equation[]): Residuals {
  const within = new Map<number, Equation[]>();
  const feet = new Map<string, FootEquation[]>();
  const below = (equation: Equation, places: readonly Placed[]): void => {
    const column = Math.min(...places.map((place) => place.column));
    const end = Math.max(...places.map((place) => place.column + place.columns));
    const row = feet.get(equation.rule) ?? [];
    row.push({ equation, column, columns: end - column });
    feet.set(equation.rule, row);
  };
  const placesOf = (equation: Equation): Placed[] =>
    equation.cells.flatMap((id) => {
      const place = grid.byId.get(id);
      return place === undefined ? [] : [place];
    });

  for (const equation of equations) {
    const places = placesOf(equation);
    const first = places[0];
    if (first === undefined) continue;
    if (places.every((place) => place.row === first.row)) {
      const row = within.get(first.row) ?? [];
      row.push(equation);
      within.set(first.row, row);
    } else {
      below(equation, places);
    }
  }
  const ends = new Map<number, Equation>();
  for (const [row, list] of within) {
    const only = list[0];
    if (list.length === 1 && only !== undefined) ends.set(row, only);
    else for (const equation of list) below(equation, placesOf(equation));
  }
  return {
    ends,
    feet: [...feet].map(([rule, list]) => ({
      rule,
      equations: list.sort((one, other) => one.column - other.column),
    })),
  };
}
