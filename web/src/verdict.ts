// The verdict in one sentence with figures, and what else should be known beside it.

import type { Answer, CellState, TableLayout } from "./answer.ts";
import { words } from "./words.ts";

export interface VerdictWords {
  readonly sentence: string;
  readonly note: string;
}

function count<Item>(items: readonly Item[], which: (item: Item) => boolean): number {
  return items.reduce((sum, item) => sum + (which(item) ? 1 : 0), 0);
}

/** How few cells make all of it hold, if the core knows a way. */
function repaired({ equations, repairs }: Answer): string {
  const known = repairs.filter(({ alternatives }) => alternatives.length > 0);
  const covers = (id: string): boolean => known.some((repair) => repair.equations.includes(id));
  if (!equations.every(({ id, status }) => status !== "fail" || covers(id))) return "";
  const cells = known.map(({ alternatives }) => alternatives[0]?.changes.length ?? 0);
  return words.verdict.repaired(cells.reduce((sum, one) => sum + one, 0));
}

export function verdictOf(answer: Answer, tables: readonly TableLayout[]): VerdictWords {
  const say = words.verdict;
  if (answer.verdict === "unreadable") return { sentence: say.unreadableText, note: answer.reason ?? "" };
  if (answer.verdict === "unknown_form") return { sentence: say.unknownForm, note: say.unknownFormNote };

  const failing = count(answer.equations, ({ status }) => status === "fail");
  const blankZero = count(answer.equations, ({ status }) => status === "pass_blank_zero");
  const held = blankZero + count(answer.equations, ({ status }) => status === "pass");
  const implied = count(answer.equations, ({ status }) => status === "implied");
  const notChecked = count(answer.equations, ({ status }) => status === "not_checked");
  const errors = count(answer.findings, ({ severity }) => severity === "error");
  const warnings = count(answer.findings, ({ severity }) => severity === "warning");
  const equationErrors = count(
    answer.findings,
    ({ severity, equation }) => severity === "error" && (equation ?? "") !== "",
  );
  const inState = (state: CellState): number => count(answer.cells, (cell) => cell.state === state);
  const inferred = count(answer.cells, (cell) => (cell.inferred ?? null) !== null);
  const goneTables = answer.tables.filter(({ status }) => status === "lost" || status === "absent");
  const gone = goneTables
    .map(({ id }) => words.table.name(tables.find((table) => table.id === id)?.section ?? ""))
    .join("、");
  // The cells of a table that is not there are not told once more, one by one.
  const missing = count(
    answer.cells,
    ({ id, state }) => state === "missing" && !goneTables.some((table) => id.startsWith(`${table.id}.`)),
  );

  const note: string[] = [];
  const tell = (amount: number, phrase: (amount: number) => string): void => {
    if (amount > 0) note.push(phrase(amount));
  };
  let sentence: string;
  if (failing > 0) {
    sentence = say.failing(failing) + repaired(answer);
    note.push(say.held(held, answer.equations.length));
    tell(errors - equationErrors, say.otherErrors);
  } else if (answer.verdict === "inconsistent") {
    sentence = gone === "" ? say.errors(errors) : say.lostTables(gone);
    if (held > 0) note.push(say.held(held, answer.equations.length));
  } else if (answer.verdict === "consistent") {
    if (implied > 0) sentence = say.noContradiction(held);
    else sentence = blankZero > 0 ? say.allHoldBlankZero(held) : say.allHold(held);
  } else {
    sentence = held > 0 ? say.holdSoFar(held) : say.nothingChecked;
  }
  tell(implied, say.implied);
  tell(notChecked, say.notChecked);
  if (gone !== "" && sentence !== say.lostTables(gone)) note.push(say.lostTables(gone));
  tell(missing, say.missing);
  tell(inState("ambiguous"), say.ambiguous);
  tell(inState("unreadable"), say.unreadable);
  tell(inState("blank"), say.blank);
  tell(inferred, say.inferred);
  tell(warnings, say.warnings);
  return { sentence, note: note.join(say.separator) };
}
