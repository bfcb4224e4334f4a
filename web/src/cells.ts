// How one cell is shown: its figure or sign, and the words for those who do not see it.

import type { Cell } from "./answer.ts";
import { words } from "./words.ts";

export interface CellFace {
  /** The figure or text in the cell. */
  readonly text: string;
  /** A mark beside it that tells the state without colour. */
  readonly sign: string;
  /** Read out, not seen. */
  readonly spoken: string;
  readonly title: string;
  /** A zero. */
  readonly quiet: boolean;
  /** Stands beside what is printed, never in its place. */
  readonly inferred: number | null;
}

function plain(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}

/** What the text has in an edited cell. */
export function printedOf({ text, state }: NonNullable<Cell["edited"]>): string {
  return plain(text) || words.cell.state[state];
}

export function faceOf(cell: Cell): CellFace {
  const { state } = cell;
  const printed = plain(cell.text ?? "");
  const inferred = state === "printed" ? null : (cell.inferred ?? null);
  const title: string[] = [];
  const spoken: string[] = [];
  let text = "";

  if (cell.edited !== undefined) {
    const was = words.cell.edited(printedOf(cell.edited));
    title.push(was);
    spoken.push(was);
  }
  if (words.cell.state[state] !== "") {
    title.push(words.cell.state[state]);
    spoken.push(words.cell.state[state]);
  }
  switch (state) {
    case "printed":
      text = cell.value === null ? printed : `${cell.value}${cell.unit ?? ""}`;
      if (printed !== "" && printed !== text) title.push(cell.edited ? words.cell.typed(printed) : words.cell.printed(printed));
      break;
    case "placeholder":
    case "unreadable":
      text = printed;
      break;
    case "ambiguous":
      if (cell.candidates !== undefined && cell.candidates !== null && cell.candidates.length > 0) {
        title.push(words.cell.candidates(cell.candidates));
      }
      break;
    case "blank":
    case "missing":
      break;
  }
  if (inferred !== null) {
    title.push(words.cell.inferred(inferred));
    spoken.push(words.cell.inferredSpoken);
  }
  return {
    text,
    sign: words.cell.sign[state],
    spoken: spoken.join("，"),
    title: title.join("；"),
    quiet: state === "printed" && cell.value === 0,
    inferred,
  };
}
