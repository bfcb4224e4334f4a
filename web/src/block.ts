// A block of cells as spreadsheets and word processors put it on the clipboard, and where it goes in a table.

import type { Assignment } from "./edits.ts";
import type { Grid } from "./grid.ts";

/** Rows by line ends and fields by tabs; a field that holds either stands in quotes. */
export function fieldsOf(text: string): string[][] {
  const rows: string[][] = [[]];
  const field = /(?:"((?:[^"]|"")*)"(?=[\t\r\n]|$)|([^\t\r\n]*))(\t|\r\n?|\n|$)/y;
  for (let end = "\t"; end === "\t" || field.lastIndex < text.length; ) {
    if (end !== "\t") rows.push([]);
    const [, quoted, plain = "", next = ""] = field.exec(text) ?? [];
    rows[rows.length - 1]?.push((quoted === undefined ? plain : quoted.replace(/""/g, '"')).trim());
    end = next;
  }
  return rows;
}

/** A figure with its unit is none. */
const isWord = (field: string): boolean => /^([^\d０-９]*[\u4e00-\u9fffA-Za-z]{2}|\d{1,2}[.．、]\s*[\u4e00-\u9fff])/.test(field);

/** Heads, which a form has between its rows, too. */
const isHeads = (fields: readonly string[]): boolean => fields.some(isWord) && fields.every((field) => field === "" || isWord(field));

/** How many columns at the left hold labels: words in some row, and no figure in any. */
function labelColumns(rows: readonly (readonly string[])[]): number {
  let labels = 0;
  const width = Math.max(0, ...rows.map(({ length }) => length));
  for (let column = 0; column < width; column++) {
    const fields = rows.map((row) => row[column] ?? "");
    if (fields.some((field) => field !== "" && !isWord(field))) break;
    if (fields.some(isWord)) labels = column + 1;
  }
  return labels;
}

/** Which cells get which texts when a block is pasted at a cell: its labels and heads are left out, and so is what
 *  reaches beyond the table. */
export function placed(grid: Grid, at: string, block: readonly (readonly string[])[]): Assignment[] {
  const from = grid.byId.get(at);
  if (from === undefined) return [];
  const only = block.length === 1 && block[0]?.length === 1 ? block[0][0] : undefined;
  if (only !== undefined) return [[at, only]];
  const rows = grid.rows
    .slice(from.row)
    .map((places) => places.filter(({ cell, column }) => "id" in cell && column >= from.column))
    .filter((places) => places.length > 0);
  // Words alone are what the cells are to have.
  const inner = block.filter((fields) => !isHeads(fields));
  const labels = labelColumns(inner);
  return (inner.length > 0 ? inner : block)
    .slice(0, rows.length)
    .flatMap((fields, row) =>
      fields.slice(labels).flatMap((text, index): Assignment[] => {
        const cell = rows[row]?.[index]?.cell;
        return cell !== undefined && "id" in cell ? [[cell.id, text]] : [];
      }),
    );
}
