// The core's one answer (schema "gouji/1") and its forms, as the page reads them.

/** `[begin, end)` in UTF-16 code units of the text that was checked. */
export type Span = readonly [begin: number, end: number];

export type Verdict = "consistent" | "inconsistent" | "incomplete" | "unknown_form" | "unreadable";
export type TableId = "disclosure" | "requests" | "disputes";
export type TableStatus = "complete" | "partial" | "lost" | "absent";
export type CellState = "printed" | "blank" | "placeholder" | "unreadable" | "missing" | "ambiguous";
export type EquationStatus = "pass" | "pass_blank_zero" | "implied" | "fail" | "not_checked";
export type Severity = "error" | "warning" | "info";

export interface Cell {
  readonly id: string;
  readonly value: number | null;
  readonly state: CellState;
  readonly text?: string | null;
  readonly unit?: string | null;
  readonly span?: Span | null;
  readonly inferred?: number | null;
  readonly candidates?: readonly (number | null)[] | null;
  /** What the text shows in a cell that was given another text; the rest tells of that. */
  readonly edited?: { readonly value: number | null; readonly state: CellState; readonly text: string };
}

export interface Table {
  readonly id: TableId;
  readonly form: string | null;
  readonly status: TableStatus;
  readonly span?: Span | null;
}

export interface Equation {
  readonly id: string;
  readonly rule: string;
  readonly status: EquationStatus;
  readonly left: number | null;
  readonly right: number | null;
  readonly cells: readonly string[];
}

export interface Finding {
  readonly rule: string;
  readonly severity: Severity;
  readonly basis?: string | null;
  readonly basis_text?: string | null;
  readonly message: string;
  readonly message_en?: string;
  readonly cells: readonly string[];
  readonly spans: readonly Span[];
  readonly equation?: string | null;
}

export interface Change {
  readonly cell: string;
  /** Null for a cell that is not printed. */
  readonly from: number | null;
  readonly to: number;
}

export interface Alternative {
  readonly changes: readonly Change[];
  readonly kind: string;
}

export interface Repair {
  readonly equations: readonly string[];
  readonly alternatives: readonly Alternative[];
  readonly proved: boolean;
}

export interface Answer {
  readonly schema: string;
  readonly verdict: Verdict;
  readonly reason?: string | null;
  readonly form: string | null;
  readonly title: string | null;
  readonly agency: string | null;
  readonly year: number | null;
  readonly published: string | null;
  readonly tables: readonly Table[];
  readonly cells: readonly Cell[];
  readonly findings: readonly Finding[];
  readonly equations: readonly Equation[];
  readonly repairs: readonly Repair[];
  /** Beside the reports of the units: the cells that could be compared. */
  readonly rollup?: {
    readonly units: readonly string[];
    readonly cells: readonly { readonly cell: string; readonly value: number; readonly sum: number }[];
  };
}

export interface HeadCell {
  readonly h: string;
  readonly r?: number;
  readonly c?: number;
  readonly s: "col" | "row";
}

export interface ValueCell {
  readonly id: string;
  readonly r?: number;
  readonly c?: number;
}

export type LayoutCell = HeadCell | ValueCell;

export interface TableLayout {
  readonly id: TableId;
  readonly title: string;
  readonly section: string;
  readonly rows: readonly (readonly LayoutCell[])[];
}

export interface Form {
  readonly id: string;
  readonly document: string;
  readonly tables: readonly TableLayout[];
}

export interface Forms {
  readonly forms: readonly Form[];
}
