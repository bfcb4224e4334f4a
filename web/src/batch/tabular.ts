// Rows as CSV, and as a workbook that spreadsheet programs open.

export type Value = string | number | null;
export type Row = readonly Value[];
type Bytes = Uint8Array<ArrayBuffer>;

// A text that a spreadsheet would take for a formula is not to be run as one.
function field(value: Value): string {
  if (typeof value !== "string") return String(value ?? "");
  const text = value.replace(/^[=+\-@\t\r]/, "'$&");
  return /[",\r\n]/.test(text) ? `"${text.replace(/"/g, '""')}"` : text;
}

export function csvOf(rows: readonly Row[]): string {
  return rows.map((row) => `${row.map(field).join()}\r\n`).join("");
}

/** With the sign by which spreadsheet programs know UTF-8. */
export function csvFile(parts: readonly string[]): Blob {
  return new Blob(["\ufeff", ...parts], { type: "text/csv" });
}

const encoder = new TextEncoder();
const schemas = "http://schemas.openxmlformats.org/";
const relations = `${schemas}officeDocument/2006/relationships`;
const office = "application/vnd.openxmlformats-officedocument.spreadsheetml.";
const mostRows = 1_048_576;
const mostCharacters = 32_767;

const escapes: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", "\r": "&#13;" };

function escaped(text: string): string {
  const kept = text.slice(0, mostCharacters).replace(/[^\t\n\r\u0020-\ufffd]/g, "");
  return kept.replace(/[&<\r]/g, (sign) => escapes[sign] ?? "");
}

/** A document with its declaration and the root's namespace. */
function xml(root: string, space: string, content: string): string {
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><${root} xmlns="${schemas}${space}">${content}</${root}>`;
}

const sheetXml = (root: string, content: string): string => xml(root, "spreadsheetml/2006/main", content);

const links = (content: string): string => xml("Relationships", "package/2006/relationships", content);

export interface Part {
  readonly bytes: Bytes;
  readonly rows: number;
}

export interface Sheet {
  readonly name: string;
  readonly widths: readonly number[];
  readonly head: Row;
  readonly parts: readonly Part[];
}

export class Workbook {
  private readonly strings = new Map<string, number>();

  /** Some rows of a sheet, ready to be put in their place. */
  part(rows: readonly Row[], style = ""): Part {
    const cell = (value: Value): string => {
      if (typeof value !== "string") return value === null ? "<c/>" : `<c><v>${value}</v></c>`;
      const at = this.strings.get(value) ?? this.strings.size;
      this.strings.set(value, at);
      return `<c${style} t="s"><v>${at}</v></c>`;
    };
    const text = rows.map((row) => `<row>${row.map(cell).join("")}</row>`).join("");
    return { bytes: encoder.encode(text), rows: rows.length };
  }

  file(sheets: readonly Sheet[]): Promise<Blob> {
    const files: [name: string, ...content: (string | Bytes)[]][] = [];
    let [tabs, types, related] = ["", "", ""];
    const add = (kind: string, path: string, ...content: (string | Bytes)[]): void => {
      const id = `r${files.length}`;
      types += `<Override PartName="/xl/${path}.xml" ContentType="${office}${kind}+xml"/>`;
      related += `<Relationship Id="${id}" Type="${relations}/${kind}" Target="${path}.xml"/>`;
      files.push([`xl/${path}.xml`, ...content]);
    };
    for (const { name, widths, head, parts } of sheets) {
      for (let [from, share] = [0, 1]; from === 0 || from < parts.length; share++) {
        let [rows, to] = [1, from];
        while (to < parts.length && rows + (parts[to]?.rows ?? 0) <= mostRows) rows += parts[to++]?.rows ?? 0;
        const columns = widths.map((width, at) => `<col min="${at + 1}" max="${at + 1}" width="${width}" customWidth="1"/>`);
        const [before = "", behind = ""] = sheetXml(
          "worksheet",
          `<sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols>${columns.join("")}</cols><sheetData>\n</sheetData><autoFilter ref="A1:${String.fromCharCode(64 + head.length)}${rows}"/>`,
        ).split("\n");
        const number = files.length + 1;
        // What does not fit a sheet goes on in a further one.
        tabs += `<sheet name="${name}${share > 1 ? ` ${share}` : ""}" sheetId="${number}" r:id="r${files.length}"/>`;
        const own = parts.slice(from, to).map(({ bytes }) => bytes);
        add("worksheet", `worksheets/sheet${number}`, before, this.part([head], ' s="1"').bytes, ...own, behind);
        from = to || 1;
      }
    }
    const strings = [...this.strings.keys()].map((text) => `<si><t xml:space="preserve">${escaped(text)}</t></si>`);
    add("sharedStrings", "sharedStrings", sheetXml("sst", strings.join("")));
    add(
      "styles",
      "styles",
      sheetXml("styleSheet", "<fonts><font/><font><b/></font></fonts><fills><fill/></fills><borders><border/></borders><cellStyleXfs><xf/></cellStyleXfs><cellXfs><xf/><xf fontId=\"1\"/></cellXfs>"),
    );
    const root = `<Relationship Id="r" Type="${relations}/officeDocument" Target="xl/workbook.xml"/>`;
    return zip([
      ["[Content_Types].xml", xml("Types", "package/2006/content-types", `<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="${office}sheet.main+xml"/>${types}`)],
      ["_rels/.rels", links(root)],
      ["xl/workbook.xml", sheetXml("workbook", `<sheets>${tabs}</sheets>`).replace(/r:id/g, `xmlns:r="${relations}" $&`)],
      ["xl/_rels/workbook.xml.rels", links(related)],
      ...files,
    ]);
  }
}

function crcTable(): Uint32Array {
  return Uint32Array.from({ length: 256 }, (_, crc) => {
    for (let bit = 0; bit < 8; bit++) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
    return crc;
  });
}

/** Compressed where the browser does that; a stored file opens as well. */
async function deflated(content: Blob): Promise<Blob> {
  try {
    return await new Response(content.stream().pipeThrough(new CompressionStream("deflate-raw"))).blob();
  } catch {
    return content;
  }
}

/** Numbers of two or four bytes, as `sizes` tells. */
function record(sizes: string, ...values: number[]): Bytes {
  const view = new DataView(new ArrayBuffer(46));
  let end = 0;
  values.forEach((value, at) => {
    const size = Number(sizes[at]);
    if (size === 4) view.setUint32(end, value, true);
    else view.setUint16(end, value, true);
    end += size;
  });
  return new Uint8Array(view.buffer, 0, end);
}

/** Worked on in small pieces, so that the page stays responsive. */
async function zip(files: readonly (readonly [name: string, ...content: (string | Bytes)[]])[]): Promise<Blob> {
  const table = crcTable();
  const out: BlobPart[] = [];
  const directory: BlobPart[] = [];
  let at = 0;
  for (const [name, ...content] of files) {
    let crc = -1;
    let since = 0;
    const parts: Bytes[] = [];
    for (const part of content) {
      const bytes = typeof part === "string" ? encoder.encode(part) : part;
      for (const byte of bytes) crc = (table[(crc ^ byte) & 255] ?? 0) ^ (crc >>> 8);
      parts.push(bytes);
      if ((since += bytes.length) < 1 << 19) continue;
      since = 0;
      await new Promise((resolve) => setTimeout(resolve));
    }
    const whole = new Blob(parts);
    const packed = await deflated(whole);
    const label = encoder.encode(name);
    // Version 2.0; names in UTF-8; deflated or stored; 1980-01-01.
    const facts = [20, 0x800, packed === whole ? 0 : 8, 0, 33, ~crc >>> 0, packed.size, whole.size, label.length, 0];
    out.push(record("42222244422", 0x04034b50, ...facts), label, packed);
    directory.push(record("42222224442222244", 0x02014b50, 20, ...facts, 0, 0, 0, 0, at), label);
    at += 30 + label.length + packed.size;
  }
  const list = new Blob(directory);
  const end = record("42222442", 0x06054b50, 0, 0, files.length, files.length, list.size, at, 0);
  return new Blob([...out, list, end], { type: `${office}sheet` });
}
