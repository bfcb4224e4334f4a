import assert from "node:assert/strict";
import { test } from "node:test";
import { deflateRawSync } from "node:zlib";
import { foot, zip } from "../../tests/zip.mjs";
import { mostText, unzip } from "../src/files/unzip.ts";

const xml = "<w:t>砚溪县人民政府</w:t>".repeat(500);
const every = /./;

/** Whatever it is given, it must not keep the user waiting. */
function quick<Value>(use: () => Value): Value {
  const begin = performance.now();
  const value = use();
  const took = performance.now() - begin;
  assert.ok(took < 200, `${took.toFixed(0)} ms`);
  return value;
}

test("entries deflated, stored, with sizes behind them, with fields of 64 bits and with a comment behind all", () => {
  const archive = zip(
    { a: xml, b: { content: xml, stored: true }, c: { content: xml, flags: 8 }, d: { content: xml, large: true }, e: "", f: { content: "", stored: true } },
    { comment: "PK\x05\x06 comment" },
  );
  assert.deepEqual(unzip(archive, every), { a: xml, b: xml, c: xml, d: xml, e: "", f: "" });
});

test("a part of a larger buffer is read as such", () => {
  const archive = zip({ a: xml });
  const larger = Buffer.concat([Buffer.alloc(7), archive, Buffer.alloc(9)]);
  assert.deepEqual(unzip(larger.subarray(7, 7 + archive.length), every), { a: xml });
});

test("names in any case, with either slash; only those that are wanted are inflated", () => {
  const damaged = { content: xml, packed: Buffer.from([7, 7, 7]) };
  const archive = zip({ "Word\\Document.XML": xml, "/xl/workbook.xml": "w", "word/media/image1.png": damaged, "a/word/document.xml": "no" });
  assert.deepEqual(unzip(archive, /^(word\/document|xl\/workbook)\.xml$/), { "word/document.xml": xml, "xl/workbook.xml": "w" });
});

test("XML in UTF-16 and in UTF-8, with their marks", () => {
  const big = Buffer.from(`\ufeff${xml}`, "utf16le").swap16();
  const archive = zip({ a: Buffer.from(`\ufeff${xml}`, "utf16le"), b: big, c: `\ufeff${xml}` });
  assert.deepEqual(unzip(archive, every), { a: xml, b: xml, c: xml });
});

test("an entry with a password is told from a broken one", () => {
  assert.equal(unzip(zip({ a: { content: xml, flags: 1 } }), every), "encrypted");
});

test("what is cut off, or changed in any one place, is never read as something else", () => {
  const archive = zip({ a: xml, b: { content: xml, stored: true } });
  for (const length of [0, 4, 21, 22, archive.length >> 1, archive.length - 1]) {
    assert.equal(unzip(archive.subarray(0, length), every), "broken", `${length} bytes`);
  }
  const outcomes = new Set<string>();
  for (let at = 0; at < archive.length; at += 3) {
    const changed = Buffer.from(archive);
    changed[at] = (changed[at] ?? 0) ^ 0x15;
    const texts = unzip(changed, every);
    if (typeof texts === "string") outcomes.add(texts);
    else for (const text of Object.values(texts)) assert.equal(text, xml, `byte ${at}`);
  }
  assert.ok(outcomes.has("broken"));
});

test("a bomb that tells its size is not inflated at all", () => {
  const bomb = zip({ a: Buffer.alloc(mostText + 1) });
  assert.equal(quick(() => unzip(bomb, every)), "bomb");
  const several = zip(Object.fromEntries(Array.from({ length: 9 }, (_, at) => [`${at}`, Buffer.alloc(mostText >> 3)])));
  assert.equal(unzip(several, every), "bomb");
  assert.equal(typeof unzip(several, /^[0-7]$/), "object");
});

test("a bomb that lies about its size is stopped soon after that", () => {
  const packed = deflateRawSync(Buffer.alloc(200 << 20), { level: 9 });
  assert.ok(packed.length > 100_000);
  const bomb = zip({ a: { packed, size: 1000 } });
  assert.equal(quick(() => unzip(bomb, every)), "bomb");
  assert.equal(unzip(zip({ a: { content: xml, size: xml.length } }), every), "bomb");
  assert.equal(unzip(zip({ a: { content: "ab", size: 3 } }), every), "broken");
});

test("entries that share what they hold are not inflated again and again", () => {
  // Empty blocks: much to read, nothing that comes out.
  const packed = Buffer.concat([...Array.from({ length: 50_000 }, () => Buffer.from([0, 0, 0, 0xff, 0xff])), Buffer.from([3, 0])]);
  const shared = Object.fromEntries(Array.from({ length: 9000 }, (_, at) => [`${at}`, { packed, ...(at > 0 ? { place: 0 } : {}) }]));
  const archive = zip(shared);
  assert.equal(quick(() => unzip(archive, every)), "broken");
});

test("a directory of a million entries, or of nothing but names, ends soon", () => {
  const many = zip({ a: "" }).subarray(0, 33);
  const entry = zip({ a: "" }).subarray(33, -22);
  const directory = Buffer.alloc(entry.length * 1_000_000, entry);
  const archive = Buffer.concat([many, directory, foot(1_000_000, many.length, directory.length)]);
  assert.equal(quick(() => unzip(archive, every)), "bomb");
  assert.equal(quick(() => unzip(archive, /^none$/)), "bomb");
});

test("places outside the archive end as broken ones", () => {
  const archive = zip({ a: xml });
  const entry = archive.indexOf(Buffer.from([0x50, 0x4b, 1, 2]));
  for (const at of [entry + 20, entry + 42, archive.length - 22 + 16]) {
    for (const value of [0, 1, archive.length, 0x7fffffff, 0xfffffffe, 0xffffffff]) {
      const changed = Buffer.from(archive);
      changed.writeUInt32LE(value, at);
      if (changed.equals(archive)) continue;
      assert.equal(quick(() => unzip(changed, every)), "broken", `${at}: ${value}`);
    }
  }
});
