// What the list keeps of each report, and which reports belong together.

import type { Answer, CellState, Severity, Verdict } from "../answer.ts";

export interface RuleCount {
  severity: Severity;
  /** Findings in a report, or reports in a list. */
  count: number;
}

export const columns = ["agency", "path", "year", "verdict", "errors", "warnings", "blanks", "new", "handled", "carried"] as const;
export type Column = (typeof columns)[number];

/** A report of the list. The whole answer is not kept: when it is opened it is checked again. */
export interface Line {
  readonly path: string;
  /** Null when the file could not be opened. */
  text: string | null;
  /** Why it could not be opened or checked, or empty. */
  reason: string;
  /** Undefined until it has been checked. */
  verdict: Verdict | undefined;
  agency: string | null;
  year: number | null;
  form: string | null;
  /** Findings by severity; these and all other figures are null where nothing was read. */
  errors: number | null;
  warnings: number | null;
  infos: number | null;
  blanks: number | null;
  new: number | null;
  handled: number | null;
  carried: number | null;
  rules: ReadonlyMap<string, RuleCount>;
  cells: ReadonlyMap<string, { readonly value: number | null; readonly state: CellState }>;
  /** The report of the year before that it was checked with. */
  previous: Line | undefined;
  /** An earlier one with the same text, or else of the same agency and year. */
  double: Line | undefined;
}

/** The cells that a column shows. */
export const cellOf: Partial<Record<Column, string>> = {
  new: "requests.new.total",
  handled: "requests.handled.total",
  carried: "requests.carried_out.total",
};

/** The gravest first. */
export const verdicts: readonly Verdict[] = ["inconsistent", "incomplete", "consistent", "unknown_form", "unreadable"];
const severities: readonly Severity[] = ["error", "warning", "info"];

export function newLine(path: string, text: string | null = null): Line {
  const unread = { agency: null, year: null, form: null, errors: null, warnings: null, infos: null, blanks: null };
  const rest = { new: null, handled: null, carried: null, rules: new Map(), cells: new Map() };
  return { path, text, reason: "", verdict: undefined, ...unread, ...rest, previous: undefined, double: undefined };
}

export function refuse(line: Line, reason: string): void {
  Object.assign(line, newLine(line.path, line.text), { verdict: "unreadable", reason });
}

function count(rules: Map<string, RuleCount>, rule: string, severity: Severity): void {
  const known = rules.get(rule);
  if (known === undefined) {
    rules.set(rule, { severity, count: 1 });
  } else {
    known.count++;
    if (severities.indexOf(severity) < severities.indexOf(known.severity)) known.severity = severity;
  }
}

export function take(line: Line, answer: Answer): void {
  const { verdict, agency, year, form, findings } = answer;
  const rules = new Map<string, RuleCount>();
  for (const { rule, severity } of findings) count(rules, rule, severity);
  // Of no form nothing was checked.
  const of = (amount: number): number | null => (form === null ? null : amount);
  const [errors, warnings, infos] = severities.map((one) => of(findings.filter(({ severity }) => severity === one).length));
  const blanks = of(answer.cells.filter(({ state }) => state === "blank").length);
  const cells = new Map(
    answer.cells
      .filter(({ id }) => /^requests\.(new|carried_in|handled|carried_out)\.total|^disputes/.test(id))
      .map((cell) => [cell.id, { value: cell.value, state: cell.state }]),
  );
  const totals = Object.entries(cellOf).map(([column, cell]) => ({ [column]: cells.get(cell)?.value ?? null }));
  const reason = answer.reason ?? "";
  Object.assign(line, { verdict, agency, year, form, rules, errors, warnings, infos, blanks, cells, reason }, ...totals);
}

/** Agencies are the same whatever spaces and full-width forms their names are written with. */
export function same(agency: string | null): string {
  return (agency ?? "").normalize("NFKC").replace(/\s+/g, "");
}

function placeOf({ agency, year }: Line, before = 0): string {
  return agency === null || year === null ? "" : `${same(agency)} ${year - before}`;
}

/** Tells doubles, and finds for each report that of the year before. */
export function pair(lines: readonly Line[]): ReadonlyMap<Line, Line> {
  const known = new Map<string, Line>();
  for (const line of lines) {
    line.double = undefined;
    for (const key of [line.text === null ? "" : `=${line.text}`, placeOf(line)]) {
      const first = known.get(key);
      if (first !== undefined) line.double = line.double ?? first;
      else if (key !== "") known.set(key, line);
    }
  }
  const pairs = new Map<Line, Line>();
  for (const line of lines) {
    const previous = known.get(placeOf(line, 1));
    if (previous !== undefined) pairs.set(line, previous);
  }
  return pairs;
}

export interface Choice {
  /** Part of a unit's or a file's name. */
  query: string;
  verdict: Verdict | undefined;
  rule: string;
  sort: Column;
  descending: boolean;
}

export function search(lines: readonly Line[], query: string): Line[] {
  if (query === "") return lines.slice();
  const plain = (text: string): string => same(text).toLowerCase();
  return lines.filter(({ agency, year, path }) => plain(`${agency}${year}\n${path}`).includes(plain(query)));
}

let collator: Intl.Collator | undefined;

/** By unit and year where the column does not tell; what is unknown stands last either way. */
export function sorted(lines: readonly Line[], sort: Column, descending = false): Line[] {
  const { compare } = (collator = collator ?? new Intl.Collator("zh-CN", { numeric: true }));
  const by = (one: Line, other: Line, column: Column): number => {
    const [left, right] = [one, other].map((line) => (column === "verdict" ? verdicts.indexOf(line.verdict as Verdict) : line[column]));
    if (left === null || right === null) return Number(left === null) - Number(right === null);
    return compare(String(left), String(right)) * (descending && column === sort ? -1 : 1);
  };
  const order: Column[] = [sort, "agency", "year", "path"];
  return lines.slice().sort((one, other) => order.reduce((found, column) => found || by(one, other, column), 0));
}

export function choose(lines: readonly Line[], { query, verdict, rule }: Choice): Line[] {
  return search(lines, query).filter(
    (line) => (verdict === undefined || line.verdict === verdict) && (rule === "" || line.rules.has(rule)),
  );
}

/** The rules that occur, the gravest first, and in how many reports. */
export function rulesOf(lines: readonly Line[]): [rule: string, found: RuleCount][] {
  const found = new Map<string, RuleCount>();
  for (const line of lines) line.rules.forEach(({ severity }, rule) => count(found, rule, severity));
  const key = ([rule, { severity }]: [string, RuleCount]): string => severities.indexOf(severity) + rule;
  return [...found].sort((one, other) => (key(one) < key(other) ? -1 : 1));
}
