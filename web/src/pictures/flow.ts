// Section 3 as a picture: what was carried in and came in, what became of it, and what is carried over, of the total
// column. Heights are the figures; where an equation does not hold, the difference is an open, dashed stretch.

import type { Cell, CellState, Equation, TableLayout } from "../answer.ts";
import { make } from "../dom.ts";
import { gridOf, isHead, isTall } from "../grid.ts";
import { signed } from "../residuals.ts";
import { words as pageWords } from "../words.ts";
import { fitted, picture, shape, spread, widthOf } from "./svg.ts";
import { words } from "./words.ts";

export interface FlowContent {
  /** Of the table `requests`. */
  readonly layout: TableLayout;
  readonly cells: ReadonlyMap<string, Cell>;
  readonly equations: readonly Equation[];
}

export interface Flow {
  readonly inputs: readonly Row[];
  readonly handled: Row;
  readonly groups: readonly { readonly name: string; readonly rows: readonly Row[] }[];
  readonly out: readonly Row[];
  readonly balance: Equation;
  readonly results: Equation;
}

export interface Row {
  readonly name: string;
  /** Of the form's own row, where a group has several. */
  readonly detail: string;
  readonly value: number | null;
  readonly state: CellState;
}

/** Without its number, and without what it explains in brackets. */
const plain = (head: string): string => head.replace(/^([(（].+?[)）]|\d+[.．])|[(（][^()（）]*[)）]$/g, "");

const ofTotal = (equations: readonly Equation[], rule: string): Equation | undefined =>
  equations.find((equation) => equation.rule === rule && equation.cells[0]?.endsWith(".total"));

/** What flows where is what the two equations of the total column say. */
export function flowOf({ layout, cells, equations }: FlowContent): Flow | undefined {
  const balance = ofTotal(equations, "T3.BALANCE");
  const results = ofTotal(equations, "T3.RESULTS");
  const middle = results?.cells[results.cells.length - 1];
  if (balance === undefined || results === undefined || middle === undefined) return undefined;
  const grid = gridOf(layout);
  const rowOf = (id: string): Row => {
    const row = grid.byId.get(id)?.row ?? -1;
    const heads: string[] = [];
    for (const { cell, row: top } of grid.rows.flat()) {
      if (isHead(cell) && cell.s === "row" && !isTall(cell) && top <= row && top + (cell.r ?? 1) > row) heads.push(cell.h);
    }
    const { value = null, state = "missing" } = cells.get(id) ?? {};
    const name = words.row[id.split(".")[1] ?? ""] ?? plain(heads[0] ?? id);
    return { name, detail: plain(heads[1] ?? ""), value, state };
  };
  const groups: { name: string; rows: Row[] }[] = [];
  for (const row of results.cells.slice(0, -1).map(rowOf)) {
    const last = groups[groups.length - 1];
    if (last?.name === row.name) last.rows.push(row);
    else groups.push({ name: row.name, rows: [row] });
  }
  const at = balance.cells.indexOf(middle);
  return {
    inputs: balance.cells.slice(0, at).map(rowOf).reverse(),
    handled: rowOf(middle),
    groups,
    out: balance.cells.slice(at + 1).map(rowOf),
    balance,
    results,
  };
}

const rowsOf = ({ inputs, handled, groups, out }: Flow): Row[] => [
  ...inputs,
  handled,
  ...groups.flatMap(({ rows }) => rows),
  ...out,
];

/** Why there is no picture, or nothing. */
export function lacking(flow: Flow | undefined): string {
  if (flow === undefined) return words.flow.tooLittle;
  const known = (rows: readonly Row[]): boolean => rows.some(({ value }) => value !== null);
  const all = rowsOf(flow);
  if (all.some(({ value }) => value !== null && value < 0)) return words.flow.negative;
  if (flow.handled.value === null || !known(flow.inputs) || !known(flow.groups.flatMap(({ rows }) => rows))) {
    return words.flow.tooLittle;
  }
  return all.every(({ value }) => (value ?? 0) === 0) ? words.flow.zero : "";
}

/** The difference as the core has it. */
function gapOf({ status, left, right }: Equation): string | undefined {
  if (status !== "fail" || left === null || right === null) return undefined;
  return words.flow.gap(signed(left - right));
}

const called = ({ name, detail, value }: Row): string =>
  words.named([name, detail].filter((part) => part !== "").join(" "), pageWords.figure(value ?? 0));

/** All that the picture shows. */
export function described(flow: Flow): string {
  const list = (rows: readonly Row[]): string =>
    rows.filter(({ value }) => value !== null).map(called).join(words.comma);
  const results = flow.groups.flatMap(({ rows }) => rows).filter(({ value }) => (value ?? 0) > 0);
  const gaps = ([["balance", flow.balance], ["results", flow.results]] as const).map(([name, equation]) => {
    const gap = gapOf(equation);
    return gap === undefined ? "" : `${words.flow[name]}${words.comma}${gap}`;
  });
  const handled = results.length > 0 ? words.parts(called(flow.handled), list(results)) : called(flow.handled);
  return [list(flow.inputs), handled, list(flow.out), ...gaps].filter((part) => part !== "").join("；") + words.stop;
}

/** What cannot be drawn, by the reason. */
export function notDrawn(flow: Flow): string[] {
  const said: string[] = [];
  for (const state of Object.keys(pageWords.cell.state) as CellState[]) {
    const rows = rowsOf(flow).filter((row) => row.value === null && row.state === state);
    const names = rows.length > 3 ? "" : words.flow.names(rows.map(({ name, detail }) => detail || name));
    if (rows.length > 0) said.push(words.flow.none(pageWords.cell.state[state], rows.length, names));
  }
  return said;
}

/** A stretch of a column; an open one stands for a difference. */
interface Block {
  y: number;
  readonly size: number;
  /** Of a difference, its class. */
  readonly open?: string;
}

interface Label {
  readonly name: string;
  readonly figure: string;
  readonly kind: string;
  /** Where its line begins: none for a heading. */
  readonly x?: number;
  readonly y: number;
}

const bar = 9;
const line = 18;
const top = 26;

function stack(blocks: readonly Block[], from: number, between = 0): number {
  let y = from;
  for (const block of blocks) {
    block.y = y;
    y += block.size + between;
  }
  return y;
}

const sum = (blocks: readonly Block[]): number => blocks.reduce((whole, { size }) => whole + size, 0);
const center = ({ y, size }: Block): number => y + size / 2;
const round = (value: number): number => Math.round(value * 10) / 10;

/** What is open on either side makes both equally high. */
function even(left: readonly Block[], right: readonly Block[], equation: Equation): [Block[], Block[]] {
  const difference = sum(left) - sum(right);
  const kind = equation.status === "fail" ? "open" : "open unsure";
  const open = (size: number): Block[] => (size > 1e-6 ? [{ y: 0, size, open: kind }] : []);
  return [open(-difference), open(difference)];
}

function draw(flow: Flow, width: number): SVGElement {
  const groups = flow.groups
    .map(({ name, rows }) => ({ name, several: rows.length > 1, rows: rows.filter(({ value }) => (value ?? 0) > 0) }))
    .filter(({ rows }) => rows.length > 0);
  const results = groups.flatMap(({ rows }) => rows);
  const lines = results.length + groups.filter(({ several }) => several).length + 4;
  const largest = Math.max(
    ...[[...flow.inputs], [flow.handled, ...flow.out], [...results, ...flow.out]].map((rows) =>
      rows.reduce((whole, { value }) => whole + (value ?? 0), 0),
    ),
  );
  const scale = Math.max(150, Math.min(280, lines * line - 40)) / largest;
  const block = ({ value }: Row): Block => ({ y: 0, size: (value ?? 0) * scale });

  const inputs = flow.inputs.map(block);
  const handled = block(flow.handled);
  const ends = results.map(block);
  const out = flow.out.map(block);
  const [lackIn, lackOut] = even(inputs, [handled, ...out], flow.balance);
  const [lackHandled, lackResults] = even([handled], ends, flow.results);

  stack([...inputs, ...lackIn], top);
  let y = stack([handled, ...lackHandled], top) + 16;
  const middle = stack([...out, ...lackOut], y);
  let end = top;
  let next = 0;
  for (const { rows } of groups) {
    end = stack(ends.slice(next, next + rows.length), end) + 5;
    next += rows.length;
  }
  end = stack(lackResults, end) + 11;
  const over = out.map((from) => ({ ...from }));
  const bottom = stack(over, Math.max(end, y));

  const gap = (equation: Equation): string => gapOf(equation) ?? words.flow.unknown;
  const failed = (name: "balance" | "results"): string =>
    gapOf(flow[name]) === undefined ? words.flow.unknown : words.named(gap(flow[name]), words.flow[name]);
  const figure = ({ value }: Row): string => pageWords.figure(value ?? 0);
  const left: Label[] = [];
  const right: Label[] = [];
  const leftTexts = [...flow.inputs.flatMap((row) => [row.name, figure(row)]), words.flow.side.results];
  const leftWidth = Math.max(...leftTexts.map((text) => widthOf(text, 12.5)), widthOf(gap(flow.balance)), widthOf(gap(flow.results))) + 10;
  const rightWidth = Math.max(156, Math.min(300, width * 0.45));
  const x = [leftWidth, 0, Math.max(leftWidth + 60, width - rightWidth - bar)] as [number, number, number];
  x[1] = (x[0] + x[2]) / 2;

  flow.inputs.forEach((row, at) => {
    const from = inputs[at];
    if (from !== undefined && row.value !== null) {
      left.push({ name: row.name, figure: figure(row), kind: "", x: x[0], y: center(from) });
    }
  });
  const { side } = words.flow;
  for (const from of lackIn) {
    left.push({ name: side.balance, figure: gap(flow.balance), kind: `${from.open} gap`, x: x[0], y: center(from) });
  }
  for (const from of lackHandled) {
    left.push({ name: side.results, figure: gap(flow.results), kind: `${from.open} gap`, x: x[1], y: center(from) });
  }
  next = 0;
  for (const { name, several, rows } of groups) {
    if (several) right.push({ name, figure: "", kind: "group", y: center(ends[next] ?? handled) - line });
    for (const row of rows) {
      const to = ends[next++];
      if (to === undefined) continue;
      right.push({ name: several ? row.detail : name, figure: figure(row), kind: "", x: x[2] + bar, y: center(to) });
    }
  }
  for (const to of lackResults) {
    right.push({ name: failed("results"), figure: "", kind: `${to.open} gap`, x: x[2] + bar, y: center(to) });
  }
  flow.out.forEach((row, at) => {
    const to = over[at];
    if (to !== undefined && row.value !== null) {
      right.push({ name: row.name, figure: figure(row), kind: "", x: x[2] + bar, y: center(to) });
    }
  });
  for (const from of lackOut) {
    right.push({ name: failed("balance"), figure: "", kind: `${from.open} gap`, x: x[1] + bar, y: center(from) });
  }

  const height = Math.ceil(Math.max(bottom, middle, top + right.length * line, top + left.length * 36) + 12);
  const svg = picture(width, height, words.flow.title, described(flow));
  const ribbon = (from: number, fromY: number, size: number, to: number, toY: number, toSize: number, kind: string): void => {
    const half = (from + to) / 2;
    const curve = (x1: number, y1: number, x2: number, y2: number): string =>
      `${x1} ${round(y1)}C${half} ${round(y1)} ${half} ${round(y2)} ${x2} ${round(y2)}`;
    const [one, other] = [fromY + Math.max(size, 1), toY + Math.max(toSize, 1)];
    svg.append(shape("path", { d: `M${curve(from, fromY, to, toY)}L${curve(to, other, from, one)}Z`, class: kind }));
  };
  /** Both sides hold as much: from the top, each piece goes where it meets a piece of the other. */
  const join = (from: number, lefts: readonly Block[], to: number, rights: readonly Block[]): void => {
    let at = 0;
    let used = 0;
    // What comes from nowhere is drawn as one.
    let first: number | undefined;
    for (const target of rights) {
      let done = 0;
      while (target.size - done > 1e-6) {
        const source = lefts[at];
        if (source === undefined) return;
        const size = Math.min(source.size - used, target.size - done);
        const y = target.y + done;
        if (source.open === undefined) ribbon(from + bar, source.y + used, size, to, y, size, target.open ?? "");
        else first = first ?? y;
        done += size;
        used += size;
        if (source.size - used < 1e-6) {
          const last = target.y + done;
          if (source.open !== undefined && first !== undefined) {
            ribbon(from + bar, source.y, source.size, to, first, last - first, source.open);
          }
          at++;
          used = 0;
        }
      }
    }
  };
  const blocks = (at: number, of: readonly Block[]): void => {
    for (const { y: from, size, open } of of) {
      if (size === 0) continue;
      const drawn = Math.max(size, 1.5);
      svg.append(shape("rect", { x: at, y: round(from), width: bar, height: round(drawn), class: open ?? "" }));
    }
  };
  // What came in is one pool: the report does not say which of it was carried over.
  join(x[0], [{ y: top, size: sum(inputs) }, ...lackIn], x[1], [handled, ...out, ...lackOut]);
  join(x[1], [handled, ...lackHandled], x[2], [...ends, ...lackResults]);
  join(x[1], out, x[2], over);
  blocks(x[0], [...inputs, ...lackIn]);
  blocks(x[1], [handled, ...lackHandled, ...out, ...lackOut]);
  blocks(x[2], [...ends, ...lackResults, ...over]);

  const write = (at: number, baseline: number, text: string, kind: string, anchor = "start"): void => {
    svg.append(shape("text", { x: round(at), y: round(baseline), class: kind, "text-anchor": anchor }, text));
  };
  const lead = (...points: number[]): void => {
    svg.append(shape("polyline", { points: points.map(round).join(" ") }));
  };
  write(x[1] + bar / 2, 14, called(flow.handled), "figure", "middle");

  spread(left.map(({ y: wish }) => wish), 36, height - 24).forEach((at, item) => {
    const label = left[item];
    if (label === undefined) return;
    write(x[0] - 8, at - 2, label.name, label.kind, "end");
    write(x[0] - 8, at + 13, label.figure, `figure ${label.kind}`, "end");
    if (label.x !== undefined) lead(x[0] - 6, at, label.x, label.y);
  });
  const figures = Math.max(...right.map(({ figure: text }) => widthOf(text, 12.5)), 0);
  const names = x[2] + bar + 25 + figures;
  spread(right.map(({ y: wish }) => wish), line, height - 8).forEach((at, item) => {
    const label = right[item];
    if (label === undefined) return;
    if (label.x !== undefined) lead(label.x, label.y, x[2] + bar + 10, at, x[2] + bar + 14, at);
    write(names - 6, at + 4, label.figure, `figure ${label.kind}`, "end");
    const from = label.kind.includes("gap") ? x[2] + bar + 18 : names;
    write(from, at + 4, fitted(label.name, width - from), label.kind);
  });
  return svg;
}

/** `width` in pixels; without one it follows the place that it is put in. */
export function flowPicture(content: FlowContent, width?: number): HTMLElement {
  const figure = make("figure", "flow");
  const flow = flowOf(content);
  const reason = lacking(flow);
  figure.append(make("figcaption", "", words.flow.title));
  if (flow === undefined || reason !== "") {
    figure.append(make("p", "", reason + words.stop));
    return figure;
  }
  const zeros = rowsOf(flow).some(({ value }) => value === 0) ? [words.flow.zeros] : [];
  const notes = [...zeros, ...notDrawn(flow)].join("；");
  let drawn = width ?? 640;
  let svg = draw(flow, drawn);
  figure.append(svg);
  if (notes !== "") figure.append(make("p", "", notes + words.stop));
  if (width === undefined) {
    new ResizeObserver(() => {
      const room = Math.max(300, Math.min(760, Math.floor(figure.clientWidth)));
      if (room === drawn || figure.clientWidth === 0) return;
      drawn = room;
      const next = draw(flow, room);
      svg.replaceWith(next);
      svg = next;
    }).observe(figure);
  }
  return figure;
}
