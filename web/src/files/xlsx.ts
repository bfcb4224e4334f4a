// A workbook as HTML: its sheets in order, hidden ones left out. Hidden rows and columns stay: sums count them, and
// a report without them would be said to lack them. Numbers are written as the sheet shows them.

import { all, child, elements, parseXml, tableOf, textOf, valueOf, type Cell, type Xml } from "./xml.ts";

/** Throws where a sheet would make more cells than that, blank ones counted: no report comes near. */
const mostCells = 200_000;
/** Characters in all cells: one string may stand in many. */
const mostText = 16_000_000;
/** Rows looked at for merged cells. */
const mostWork = 10_000_000;

/** What the formats without a code of their own show, and by their numbers, which. */
const codes = ["", "0", "0.00", "0%", "0.00%", "ymd", "ym", "md"];
const builtIn = "01212000034000557600005000067755000061122112200000676770067";

/** A number under a format's code. Hours and fractions are shown as the number that they are. */
export function shown(value: string, code: string, since1904: boolean): string {
  const number = Number(value);
  if (value === "" || !Number.isFinite(number)) return value;
  // What is quoted, escaped or in brackets stands for itself.
  const [format = ""] = code.slice(0, 255).replace(/("|&quot;).*?\1|\\.|_.|\*.|\[.*?\]/g, "").split(";");
  const has = (part: RegExp): boolean => part.test(format);
  if (has(/y|m.*d|d.*m/i) && number > 0 && number < 3e6) {
    // 1900 had no 29 February but has one here.
    const off = since1904 ? 1462 : number < 60 ? 1 : 0;
    const date = new Date(Date.UTC(1899, 11, 30 + off + Math.floor(number)));
    const [year, day] = [has(/y/i) ? `${date.getUTCFullYear()}年` : "", has(/d/i) ? `${date.getUTCDate()}日` : ""];
    return `${year}${date.getUTCMonth() + 1}月${day}`;
  }
  const percent = has(/%/);
  // Sums of decimals are off in their seventeenth digit.
  const exact = Number((percent ? number * 100 : number).toPrecision(15));
  const [, decimals = ""] = /\.([0#?]*)/.exec(format) ?? [];
  const rounded = has(/[0#?]/) && !has(/\/|e[+-]/i) ? Number(exact.toFixed(decimals.length)) : exact;
  return `${rounded}${percent ? "%" : ""}`;
}

/** 「B12」 as its column and row, from 1. */
function placeOf(reference: string): [column: number, row: number] | undefined {
  const [, letters, digits] = /^([A-Z]{1,3})(\d{1,7})$/.exec(reference) ?? [];
  if (letters === undefined) return undefined;
  return [Array.from(letters).reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0), Number(digits)];
}

/** A string's runs, without how they are spoken. */
function stringOf(node: Xml | undefined): string {
  const runs = node === undefined ? [] : [node, ...elements(node).filter(({ name }) => name === "r")];
  return runs.map((run) => textOf(child(run, "t"))).join("").replace(/_x000D_/g, "");
}

/** Of the cells' styles, in order. */
function codesOf(styles: Xml): string[] {
  const formats = all(child(styles, "numFmts"), "numFmt");
  const own = new Map(formats.map((node) => [valueOf(node, "numFmtId"), valueOf(node, "formatCode")]));
  return all(child(styles, "cellXfs"), "xf").map((format) => {
    const id = valueOf(format, "numFmtId");
    return own.get(id) ?? codes[Number(builtIn[Number(id)])] ?? "";
  });
}

export function htmlOfWorkbook(files: Readonly<Record<string, string>>): string {
  const workbook = parseXml(files["xl/workbook.xml"]);
  const strings = all(parseXml(files["xl/sharedstrings.xml"]), "si").map(stringOf);
  const formats = codesOf(parseXml(files["xl/styles.xml"]));
  const since1904 = /^(1|true)$/.test(valueOf(child(workbook, "workbookPr"), "date1904"));
  const relations = all(parseXml(files["xl/_rels/workbook.xml.rels"]), "Relationship");
  const paths = new Map(relations.map((node) => [valueOf(node, "Id"), valueOf(node, "Target")]));

  let room = mostText;

  function textIn(cell: Xml): string {
    const type = valueOf(cell, "t");
    const value = textOf(child(cell, "v"));
    const formula = child(cell, "f");
    if (type === "inlineStr") return stringOf(child(cell, "is"));
    // Nobody has computed it yet: that is no blank.
    if (value === "" && formula !== undefined && type !== "str") return `=${textOf(formula)}`;
    if (type === "s") return strings[Number(value)] ?? "";
    if (type === "b") return value === "1" ? "TRUE" : "FALSE";
    return type === "" || type === "n" ? shown(value, formats[Number(valueOf(cell, "s"))] ?? "", since1904) : value;
  }

  function htmlOf(sheet: Xml): string {
    /** By their numbers; blank cells that have a frame are there too. */
    const rows: { readonly number: number; readonly texts: string[]; readonly cells: (Cell | null)[] }[] = [];
    let [number, columns, last] = [0, 0, 0];
    for (const row of all(sheet, "row")) {
      number = Number(valueOf(row, "r")) || number + 1;
      const texts: string[] = [];
      for (const cell of all(row, "c")) {
        const [column] = placeOf(valueOf(cell, "r")) ?? [texts.length + 1];
        const text = (texts[column - 1] = textIn(cell));
        if ((room -= text.length) < 0) throw new RangeError();
        if (!/\S/.test(text)) continue;
        columns = Math.max(columns, column);
        last = rows.length + 1;
      }
      if (texts.length > 0) rows.push({ number, texts, cells: [] });
    }
    rows.length = last;
    let work = mostWork;
    for (const merge of all(sheet, "mergeCell")) {
      const [from, to] = valueOf(merge, "ref").split(":").map(placeOf);
      if (from === undefined || to === undefined) continue;
      const within = rows.filter(({ number }) => number >= from[1] && number <= to[1]);
      const wide = Math.min(to[0], columns) - from[0] + 1;
      if ((work -= rows.length + within.length * Math.max(wide, 0)) < 0) throw new RangeError();
      within.forEach(({ texts, cells }, at) => {
        for (let column = from[0] - 1; column < from[0] - 1 + wide; column++) cells[column] = null;
        if (at === 0) cells[from[0] - 1] = { html: texts[from[0] - 1] ?? "", columns: wide, rows: within.length };
      });
    }
    if (rows.length * columns > mostCells) throw new RangeError();
    const table = rows.map(({ texts, cells }) => {
      const single = (at: number): Cell => ({ html: texts[at] ?? "", columns: 1, rows: 1 });
      const placed = Array.from({ length: columns }, (_, at) => (cells[at] === undefined ? single(at) : cells[at]));
      return placed.filter((cell): cell is Cell => cell !== null);
    });
    return last === 0 ? "" : tableOf(table).replace(/\n|&#10;/g, "<br>");
  }

  return all(workbook, "sheet")
    .filter((sheet) => !/hidden/i.test(valueOf(sheet, "state")))
    .map((sheet) => {
      const path = (paths.get(valueOf(sheet, "id")) ?? "").toLowerCase();
      const xml = files[path.startsWith("/") ? path.slice(1) : `xl/${path}`];
      // A sheet may be a chart.
      if (xml === undefined && !path.includes("worksheets/")) return "";
      const name = valueOf(sheet, "name");
      const html = htmlOf(parseXml(xml ?? ""));
      const says = html !== "" && !/^(sheet|工作表|表)\s*\d*$/i.test(name) && !html.includes(name);
      return says ? `<h2>${name}</h2>${html}` : html;
    })
    .join("");
}
