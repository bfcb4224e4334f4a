// Places in the text: which are marked and how, which cell the caret is in, how an edit moves them.

import type { Cell, Finding, Span } from "./answer.ts";

export interface Mark {
  readonly begin: number;
  readonly end: number;
  readonly severity: "error" | "warning";
  /** How many findings share the place: where two failing equations cross is the first place to look. */
  readonly findings: number;
}

/** The places of all errors and warnings, cut where they overlap, in the text's order. */
export function marksOf(findings: readonly Finding[]): Mark[] {
  const edges: { at: number; severity: "error" | "warning"; step: number }[] = [];
  for (const { severity, spans } of findings) {
    if (severity === "info") continue;
    for (const [begin, end] of spans) {
      if (end <= begin) continue;
      edges.push({ at: begin, severity, step: 1 }, { at: end, severity, step: -1 });
    }
  }
  edges.sort((one, other) => one.at - other.at);
  const marks: Mark[] = [];
  const depth = { error: 0, warning: 0 };
  let since = 0;
  for (const { at, severity, step } of edges) {
    if (at > since && depth.error + depth.warning > 0) {
      const worst = depth.error > 0 ? "error" : "warning";
      marks.push({ begin: since, end: at, severity: worst, findings: depth[worst] });
    }
    depth[severity] += step;
    since = at;
  }
  return marks;
}

export interface Segment {
  readonly begin: number;
  readonly end: number;
  readonly mark: Mark | undefined;
  readonly chosen: boolean;
}

/** The marks and the chosen places together, cut so that none overlap; an empty chosen place stays, as a point. */
export function segmentsOf(marks: readonly Mark[], chosen: readonly Span[]): Segment[] {
  const bounds = new Set<number>();
  for (const { begin, end } of marks) bounds.add(begin).add(end);
  for (const [begin, end] of chosen) bounds.add(begin).add(end);
  const sorted = [...bounds].sort((one, other) => one - other);
  const segments: Segment[] = [];
  let next = 0;
  sorted.forEach((begin, at) => {
    if (chosen.some((span) => span[0] === begin && span[1] === begin)) {
      segments.push({ begin, end: begin, mark: undefined, chosen: true });
    }
    const end = sorted[at + 1];
    if (end === undefined) return;
    while (next < marks.length && (marks[next]?.end ?? 0) <= begin) next++;
    const candidate = marks[next];
    const mark = candidate !== undefined && candidate.begin <= begin ? candidate : undefined;
    const inside = chosen.some((span) => span[0] <= begin && span[1] >= end);
    if (mark !== undefined || inside) segments.push({ begin, end, mark, chosen: inside });
  });
  return segments;
}

/** The cell that holds the selection, or that the caret touches; where two touch it, the one that begins there. */
export function cellAt(cells: readonly Cell[], begin: number, end: number): Cell | undefined {
  let touched: Cell | undefined;
  for (const cell of cells) {
    const span = cell.span;
    if (span === undefined || span === null || begin < span[0] || end > span[1]) continue;
    if (begin < span[1] || span[0] === span[1]) return cell;
    touched = cell;
  }
  return touched;
}

export interface Edit {
  readonly begin: number;
  readonly oldEnd: number;
  readonly newEnd: number;
}

/** The one stretch in which two texts differ. */
export function editBetween(before: string, after: string): Edit {
  const shorter = Math.min(before.length, after.length);
  let begin = 0;
  while (begin < shorter && before.charCodeAt(begin) === after.charCodeAt(begin)) begin++;
  let tail = 0;
  while (
    tail < shorter - begin &&
    before.charCodeAt(before.length - 1 - tail) === after.charCodeAt(after.length - 1 - tail)
  ) {
    tail++;
  }
  return { begin, oldEnd: before.length - tail, newEnd: after.length - tail };
}

/** Where the marks are after an edit; one that the edit reaches into is gone until the next answer. */
export function moveMarks(marks: readonly Mark[], edit: Edit): Mark[] {
  const shift = edit.newEnd - edit.oldEnd;
  return marks.flatMap((mark) => {
    if (mark.end <= edit.begin) return [mark];
    if (mark.begin >= edit.oldEnd) return [{ ...mark, begin: mark.begin + shift, end: mark.end + shift }];
    return [];
  });
}

/** Counts lines as an editor does; built once a text. */
export class Lines {
  private readonly starts: number[] = [0];

  constructor(text: string) {
    for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) this.starts.push(at + 1);
  }

  /** The number, from 1, of the line that an offset is on. */
  at(offset: number): number {
    let low = 0;
    let high = this.starts.length;
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if ((this.starts[middle] ?? 0) <= offset) low = middle;
      else high = middle;
    }
    return low + 1;
  }
}

/** The smallest stretch that holds all of the spans. */
export function hull(spans: readonly Span[]): Span | undefined {
  const first = spans[0];
  if (first === undefined) return undefined;
  return spans.reduce<Span>(
    (whole, span) => [Math.min(whole[0], span[0]), Math.max(whole[1], span[1])],
    first,
  );
}
