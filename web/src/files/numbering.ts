// The numbers that a word processor puts before paragraphs and does not keep in their text.

import { all, child, settingOf, valueOf, type Xml } from "./xml.ts";

const digits = "〇一二三四五六七八九";

/** 一, 十, 十一, 二十, 一百零五 */
function counted(number: string): string {
  return number
    .replace(/\d/g, (digit, at: number) =>
      digit === "0" ? "零" : `${digits[Number(digit)]}${" 十百千"[number.length - at - 1]}`,
    )
    .replace(/零+(?!.*[^零])| |零(?=零)/g, "")
    .replace(/^一十/, "十");
}

/** The first of their ten characters in a row. */
const series: Readonly<Record<string, string>> = {
  decimalEnclosedCircle: "①",
  decimalEnclosedCircleChinese: "①",
  decimalEnclosedParen: "⑴",
  decimalEnclosedFullstop: "⒈",
  upperLetter: "A",
  lowerLetter: "a",
  upperRoman: "Ⅰ",
  lowerRoman: "ⅰ",
};

export function numeral(number: number, format: string): string {
  const first = series[format];
  if (first !== undefined && number > 0 && number <= 10) return String.fromCharCode(first.charCodeAt(0) + number - 1);
  if (/digital/i.test(format)) return String(number).replace(/\d/g, (digit) => digits[Number(digit)] as string);
  if (/counting/i.test(format) && number < 10_000) return counted(String(number));
  return format === "none" ? "" : String(number);
}

interface Level {
  readonly format: string;
  readonly text: string;
  start: number;
}

interface List {
  /** Where its levels stand: shared by the lists of one definition. */
  readonly counts: (number | undefined)[];
  readonly levels: Level[];
  /** A paragraph style's level. */
  readonly styles: Map<string, string>;
}

const deepest = 8;
/** A style rests on another one, and that perhaps on this. */
const mostStyles = 20;

const byName = (root: Xml, name: string, key: string): ReadonlyMap<string, Xml> =>
  new Map(all(root, name).map((node) => [valueOf(node, key), node]));

/** Tells the number of the next paragraph, by its properties. */
export function numberingOf(numbering: Xml, styles: Xml): (properties: Xml | undefined) => string {
  const numbers = byName(numbering, "num", "numId");
  const definitions = byName(numbering, "abstractNum", "abstractNumId");
  const byStyle = byName(styles, "style", "styleId");
  const counts = new Map<string, List["counts"]>();
  const lists = new Map<string, List>();

  function begun(number: Xml): List {
    const definition = settingOf(number, "abstractNumId");
    const list: List = { counts: counts.get(definition) ?? [], levels: [], styles: new Map() };
    counts.set(definition, list.counts);
    for (const level of [...all(definitions.get(definition), "lvl"), ...all(number, "lvl")]) {
      const at = valueOf(level, "ilvl");
      const start = Number(settingOf(level, "start") || 1);
      list.levels[Number(at)] = { start, format: valueOf(all(level, "numFmt")[0]), text: settingOf(level, "lvlText") };
      list.styles.set(settingOf(level, "pStyle"), at);
    }
    for (const change of all(number, "lvlOverride")) {
      const at = Number(valueOf(change, "ilvl"));
      const level = list.levels[at];
      const start = settingOf(change, "startOverride");
      if (level === undefined || start === "") continue;
      level.start = Number(start);
      list.counts[at] = undefined;
    }
    return list;
  }

  return (properties) => {
    let own = child(properties, "numPr");
    let id = settingOf(own, "numId");
    let place = settingOf(own, "ilvl");
    let from = "";
    let style = byStyle.get(settingOf(properties, "pStyle"));
    for (let depth = 0; id === "" && style !== undefined && depth < mostStyles; depth++) {
      own = child(child(style, "pPr"), "numPr");
      id = settingOf(own, "numId");
      place = place || settingOf(own, "ilvl");
      from = valueOf(style, "styleId");
      style = byStyle.get(settingOf(style, "basedOn"));
    }
    const number = numbers.get(id);
    if (number === undefined) return "";
    const list = lists.get(id) ?? begun(number);
    lists.set(id, list);
    const { counts, levels } = list;
    const at = Number(place || list.styles.get(from) || 0);
    const level = levels[at];
    if (level === undefined || !(at <= deepest)) return "";
    counts.length = Math.min(counts.length, at + 1);
    for (let upper = 0; upper < at; upper++) counts[upper] ??= levels[upper]?.start ?? 1;
    counts[at] = (counts[at] ?? level.start - 1) + 1;
    if (level.format === "bullet") return "";
    const text = level.text.slice(0, 255).replace(/%(\d)/g, (_, digit: number) =>
      numeral(counts[digit - 1] ?? 1, levels[digit - 1]?.format ?? ""),
    );
    // 「1.」 before 「2024年」 is no 1.2024.
    return /[!-~]$/.test(text) ? `${text} ` : text;
  };
}
