import assert from "node:assert/strict";
import { test } from "node:test";
import { htmlOfDocument } from "../src/files/docx.ts";
import { all, child, parseXml, textOf, valueOf } from "../src/files/xml.ts";
import { htmlOfWorkbook } from "../src/files/xlsx.ts";

test("elements by their local names, attributes in either quotes, text as it is written", () => {
  const root = parseXml(
    `<?xml version="1.0"?>\r\n<!-- <no/> --><w:a xmlns:r="urn:r" r:id='7 "8"' w:val = "x>&lt;"><b/>one &amp;<c:b>\n<![CDATA[<i>&]]></c:b> two</w:a>\n`,
  );
  assert.equal(root.name, "a");
  assert.equal(valueOf(root), "x>&lt;");
  assert.equal(valueOf(root, "id"), '7 "8"');
  assert.equal(valueOf(root, "r"), "");
  assert.equal(textOf(root), "one &amp; two");
  assert.deepEqual(all(root, "b").map(textOf), ["", "\n&lt;i>&amp;"]);
  assert.equal(child(root, "c"), undefined);
});

test("what is not well formed is not read as something else", () => {
  const wrong = [
    "", " ", "text", "<a>", "</a>", "<a></b>", "<a><b></a></b>", "<a", "<a b></a>", "<a b=c/>", '<a b="<"/>', "<a/", "<!-- <a/>", "<![CDATA[",
    '<!DOCTYPE a [<!ENTITY e "x">]><a>&e;</a>', "<a></a></a>", "<a><", "< a/>",
  ];
  for (const text of wrong) assert.throws(() => parseXml(text), Error, text);
});

test("hostile parts end soon", () => {
  const million = 1_000_000;
  const cell = (at: number): string => `<row r="${at}"><c r="A${at}"><v>1</v></c></row>`;
  const book = (sheet: string): Record<string, string> => ({
    "xl/workbook.xml": '<workbook><sheets><sheet name="a" r:id="r"/></sheets></workbook>',
    "xl/_rels/workbook.xml.rels": '<Relationships><Relationship Id="r" Target="worksheets/a.xml"/></Relationships>',
    "xl/worksheets/a.xml": `<worksheet>${sheet}</worksheet>`,
  });
  const rows = Array.from({ length: 20_000 }, (_, at) => cell(at + 1)).join("");
  const cases: readonly (readonly [string, () => unknown])[] = [
    ["elements", () => parseXml(`<a>${"<b/>".repeat(2 * million)}</a>`)],
    ["depth", () => htmlOfDocument("<a>".repeat(400_000) + "</a>".repeat(400_000), undefined, undefined)],
    ["attributes", () => parseXml(`<a${' b="c"'.repeat(million)}>`)],
    ["an attribute's name", () => valueOf(parseXml(`<a ${"b".repeat(million)}:c:d="e"/>`))],
    ["a comment", () => parseXml(`<!-- ${"<!-- ".repeat(million)}`)],
    ["spaces", () => parseXml(`<a ${" ".repeat(million)}<`)],
    ["columns", () => htmlOfDocument(`<tbl><tr><tc><tcPr><gridSpan val="1e9"/></tcPr></tc></tr></tbl>`, undefined, undefined)],
    ["levels", () => htmlOfDocument('<p><pPr><numPr><ilvl val="1e9"/><numId val="1"/></numPr></pPr></p>', '<n><num numId="1"><abstractNumId val="1"/></num><abstractNum abstractNumId="1"><lvl ilvl="1e9"/></abstractNum></n>', undefined)],
    ["a wide sheet", () => htmlOfWorkbook(book(`${rows}<row><c r="XFD1"><v>1</v></c></row>`))],
    ["merged cells", () => htmlOfWorkbook(book(`${rows}${'<mergeCell ref="A1:XFD1048576"/>'.repeat(100_000)}`))],
  ];
  for (const [name, use] of cases) {
    const begin = performance.now();
    try {
      use();
    } catch (error) {
      assert.ok(error instanceof Error, name);
    }
    const took = performance.now() - begin;
    assert.ok(took < 2000, `${name}: ${took.toFixed(0)} ms`);
  }
});
