// Several years of one unit, side by side: a small chart for each total, all over the same years.

import { make } from "../dom.ts";
import { words as pageWords } from "../words.ts";
import { picture, shape, widthOf } from "./svg.ts";
import { words } from "./words.ts";

export interface Year {
  readonly year: number;
  value(cell: string): number | null;
}

const rise = 64;
const top = 18;

/** A year without a report, or without the figure, is a gap. */
function chart(cell: string, name: string, years: readonly number[], byYear: ReadonlyMap<number, Year>, slot: number): HTMLElement {
  const values = years.map((year) => byYear.get(year)?.value(cell) ?? null);
  const most = Math.max(1, ...values.map((value) => value ?? 0));
  const said = years.map((year, at) => {
    const value = values[at] ?? null;
    return words.named(pageWords.meta.year(year), value === null ? words.years.none : pageWords.figure(value));
  });
  const base = top + rise;
  const width = years.length * slot;
  const svg = picture(width, base + 18, name, said.join(words.comma));
  svg.append(shape("line", { x1: 0, x2: width, y1: base, y2: base }));
  values.forEach((value, at) => {
    const middle = (at + 0.5) * slot;
    const wide = Math.min(24, slot * 0.55);
    const height = value === null ? 0 : Math.max(0, (value / most) * rise);
    const write = (y: number, text: string, kind: string): void => {
      svg.append(shape("text", { x: middle, y, class: kind, "text-anchor": "middle" }, text));
    };
    if (height > 0) {
      const drawn = Math.max(1, height);
      svg.append(shape("rect", { x: middle - wide / 2, y: base - drawn, width: wide, height: drawn }));
    }
    write(base - height - 5, value === null ? "–" : pageWords.figure(value), value === null ? "none" : "figure");
    write(base + 14, String(years[at] ?? ""), "");
  });
  const figure = make("figure");
  figure.append(make("figcaption", "", name), svg);
  return figure;
}

export function yearsPicture(series: readonly Year[]): HTMLElement {
  const box = make("div", "years");
  const byYear = new Map(series.map((year) => [year.year, year]));
  const first = Math.min(...byYear.keys());
  const years = Array.from({ length: Math.max(...byYear.keys()) - first + 1 }, (_, at) => first + at);
  const cells = Object.entries(words.years.chart).filter(([cell]) => series.some((year) => year.value(cell) !== null));
  const longest = Math.max(
    0,
    ...series.flatMap((year) => cells.map(([cell]) => widthOf(pageWords.figure(year.value(cell) ?? 0), 11))),
  );
  const slot = Math.max(36, longest + 8);
  box.append(...cells.map(([cell, name]) => chart(cell, name, years, byYear, slot)));
  box.append(make("p", "", words.years.scale + words.stop));
  return box;
}
