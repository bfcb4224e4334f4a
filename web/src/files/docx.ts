// A word processor's document as HTML: what its reader sees of the text, in order. Left out are notes, deleted
// and hidden text, and what fields are computed from.

import { numberingOf } from "./numbering.ts";
import { all, child, elements, parseXml, settingOf, tableOf, textOf, valueOf, type Cell, type Xml } from "./xml.ts";

/** As many as a word processor's table can have. */
const mostColumns = 63;

interface Placed extends Cell {
  /** The row in which it begins. */
  readonly row: number;
}

const spanOf = (properties: Xml | undefined, name: string, least: number): number =>
  Math.min(mostColumns, Math.max(least, Number(settingOf(properties, name)) || 0));

export function htmlOfDocument(document: string, numbering: string | undefined, styles: string | undefined): string {
  const numberOf = numberingOf(parseXml(numbering), parseXml(styles));
  /** Text boxes of the paragraph that is read: they follow it. */
  let boxes = "";

  const inside = (node: Xml): string => elements(node).map(htmlOf).join("");

  function htmlOf(node: Xml): string {
    switch (node.name) {
      case "t":
        return textOf(node);
      case "tab":
        return " ";
      case "br":
      case "cr":
        return "<br>";
      case "noBreakHyphen":
        return "-";
      case "sym":
        return `&#x${valueOf(node, "char")};`;
      case "r": {
        const hidden = child(child(node, "rPr"), "vanish");
        return hidden === undefined || /^(0|false|off)$/.test(valueOf(hidden)) ? inside(node) : "";
      }
      case "pPr":
      case "del":
      case "moveFrom":
      case "rt":
        return "";
      case "p": {
        const outer = boxes;
        boxes = "";
        const html = `<p>${numberOf(child(node, "pPr"))}${inside(node)}</p>${boxes}`;
        boxes = outer;
        return html;
      }
      case "tbl":
        return table(node);
      case "txbxContent":
        boxes += inside(node);
        return "";
      case "AlternateContent":
        // The same thing for newer and for older programs.
        return elements(node).slice(0, 1).map(inside).join("");
      default:
        return inside(node);
    }
  }

  function table(node: Xml): string {
    /** By the column in which they begin, the cells that may go on below. */
    const open: (Placed | undefined)[] = [];
    const rows: Placed[][] = [];
    for (const line of all(node, "tr")) {
      const properties = child(line, "trPr");
      if (child(properties, "del") !== undefined) continue;
      const row = rows.length;
      const cells: Placed[] = [];
      let column = 0;
      const place = (columns: number, html: string, stays: boolean): void => {
        const cell = { html, columns, rows: 1, row };
        cells.push(cell);
        open.fill(undefined, column, column + columns);
        if (stays) open[column] = cell;
        column += columns;
      };
      const before = spanOf(properties, "gridBefore", 0);
      if (before > 0) place(before, "", false);
      for (const cell of all(line, "tc")) {
        const own = child(cell, "tcPr");
        const columns = spanOf(own, "gridSpan", 1);
        const goesOn = (merge: string): boolean =>
          child(own, merge) !== undefined && settingOf(own, merge) !== "restart";
        const left = cells[cells.length - 1];
        const above = open[column];
        if (goesOn("hMerge") && left !== undefined) {
          left.columns += columns;
          column += columns;
        } else if (goesOn("vMerge") && above?.columns === columns && above.row + above.rows === row) {
          above.rows++;
          column += columns;
        } else {
          place(columns, inside(cell), child(own, "vMerge") !== undefined);
        }
      }
      rows.push(cells);
    }
    return tableOf(rows);
  }

  return inside(parseXml(document));
}
