// Files into text: what each is by its bytes, since names are not to be trusted, and what to do instead where it
// cannot be read.

import type { Named } from "../report.ts";
import { tabbed } from "./csv.ts";
import { htmlOfDocument } from "./docx.ts";
import type { Trouble } from "./unzip.ts";
import { words } from "./words.ts";
import { htmlOfWorkbook } from "./xlsx.ts";

/** For file inputs. What is refused may be chosen as well: then it is told what to do with it. */
export const accepted =
  ".txt,.csv,.htm,.html,.mht,.mhtml,.docx,.docm,.xlsx,.xlsm,.doc,.xls,.wps,.et,.pdf,.ofd,.rtf,text/*";

export const largestFile = 10 << 20;
/** Characters: a number or a string may stand in very many paragraphs. */
const mostHtml = 32 << 20;

/** The core, as far as files need it. */
export interface Reader {
  /** The plain text of a file's bytes, or of HTML. */
  read(source: ArrayBuffer | string, html: boolean): Promise<string>;
  /** As JSON, the texts of an archive's entries whose names `wanted`, a regular expression, finds, or a `Trouble`. */
  unzip(bytes: ArrayBuffer, wanted: string): Promise<string>;
}

/** What is read of office files, and what other archives are known by. */
const wanted =
  "^(word/[^/]+\\.(xml|mht|html?)|xl/(worksheets/)?[^/]+\\.(xml|bin)|xl/_rels/.+|ppt/presentation\\.xml|ofd\\.xml|mimetype)$";

class Refused extends Error {}

/** Kinds by how their first bytes read in Latin 1. */
const kinds: readonly (readonly [RegExp, () => string])[] = [
  [/^\xd0\xcf\x11\xe0/, () => words.office(".doc/.xls/.wps/.et")],
  [/^[^]{0,999}%PDF-/, () => words.pages("PDF")],
  [/^{\\rtf/, () => words.office("RTF")],
  [/^(Rar!|7z\xbc|\x1f\x8b)/, () => words.archive],
  [/^(\x89PNG|\xff\xd8\xff|GIF8|BM[^]{4}\0|II\*\0|MM\0\*|RIFF)/, () => words.noText],
];

async function officeText(bytes: ArrayBuffer, reader: Reader): Promise<string> {
  const files = JSON.parse(await reader.unzip(bytes, wanted)) as Record<string, string> | Trouble;
  if (files === "encrypted") throw new Refused(words.archive);
  if (files === "bomb") throw new RangeError(files);
  if (files === "broken") throw new Error(files);
  const find = (name: RegExp): string | undefined => files[Object.keys(files).find((path) => name.test(path)) ?? ""];
  const document = find(/^word.document/);
  let html = "";
  if (document !== undefined) html = htmlOfDocument(document, files["word/numbering.xml"], files["word/styles.xml"]);
  else if (files["xl/workbook.xml"] !== undefined) html = htmlOfWorkbook(files);
  else if (find(/^ofd/) !== undefined) throw new Refused(words.pages("OFD"));
  else if (files["mimetype"]?.includes("opendoc")) throw new Refused(words.office("ODF"));
  else throw new Refused(find(/^(ppt|xl)/) === undefined ? words.archive : words.office(".pptx/.xlsb"));
  if (html.length > mostHtml) throw new RangeError();
  const text = await reader.read(html, true);
  // Some programs put a whole page into a document that is else empty.
  return /\S/.test(text) ? text : reader.read(find(/\.(mht|html?)$/) ?? "", false);
}

async function textOf(file: File, reader: Reader): Promise<string> {
  if (file.size > largestFile) throw new Refused(words.large(`${(file.size / 2 ** 20).toFixed(1)} MB > 10 MB`));
  if (file.size === 0) throw new Refused(words.empty);
  const bytes = await file.arrayBuffer();
  const head = String.fromCharCode(...new Uint8Array(bytes).subarray(0, 2000));
  if (/^PK[\x03\x05]/.test(head)) {
    const text = await officeText(bytes, reader);
    if (!/\S/.test(text)) throw new Refused(words.noText);
    return text;
  }
  const kind = kinds.find(([beginning]) => beginning.test(head));
  if (kind !== undefined) {
    // An encrypted office file is kept in another one, under this name.
    const encrypted = new TextDecoder("utf-16le").decode(bytes).includes("EncryptedPackage");
    throw new Refused(encrypted ? words.password : kind[1]());
  }
  const text = await reader.read(bytes, false);
  const begin = text.slice(0, 10_000);
  if (begin.replace(/[\0-\x08\x0e-\x1f\ufffd]/g, "").length < begin.length * 0.9) throw new Error("no text");
  return /\.csv$/i.test(file.name) ? tabbed(text) : text;
}

/** Throws an error whose message is for the user. */
export async function openFile(file: File, reader: Reader): Promise<Named> {
  try {
    return { name: file.name, text: await textOf(file, reader) };
  } catch (error) {
    const otherwise = error instanceof RangeError ? words.large("") : words.broken;
    throw new Error(words.about(file.name, error instanceof Refused ? error.message : otherwise));
  }
}
