// The XML of office files, by local names, since their namespaces come in two editions. What it says stays written
// as it is: that is how HTML is written too. The browser's own parser would tell of a damaged file as of a breach of
// the page's policy.

export interface Xml {
  readonly name: string;
  /** As they are written. */
  readonly attributes: string;
  readonly children: (Xml | string)[];
}

/** A tenth of that makes a long book; more would take all memory. */
const mostNodes = 1_000_000;
const mostDepth = 500;

const attribute = /\s+(?:([^\s=:>]+):)?([^\s=:>]+)\s*=\s*(?:"([^"<]*)"|'([^'<]*)')/y;
const token =
  /<(?:!--[^]*?--|\?[^]*?\?|!\[CDATA\[([^]*?)\]\]|(\/?)(?:[^\s/>!?:]+:)?([^\s/>!?:]+)((?:\s+[^\s=>]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(\/?))>|([^<]+)/y;

/** Its root. Throws where it is not well formed, and where it declares a type, as no office program does. */
export function parseXml(text = "<none/>"): Xml {
  const open: Xml[] = [{ name: "", attributes: "", children: [] }];
  let nodes = 0;
  for (token.lastIndex = 0; token.lastIndex < text.length; ) {
    const { children, name } = open[open.length - 1] as Xml;
    const [, data, end, own, attributes = "", empty, content] = token.exec(text) as RegExpExecArray;
    if (++nodes > mostNodes || open.length > mostDepth) throw new RangeError();
    if (own !== undefined) {
      const node = { name: own, attributes, children: [] };
      if (end === "") children.push(node);
      else if (name !== own) throw new Error();
      if (end !== "") open.pop();
      else if (empty === "") open.push(node);
    } else {
      children.push(content ?? (data ?? "").replace(/&/g, "&amp;").replace(/</g, "&lt;"));
    }
  }
  const [top, ...unended] = open as [Xml, ...Xml[]];
  const [root] = elements(top);
  if (root === undefined || unended.length > 0) throw new Error();
  return root;
}

export function elements(node: Xml): Xml[] {
  return node.children.filter((at): at is Xml => typeof at !== "string");
}

/** Those of a name, however deep; not within each other. */
export function all(node: Xml | undefined, name: string, found: Xml[] = []): Xml[] {
  for (const at of node?.children ?? []) {
    if (typeof at === "string") continue;
    if (at.name === name) found.push(at);
    else all(at, name, found);
  }
  return found;
}

export function child(node: Xml | undefined, name: string): Xml | undefined {
  return node && elements(node).find((at) => at.name === name);
}

export function textOf(node: Xml | undefined): string {
  return node === undefined ? "" : node.children.filter((at) => typeof at === "string").join("");
}

/** Empty where there is none. */
export function valueOf(node: Xml | undefined, name = "val"): string {
  attribute.lastIndex = 0;
  for (let found; node !== undefined && (found = attribute.exec(node.attributes)) !== null; ) {
    if (found[2] === name && found[1] !== "xmlns") return found[3] ?? found[4] ?? "";
  }
  return "";
}

/** The value of a setting within. */
export const settingOf = (node: Xml | undefined, name: string): string => valueOf(child(node, name));

export interface Cell {
  html: string;
  columns: number;
  rows: number;
}

export function tableOf(rows: readonly (readonly Cell[])[]): string {
  const cell = ({ html, columns, rows }: Cell): string => `<td colspan=${columns} rowspan=${rows}>${html}`;
  return `<table>${rows.map((cells) => `<tr>${cells.map(cell).join("")}`).join("")}</table>`;
}
