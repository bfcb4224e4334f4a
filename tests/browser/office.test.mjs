// Office files: what a report in Word's or Excel's format shows is what the same report shows as text, and what
// cannot be read gets a message and changes nothing.

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { after, before, test } from "node:test";
import { pathToFileURL } from "node:url";
import puppeteer from "puppeteer-core";
import { pages } from "../fixtures.mjs";
import { zip } from "../zip.mjs";
import { chromiumArguments, firefox, oldChromium, oldVersions } from "./browsers.mjs";
import { launchOverPipe } from "./pipe.mjs";
import { example, pageUrl, root } from "./places.mjs";
import { check, launch, openPage, textBox } from "./session.mjs";

const folder = mkdtempSync(join(tmpdir(), "gouji-office-"));
let browser;
before(async () => {
  browser = await launch();
});
after(async () => {
  await browser.close();
  rmSync(folder, { recursive: true, force: true });
});

/** What LibreOffice makes of files, by their names without an ending. */
function convert(paths, format, filter = []) {
  const out = join(folder, format);
  mkdirSync(out, { recursive: true });
  const { status, stderr } = spawnSync(
    "soffice",
    ["--headless", "--norestore", `-env:UserInstallation=${pathToFileURL(join(folder, "office")).href}`, ...filter, "--convert-to", format, "--outdir", out, ...paths],
    { encoding: "utf8", timeout: 120_000 },
  );
  assert.equal(status, 0, stderr);
  return (name) => readFileSync(join(out, `${name}.${format}`));
}

async function withPage(use, options) {
  const session = await openPage(browser, options);
  try {
    await use(session.page);
    session.assertQuiet();
  } finally {
    await session.close();
  }
}

const file = (name, buffer) => ({ name, mimeType: "application/octet-stream", buffer });
const input = (page) => page.getByLabel("打开文件", { exact: true });

/** The text that the page makes of a file. */
async function opened(page, name, buffer) {
  await textBox(page).fill("");
  await input(page).setInputFiles(file(name, buffer));
  await page.waitForFunction(() => document.querySelector("textarea").value !== "" || !document.querySelector("#notice").hidden);
  assert.equal(await page.getByRole("alert").allInnerTexts().then((all) => all.join("")), "");
  return textBox(page).inputValue();
}

function cells() {
  return Array.from(document.querySelectorAll("[data-cell]"), (cell) => [cell.dataset.cell, cell.dataset.state, cell.textContent]);
}

async function cellsOf(page, take) {
  await textBox(page).fill("");
  await page.waitForSelector("#verdict:not([data-verdict])", { state: "attached" });
  await take();
  await page.waitForSelector("[data-verdict]", { timeout: 20_000 });
  return { verdict: await page.locator("[data-verdict]").getAttribute("data-verdict"), cells: await page.evaluate(cells) };
}

/** A report whose rows are parted by bars, as a page with the official tables, cells merged as they are there. */
function official(text) {
  const cell = (value, columns, rows = 1) => `<td colspan=${columns} rowspan=${rows}>${value}</td>`;
  const tables = { 二: [], 三: [], 四: [] };
  const out = [];
  let part = "";
  for (const line of text.split("\n")) {
    const values = line.split("|").map((value) => value.trim());
    part = /^([一二三四五六])、/.exec(values.length > 1 ? "" : line)?.[1] ?? part;
    const rows = values.length > 1 || /^第二十条/.test(line) ? tables[part] : undefined;
    if (rows === undefined) out.push(`<p>${line}</p>`);
    else if (rows.push(values) === 1) out.push(part);
  }
  const all = {
    二: tables.二.map((row) => row.map((value, at) => cell(value, { 1: 4, 2: at === 0 ? 1 : 3, 4: 1 }[row.length])).join("")),
    三: tables.三.map((row, at) => {
      const below = (is) => tables.三.slice(at + 1).findIndex((other) => !is(other[0])) + 1;
      if (at === 0) return cell(row[0], 3, 3) + cell(row[1], 7);
      if (at === 1) return cell(row[0], 1, 2) + cell(row[1], 5) + cell(row[2], 1, 2);
      if (at === 2) return row.map((value) => cell(value, 1)).join("");
      const labels = row.slice(0, -7).map((label, place, { length }) => {
        const columns = place < length - 1 ? 1 : /^\d/.test(label) ? 1 : /^（/.test(label) ? 2 : 3;
        const rows = columns > 1 || /^\d/.test(label) ? 1 : /^（/.test(label) ? below((first) => /^\d/.test(first)) : below((first) => !/^四/.test(first));
        return cell(label, columns, rows);
      });
      return labels.concat(row.slice(-7).map((value) => cell(value, 1))).join("");
    }),
    四: tables.四.map((row, at) => {
      if (at === 0) return cell(row[0], 5, 2) + cell(row[1], 10);
      return row.map((value) => cell(value, at === 1 ? 5 : 1)).join("");
    }),
  };
  const body = out.map((line) => (all[line] ? `<table border=1>${all[line].map((row) => `<tr>${row}</tr>`).join("")}</table>` : line));
  return `<!doctype html><html><head><meta charset="utf-8"></head><body>${body.join("\n")}</body></html>`;
}

const consistent = example("consistent");
const reports = {
  consistent,
  wrong: example("one-wrong-cell"),
  blanks: consistent.replace(/\| 0(?= )/g, (zero, at) => (at % 3 === 0 ? "| " : at % 3 === 1 ? "| /" : zero)),
  blank: consistent.replace(/\| 0(?= |\n)/g, "| ").replace(/^0 \|/gm, " |"),
};

function written(name, html) {
  const path = join(folder, `${name}.html`);
  writeFileSync(path, html);
  return path;
}

for (const [format, filter] of [
  ["docx", "HTML (StarWriter)"],
  ["xlsx", "HTML (StarCalc)"],
]) {
  test(`each cell of a report as .${format} is that of the same report as text`, { timeout: 180_000 }, async () => {
    const made = convert(Object.entries(reports).map(([name, text]) => written(name, official(text))), format, [`--infilter=${filter}`]);
    await withPage(async (page) => {
      for (const [name, text] of Object.entries(reports)) {
        const expected = await cellsOf(page, () => textBox(page).fill(text));
        assert.ok(expected.cells.length > 190);
        const shown = await cellsOf(page, () => input(page).setInputFiles(file(`${name}.${format}`, made(name))));
        assert.deepEqual(shown, expected, name);
      }
    });
  });

  test(`each cell of the repository's pages as .${format} is that of the page`, { timeout: 180_000 }, async () => {
    const names = ["html_applicants_merged", "html_blanks_merged_down", "html_cells_as_paragraphs", "html_spreadsheet", "html_word"];
    const paths = pages.filter((path) => names.includes(basename(path, ".html"))).map((path) => join(root, path));
    assert.equal(paths.length, names.length);
    const made = convert(paths, format, [`--infilter=${filter}`]);
    await withPage(async (page) => {
      for (const path of paths) {
        const name = basename(path, ".html");
        const expected = await cellsOf(page, () => input(page).setInputFiles(path));
        const shown = await cellsOf(page, () => input(page).setInputFiles(file(`${name}.${format}`, made(name))));
        assert.deepEqual(shown, expected, name);
      }
    });
  });
}

// By hand: what LibreOffice does not write.

const transitional = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
const word = (body, parts = {}, namespace = transitional) => {
  const root = (name, content) =>
    `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<w:${name} xmlns:w="${namespace}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:v="urn:v" xmlns:wps="urn:wps">${content}</w:${name}>`;
  const { numbering, styles, ...others } = parts;
  return zip({
    "[Content_Types].xml": "<Types/>",
    "word/document.xml": root("document", `<w:body>${body}</w:body>`),
    ...(numbering ? { "word/numbering.xml": root("numbering", numbering) } : {}),
    ...(styles ? { "word/styles.xml": root("styles", styles) } : {}),
    ...others,
  });
};
const run = (text, properties = "") => `<w:r>${properties && `<w:rPr>${properties}</w:rPr>`}<w:t xml:space="preserve">${text}</w:t></w:r>`;
const paragraph = (content, properties = "") => `<w:p>${properties && `<w:pPr>${properties}</w:pPr>`}${content.startsWith("<") ? content : run(content)}</w:p>`;
const cell = (text, properties = "") => `<w:tc>${properties && `<w:tcPr>${properties}</w:tcPr>`}${text.startsWith("<") ? text : paragraph(text)}</w:tc>`;
const row = (...cells) => `<w:tr>${cells.join("")}</w:tr>`;
const table = (...rows) => `<w:tbl><w:tblPr/>${rows.join("")}</w:tbl>`;

async function assertText(name, buffer, lines) {
  await withPage(async (page) => {
    assert.deepEqual((await opened(page, name, buffer)).trimEnd().split("\n"), lines);
  });
}

const texts = [
  run("县政府"), "<w:r><w:tab/></w:r>", run("办公室 &amp; &lt;b&gt;"), "<w:r><w:br/></w:r>", run("次行"),
  `<w:ins w:id="1">${run("加")}</w:ins><w:del w:id="2"><w:r><w:delText>删</w:delText></w:r></w:del>`,
  `<w:moveFrom>${run("移走")}</w:moveFrom><w:moveTo>${run("移来")}</w:moveTo>`,
  run("隐", "<w:vanish/>"), run("显", '<w:vanish w:val="0"/>'),
  '<w:r><w:t>2024</w:t><w:noBreakHyphen/><w:t>25</w:t></w:r><w:r><w:sym w:font="Wingdings" w:char="2611"/></w:r>',
  '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>PAGE</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>', run("7"), '<w:r><w:fldChar w:fldCharType="end"/></w:r>',
  "<w:r><w:footnoteReference w:id=\"1\"/></w:r>",
  `<w:ruby><w:rt>${run("yan")}</w:rt><w:rubyBase>${run("砚")}</w:rubyBase></w:ruby>`,
  `<w:hyperlink>${run("链")}</w:hyperlink><w:smartTag>${run("签")}</w:smartTag>`,
  `<w:sdt><w:sdtPr/><w:sdtContent>${run("控件")}</w:sdtContent></w:sdt>`,
].join("");

for (const namespace of [transitional, "http://purl.oclc.org/ooxml/wordprocessingml/main"]) {
  test(`a document's text is what its reader sees, in ${namespace}`, async () => {
    await assertText("年报.docx", word(paragraph(texts), {}, namespace), ["县政府 办公室 & <b>", "次行加移来显2024-25☑7砚链签控件"]);
  });
}

test("a text box is read once, behind its paragraph", async () => {
  const box = (text) => `<w:txbxContent>${paragraph(text)}</w:txbxContent>`;
  const both = `<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:txbx>${box("框内")}</wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox>${box("框内")}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>`;
  await assertText("年报.docx", word(paragraph(run("前") + both + run("后")) + paragraph("又")), ["前后", "框内", "又"]);
});

const level = (at, format, text, more = "") => `<w:lvl w:ilvl="${at}"><w:start w:val="1"/><w:numFmt w:val="${format}"/>${more}<w:lvlText w:val="${text}"/></w:lvl>`;
const numbered = (text, id, at = 0) => paragraph(text, `<w:numPr><w:ilvl w:val="${at}"/><w:numId w:val="${id}"/></w:numPr>`);

test("automatic numbers stand before their paragraphs, with those of styles", async () => {
  const numbering = [
    `<w:abstractNum w:abstractNumId="5">${level(0, "chineseCountingThousand", "%1、", '<w:pStyle w:val="1"/>')}${level(1, "chineseCounting", "（%2）", '<w:pStyle w:val="2"/>')}${level(2, "decimal", "%3.")}${level(3, "decimal", "%3.%4")}${level(4, "bullet", "\uf06c")}</w:abstractNum>`,
    `<w:abstractNum w:abstractNumId="6">${level(0, "decimalEnclosedCircle", "%1")}</w:abstractNum>`,
    '<w:num w:numId="1"><w:abstractNumId w:val="5"/></w:num>',
    '<w:num w:numId="2"><w:abstractNumId w:val="5"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="7"/></w:lvlOverride></w:num>',
    `<w:num w:numId="3"><w:abstractNumId w:val="6"/><w:lvlOverride w:ilvl="0">${level(0, "decimal", "第%1条")}</w:lvlOverride></w:num>`,
  ].join("");
  const styles = [
    '<w:style w:styleId="1"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>',
    '<w:style w:styleId="2"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>',
    '<w:style w:styleId="3"><w:basedOn w:val="1"/></w:style>',
    '<w:style w:styleId="4"><w:basedOn w:val="4"/></w:style>',
  ].join("");
  const styled = (text, style, more = "") => paragraph(text, `<w:pStyle w:val="${style}"/>${more}`);
  const body = [
    styled("总体情况", 1), styled("主动公开", 2), styled("依申请公开", 2), numbered("2024年", 1, 2), numbered("又", 1, 3), numbered("点", 1, 4),
    styled("主动公开情况", 3), styled("再", 2), numbered("新起", 2), numbered("条", 3), styled("没有", 1, '<w:numPr><w:numId w:val="0"/></w:numPr>'), styled("自己", 4), numbered("无此表", 9), numbered("无此级", 1, 8),
  ].join("");
  await assertText("年报.docx", word(body, { numbering, styles }), [
    "一、总体情况", "（一）主动公开", "（二）依申请公开", "1. 2024年", "1.1 又", "点",
    "二、主动公开情况", "（一）再", "七、新起", "第1条条", "没有", "自己", "无此表", "无此级",
  ]);
});

test("cells merged across and down, rows that begin late, rows taken out, tables in cells", async () => {
  const wide = (count) => `<w:gridSpan w:val="${count}"/>`;
  const [down, on] = ['<w:vMerge w:val="restart"/>', "<w:vMerge/>"];
  const body = table(
    row(cell("行名", down), cell("申请人情况", wide(3))),
    row(cell("不见", on), cell("自然人"), cell("其他"), cell("总计")),
    row(cell("甲", down), cell("1"), cell("2"), cell("3")),
    row(cell("", on), cell("4"), cell("5"), cell("9")),
    `<w:tr><w:trPr><w:gridBefore w:val="1"/></w:trPr>${cell("6")}${cell("7")}${cell("13")}</w:tr>`,
    `<w:tr><w:trPr><w:del w:id="1"/></w:trPr>${cell("删")}${cell("0")}</w:tr>`,
    row(cell("乙", on), cell("8", '<w:hMerge w:val="restart"/>'), cell("", "<w:hMerge/>"), cell("8")),
    `<w:sdt><w:sdtContent>${row(cell("丙"), `<w:sdt><w:sdtContent>${cell("1")}</w:sdtContent></w:sdt>`, cell("0"), cell("1"))}</w:sdtContent></w:sdt>`,
  );
  const nested = table(row(cell(table(row(cell("里一"), cell("里二"))) + paragraph("")), cell("旁")));
  await assertText("年报.docx", word(body + paragraph("之间") + nested), [
    "行名\t申请人情况", "自然人\t其他\t总计", "甲\t1\t2\t3", "4\t5\t9", "\t6\t7\t13", "乙\t8\t8", "丙\t1\t0\t1", "之间", "里一\t里二", "旁",
  ]);
});

test("a page in a document that is else empty, as some programs write", async () => {
  const page = 'MIME-Version: 1.0\nContent-Type: text/html; charset="utf-8"\n\n<html><body><p>砚溪县</p><table><tr><td>规章<td>0<td>1</table></body></html>';
  await assertText("年报.docx", word('<w:altChunk r:id="c" xmlns:r="urn:r"/>', { "word/afchunk.mht": page }), ["砚溪县", "规章\t0\t1"]);
});

const sheetml = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"';
function workbook(sheets, { strings = "", styles = "", properties = "" } = {}) {
  const names = Object.entries(sheets);
  return zip({
    "xl/workbook.xml": `<workbook ${sheetml}>${properties}<sheets>${names.map(([name, { state = "" }], at) => `<sheet name="${name}" sheetId="${at + 1}" state="${state}" r:id="r${at}"/>`).join("")}</sheets></workbook>`,
    "xl/_rels/workbook.xml.rels": `<Relationships>${names.map((_, at) => `<Relationship Id="r${at}" Target="${at % 2 ? "/xl/" : ""}worksheets/sheet${at + 1}.xml"/>`).join("")}</Relationships>`,
    "xl/sharedStrings.xml": `<sst ${sheetml}>${strings}</sst>`,
    "xl/styles.xml": `<styleSheet ${sheetml}>${styles}</styleSheet>`,
    ...Object.fromEntries(names.map(([, { data, merged = [] }], at) => [
      `xl/worksheets/sheet${at + 1}.xml`,
      `<worksheet ${sheetml}><sheetData>${data}</sheetData><mergeCells>${merged.map((ref) => `<mergeCell ref="${ref}"/>`).join("")}</mergeCells></worksheet>`,
    ])),
  });
}
const inline = (place, text) => `<c r="${place}" t="inlineStr"><is><t>${text}</t></is></c>`;

test("a workbook's sheets in order, hidden ones left out, names where they say anything", async () => {
  const one = (text) => ({ data: `<row r="1">${inline("A1", text)}</row>` });
  await assertText("年报.xlsx", workbook({ Sheet1: one("甲"), 表三: { ...one("乙"), state: "hidden" }, 表四: one("丙"), 空: { data: "" }, 丁: one("丁表") }), ["甲", "表四", "丙", "丁表"]);
});

test("strings, numbers, dates, truth, errors and formulas that nobody has computed", async () => {
  const strings = '<si><t>自然人</t><rPh sb="0" eb="1"><t>zi</t></rPh></si><si><r><t>总</t></r><r><rPr/><t>计_x000D_</t></r></si>';
  const styles = '<numFmts><numFmt numFmtId="176" formatCode="yyyy/m/d;@"/></numFmts><cellStyleXfs><xf numFmtId="9"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="176"/><xf numFmtId="31"/><xf numFmtId="10"/><xf numFmtId="1"/></cellXfs>';
  const data = [
    '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c t="s"><v>9</v></c></row>',
    '<row><c><v>3.0000000000000004</v></c><c s="1"><v>45728</v></c><c s="2"><v>45728</v></c><c s="3"><v>0.9850</v></c></row>',
    '<row r="4"><c r="A4" t="b"><v>1</v></c><c r="B4" t="e"><f>1/0</f><v>#REF!</v></c><c r="C4"><f>SUM(A1:A3)</f></c><c r="D4" t="str"><f>IF(1,"",0)</f><v></v></c><c r="E4" s="4"><f>A1</f><v>12.6</v></c></row>',
    `<row r="5">${inline("E5", "&lt;b&gt;&amp;")}</row>`,
  ].join("");
  await assertText("年报.xlsx", workbook({ Sheet1: { data } }, { strings, styles }), [
    "自然人\t总计\t\t\t", "3\t2025年3月12日\t2025年3月12日\t98.5%\t", "TRUE\t#REF!\t=SUM(A1:A3)\t\t13", "\t\t\t\t<b>&",
  ]);
  await assertText("旧.xlsx", workbook({ Sheet1: { data: '<row r="1"><c s="1"><v>44266</v></c><c s="0"><v>1</v></c></row>' } }, { styles, properties: '<workbookPr date1904="1"/>' }), ["2025年3月12日\t1"]);
});

test("merged cells, rows and columns that are not there, and framed blanks", async () => {
  const data = [
    `<row r="1">${inline("A1", "行政复议")}</row>`,
    `<row r="3">${inline("A3", "规章")}<c r="B3"><v>1</v></c>${inline("D3", "末")}</row>`,
    `<row r="7"><c r="B7"><v>2</v></c></row>`,
    '<row r="8"><c r="A8" s="0"/><c r="B8" s="0"/></row>',
    `<row r="9">${inline("A9", "说明&#10;次行")}</row>`,
    '<row r="10"><c r="A10" s="0"/></row><row r="1048576"><c r="XFD1048576" s="0"/></row>',
  ].join("");
  await assertText("年报.xlsx", workbook({ Sheet1: { data, merged: ["A1:D1", "A3:A7", "A9:XFD9", "F20:G21", "bad"] } }), ["行政复议", "规章\t1\t\t末", "2\t\t", "\t\t\t", "说明", "次行"]);
});

test("what cannot be read gets a message that says what to do; the text stays and the page works on", { timeout: 180_000 }, async () => {
  const source = [written("年报", official(consistent))];
  const writer = ["--infilter=HTML (StarWriter)"];
  const docx = convert(source, "docx", writer)("年报");
  const bomb = word(Buffer.alloc(60 << 20, 0x20).toString("latin1"));
  const sparse = workbook({ Sheet1: { data: Array.from({ length: 3000 }, (_, at) => `<row r="${at * 300 + 1}"><c r="A${at * 300 + 1}"><v>1</v></c><c r="IV${at * 300 + 1}"><v>1</v></c></row>`).join("") } });
  const repeated = zip({
    "xl/workbook.xml": '<workbook xmlns:r="r"><sheets><sheet name="表" r:id="a"/></sheets></workbook>',
    "xl/_rels/workbook.xml.rels": '<Relationships><Relationship Id="a" Target="worksheets/sheet1.xml"/></Relationships>',
    "xl/sharedStrings.xml": `<sst><si><t>${"长".repeat(1_000_000)}</t></si></sst>`,
    "xl/worksheets/sheet1.xml": `<worksheet><sheetData><row r="1">${'<c t="s"><v>0</v></c>'.repeat(100)}</row></sheetData></worksheet>`,
  });
  const cases = [
    ["年报.doc", convert(source, "doc", writer)("年报"), /「年报\.doc」是 \.doc.*另存为 \.docx/],
    ["年报.pdf", convert(source, "pdf", writer)("年报"), /PDF.*全选、复制，粘贴/],
    ["年报.rtf", convert(source, "rtf", writer)("年报"), /RTF.*另存为/],
    ["年报.odt", convert(source, "odt", writer)("年报"), /ODF.*另存为/],
    ["年报.xls", convert(source, "xls", ["--infilter=HTML (StarCalc)"])("年报"), /\.xls.*另存为/],
    ["加密.docx", Buffer.concat([Buffer.from("d0cf11e0a1b11ae1", "hex"), Buffer.alloc(2040), Buffer.from("EncryptedPackage", "utf16le")]), /打开密码/],
    ["一半.docx", docx.subarray(0, docx.length >> 1), /损坏.*重新下载/],
    ["坏.docx", zip({ "word/document.xml": "<w:document><w:p>" }), /损坏/],
    ["实体.docx", zip({ "word/document.xml": '<!DOCTYPE d [<!ENTITY a "aaaaaaaaaa">]><d><t>&a;</t></d>' }), /损坏/],
    ["炸弹.docx", bomb, /太大/],
    ["稀疏.xlsx", sparse, /太大/],
    // One text that stands in many cells, and elements within elements.
    ["重复.xlsx", repeated, /太大/],
    ["深.xlsx", workbook({ Sheet1: { data: "<x>".repeat(1500) + '<row r="1"/>'.repeat(1000) + "</x>".repeat(1500) } }), /太大/],
    ["图.docx", word(paragraph("<w:r><w:drawing/></w:r>")), /没有文字.*识别/],
    ["包.zip", zip({ "年报.docx": docx }), /压缩包.*解压/],
    ["空.txt", Buffer.alloc(0), /空文件/],
    ["图.png", Buffer.from("89504e470d0a1a0a", "hex"), /没有文字/],
  ];
  await withPage(async (page) => {
    const notice = page.getByRole("alert");
    await check(page, consistent);
    for (const [name, buffer, words] of cases) {
      const begin = performance.now();
      await input(page).setInputFiles(file(name, buffer));
      await page.waitForFunction((name) => document.querySelector("[role=alert]").textContent.includes(name), name, { polling: 20 });
      assert.ok(performance.now() - begin < 3000, name);
      assert.match(await notice.innerText(), words);
      assert.equal(await textBox(page).inputValue(), consistent, name);
      assert.equal(await page.locator("[data-verdict]").getAttribute("data-verdict"), "consistent", name);
    }
    await input(page).setInputFiles(file("年报.docx", docx));
    await page.waitForFunction((text) => document.querySelector("textarea").value !== text, consistent);
    assert.equal(await notice.isVisible(), false);
    await check(page, reports.wrong);
    assert.equal(await page.locator("[data-verdict]").getAttribute("data-verdict"), "inconsistent");
  });
});

test("values parted by commas are a table like any other", async () => {
  const csv = consistent.split("\n").map((line) => line.split(" | ").map((value) => `"${value.replace(/"/g, '""')}"`).join(",")).join("\r\n");
  await withPage(async (page) => {
    const expected = await cellsOf(page, () => textBox(page).fill(consistent));
    const gb = spawnSync("iconv", ["-f", "UTF-8", "-t", "GB18030"], { input: csv }).stdout;
    for (const buffer of [Buffer.from(csv), Buffer.from(`\ufeff${csv}`), gb]) {
      assert.deepEqual(await cellsOf(page, () => input(page).setInputFiles(file("年报.csv", buffer))), expected);
    }
  });
});

test("nothing in an office file becomes markup, runs or is asked for", async () => {
  const hostile = "&lt;img src=http://nianbao.example/x onerror=window.ran=1&gt;&lt;script&gt;window.ran=1&lt;/script&gt;&lt;/td&gt;";
  await withPage(async (page) => {
    const text = await opened(page, "年报.docx", word(paragraph(hostile) + table(row(cell(hostile), cell("1")))));
    assert.equal(text.split("<script>").length, 3);
    await opened(page, "年报.xlsx", workbook({ "&lt;script&gt;1": { data: `<row r="1">${inline("A1", hostile)}<c><v>1</v></c></row>` } }));
    assert.equal(await page.evaluate(() => window.ran), undefined);
    assert.equal(await page.evaluate(() => document.querySelectorAll("img").length), 0);
  });
});

/** Runs inside any browser: chooses files one after the other and tells what text each becomes. */
const chosen = (files) => `(async () => {
  const box = document.querySelector("textarea");
  const input = document.querySelector("input[type=file]");
  while (document.documentElement.dataset.ready !== "true") await new Promise((done) => setTimeout(done, 20));
  const texts = [];
  for (const [name, content] of ${JSON.stringify(files.map(([name, buffer]) => [name, buffer.toString("base64")]))}) {
    box.value = "";
    const data = new DataTransfer();
    data.items.add(new File([Uint8Array.from(atob(content), (sign) => sign.charCodeAt(0))], name));
    input.files = data.files;
    input.dispatchEvent(new Event("change", { bubbles: true }));
    for (let turn = 0; turn < 200 && box.value === ""; turn++) await new Promise((done) => setTimeout(done, 20));
    texts.push(box.value);
  }
  return texts;
})()`;

test("the oldest Chromium and Firefox read the same from office files", { timeout: 240_000 }, async () => {
  const reports = [written("年报", official(consistent))];
  const files = [
    ["年报.docx", convert(reports, "docx", ["--infilter=HTML (StarWriter)"])("年报")],
    ["年报.xlsx", convert(reports, "xlsx", ["--infilter=HTML (StarCalc)"])("年报")],
    ["年报.csv", Buffer.from('规章,0,0,"1,284"\r\n"行政\n许可",1,2,3\r\n')],
  ];
  let expected;
  await withPage(async (page) => {
    expected = await page.evaluate(chosen(files));
  });
  assert.ok(expected.every((text) => text.includes("规章\t0\t0\t")));
  const old = await launchOverPipe(oldChromium(Math.min(...oldVersions)), chromiumArguments);
  try {
    const page = await old.open(pageUrl, "");
    assert.deepEqual(await page.evaluate(chosen(files)), expected);
  } finally {
    await old.close();
  }
  const fox = await puppeteer.launch({ browser: "firefox", executablePath: firefox, headless: true });
  try {
    const page = await fox.newPage();
    await page.goto(pageUrl);
    assert.deepEqual(await page.evaluate(chosen(files)), expected);
  } finally {
    await fox.close();
  }
});
