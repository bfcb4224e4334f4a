// The report's tables for the clipboard: the official form with its merged heads, as HTML that Word, WPS and Excel
// take, and as tab-separated fields. What the text does not show stays empty, inferred or not.

import type { Cell, TableLayout } from "../answer.ts";
import { gridOf, isHead, isTall } from "../grid.ts";

export interface TableContent {
  readonly layout: TableLayout;
  readonly cells: ReadonlyMap<string, Cell>;
}

/** What the cell has now, on one line. */
function textOf(cell: Cell | undefined): string {
  if (cell === undefined) return "";
  if (cell.value !== null) return String(cell.value);
  return cell.state === "placeholder" || cell.state === "unreadable" ? (cell.text ?? "").replace(/\s+/g, " ").trim() : "";
}

const escaped = (text: string): string =>
  text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);

export function tableHtml({ layout, cells }: TableContent): string {
  const rows = gridOf(layout).rows.map((places) => {
    const row = places.map(({ cell }) => {
      let style = "border:1px solid #000;padding:2px 5px;";
      let text: string;
      if (isHead(cell)) {
        text = cell.h;
        const narrow = isTall(cell);
        style += `text-align:${cell.s === "col" || narrow ? "center" : "left"}${narrow ? ";width:2em" : ""}`;
      } else {
        const value = cells.get(cell.id);
        text = textOf(value);
        // Else a spreadsheet might take what is no number for a formula or a date.
        style += typeof value?.value === "number" ? "text-align:right" : 'text-align:center;mso-number-format:"\\@"';
      }
      const merged = `${(cell.r ?? 1) > 1 ? ` rowspan="${cell.r}"` : ""}${(cell.c ?? 1) > 1 ? ` colspan="${cell.c}"` : ""}`;
      return `<td${merged} style="${escaped(style)}">${escaped(text)}</td>`;
    });
    return `<tr>${row.join("")}</tr>`;
  });
  const style = "border-collapse:collapse;border:1px solid #000;font-size:10.5pt";
  return `<table border="1" cellspacing="0" style="${style}">${rows.join("\n")}</table>`;
}

/** A merged cell stands in the first of its fields, and leaves the others empty. */
export function tableTsv({ layout, cells }: TableContent): string {
  const grid = gridOf(layout);
  return grid.rows
    .map((places) => {
      const fields = Array.from({ length: grid.width }, () => "");
      for (const { cell, column } of places) {
        const text = isHead(cell) ? cell.h : textOf(cells.get(cell.id));
        fields[column] = /^[=+@-]./.test(text) && Number.isNaN(Number(text)) ? `'${text}` : text;
      }
      return fields.join("\t");
    })
    .join("\r\n");
}

const heading = ({ section, title }: TableLayout): string => `${section}、${title}`;

/** All of them, each under its heading. */
export function tablesHtml(contents: readonly TableContent[]): string {
  return contents.map((content) => `<p>${escaped(heading(content.layout))}</p>\n${tableHtml(content)}`).join("\n");
}

export function tablesTsv(contents: readonly TableContent[]): string {
  return contents.map((content) => `${heading(content.layout)}\r\n${tableTsv(content)}`).join("\r\n\r\n");
}

/** Where there is no asynchronous clipboard: the event of copying takes what is given to it. False if it did not come. */
export function copyTables(contents: readonly TableContent[]): boolean {
  let copied = false;
  const give = (event: ClipboardEvent): void => {
    event.preventDefault();
    event.stopImmediatePropagation();
    event.clipboardData?.setData("text/html", `<meta charset="utf-8">${tablesHtml(contents)}`);
    event.clipboardData?.setData("text/plain", tablesTsv(contents));
    copied = event.clipboardData !== null;
  };
  // Some browsers copy only where something is selected.
  const selection = getSelection();
  const before = selection?.rangeCount ? selection.getRangeAt(0) : undefined;
  const something = document.createElement("span");
  something.textContent = " ";
  something.style.whiteSpace = "pre";
  something.style.userSelect = "text";
  document.body.append(something);
  selection?.selectAllChildren(something);
  document.addEventListener("copy", give, true);
  try {
    copied = document.execCommand("copy") && copied;
  } finally {
    document.removeEventListener("copy", give, true);
    something.remove();
    selection?.removeAllRanges();
    if (before !== undefined) selection?.addRange(before);
  }
  return copied;
}
