import assert from "node:assert/strict";
import { test } from "node:test";
import { largestFile, openFile, type Reader } from "../src/files/open.ts";
import { unzip } from "../src/files/unzip.ts";
import { setLanguage } from "../src/language.ts";
import { zip } from "../../tests/zip.mjs";

// Node 18 has Blob but no File.
class FileLike extends Blob {
  constructor(
    readonly name: string,
    content: Uint8Array<ArrayBuffer>,
  ) {
    super([content]);
  }
}

const file = (name: string, content: Uint8Array<ArrayBuffer> | string): File =>
  new FileLike(name, typeof content === "string" ? new TextEncoder().encode(content) : content) as unknown as File;

const reader: Reader = {
  read: (source) => Promise.resolve(typeof source === "string" ? source : new TextDecoder().decode(source)),
  unzip: (bytes, wanted) => Promise.resolve(JSON.stringify(unzip(new Uint8Array(bytes), new RegExp(wanted)))),
};

async function refusal(name: string, content: Uint8Array<ArrayBuffer> | string): Promise<string> {
  const messages: string[] = [];
  for (const language of ["en", "zh"] as const) {
    setLanguage(language);
    await assert.rejects(openFile(file(name, content), reader), (error: Error) => messages.push(error.message) > 0);
  }
  const [english = "", chinese = ""] = messages;
  assert.ok(english.startsWith(`“${name}” `) && /^[ -~“”]*\.$/.test(english.replace(name, "")), english);
  assert.ok(chinese.startsWith(`「${name}」`) && chinese.endsWith("。"), chinese);
  return chinese;
}

const latin = (text: string): Uint8Array<ArrayBuffer> => new Uint8Array(Array.from(text, (sign) => sign.charCodeAt(0)));
const compound = (name: string): Uint8Array<ArrayBuffer> =>
  new Uint8Array([...latin("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"), ...new Uint8Array(1016), ...Buffer.from(name, "utf16le"), 0, 0]);

test("a file's bytes are handed over whole, and what they hold is its text", async () => {
  const given = new Uint8Array([0xd5, 0xfe, 0xb8, 0xae]);
  const asked: unknown[] = [];
  const opened = await openFile(file("年报.doc", given), {
    ...reader,
    read: (source, html) => {
      asked.push(new Uint8Array(source as ArrayBuffer), html);
      return Promise.resolve("政府");
    },
  });
  assert.deepEqual(opened, { name: "年报.doc", text: "政府" });
  assert.deepEqual(asked, [given, false]);
});

test("each kind that is not read is told by its bytes, with what to do instead", async () => {
  const cases: readonly (readonly [RegExp, Uint8Array<ArrayBuffer>])[] = [
    [/\.doc\/\.xls.*另存为 \.docx/, compound("WordDocument")],
    [/打开密码.*去掉密码/, compound("EncryptedPackage")],
    [/PDF.*阅读器.*粘贴.*扫描件/, latin("%PDF-1.7\n")],
    [/PDF/, latin("\n\n%PDF-1.4\n")],
    [/RTF.*另存为 \.docx/, latin("{\\rtf1\\ansi")],
    [/压缩包.*解压/, latin("Rar!\x1a\x07")],
    [/压缩包.*解压/, latin("7z\xbc\xaf\x27\x1c")],
    [/图片.*文字识别/, latin("\x89PNG\r\n\x1a\n")],
    [/图片/, latin("\xff\xd8\xff\xe0")],
    [/图片/, latin("GIF89a")],
    [/图片/, latin("BM\x10\0\0\0\0\0\0\0")],
    [/图片/, latin("II*\0")],
    [/压缩包.*解压/, zip({ "年报.docx": "x", "年报.txt": "y" })],
    [/压缩包.*解压/, zip({})],
    [/压缩包/, zip({ "word/document.xml": { content: "x", flags: 1 } })],
    [/ODF.*另存为 \.docx/, zip({ mimetype: { content: "application/vnd.oasis.opendocument.text", stored: true }, "content.xml": "x" })],
    [/\.pptx/, zip({ "ppt/presentation.xml": "x" })],
    [/\.xlsb.*\.xlsx/, zip({ "xl/workbook.bin": "x" })],
    [/OFD.*阅读器/, zip({ "OFD.xml": "x" })],
    [/损坏.*重新下载/, zip({ "word/document.xml": "<a/>" }).subarray(0, 60)],
    [/损坏/, latin("PK\x03\x04")],
    [/太大，没有打开.*粘贴/, zip({ "word/document.xml": Buffer.alloc(40 << 20) })],
    [/空文件/, new Uint8Array(0)],
    [/不是文档.*粘贴/, new Uint8Array(5000).map((_, at) => at % 7)],
  ];
  for (const [words, content] of cases) assert.match(await refusal("年报.txt", content), words);
});

test("a file over the limit is refused with its size, before it is read", async () => {
  assert.match(await refusal("大.txt", new Uint8Array(largestFile + 1024 * 1024)), /11\.0 MB.*10 MB/);
  assert.equal((await openFile(file("大.txt", "1".repeat(largestFile)), reader)).text.length, largestFile);
});

test("a file that cannot be read is a message, not a stack", async () => {
  const broken = { ...reader, read: () => Promise.reject(new Error("wasm trap at 0x12")) };
  await assert.rejects(openFile(file("a.txt", "1"), broken), (error: Error) => /a\.txt/.test(error.message) && !/trap/.test(error.message));
  const folder = { name: "文件夹", size: 4096, arrayBuffer: () => Promise.reject(new Error("NotFoundError")) } as unknown as File;
  await assert.rejects(openFile(folder, reader), /「文件夹」读不出来.*不是文档/);
});

test("only a file by that name is taken for a table of values", async () => {
  const values = "规章,0,0\n行政许可,1,2\n";
  assert.equal((await openFile(file("年报.CSV", values), reader)).text, "规章\t0\t0\n行政许可\t1\t2\n");
  assert.equal((await openFile(file("年报.txt", values), reader)).text, values);
});

test("texts with a few signs that are none are texts", async () => {
  const text = `砚溪县\0\0${"年报".repeat(20)}`;
  assert.equal((await openFile(file("a.txt", text), reader)).text, text);
});
