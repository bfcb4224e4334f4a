import assert from "node:assert/strict";
import { test } from "node:test";
import { decoder, expand, pack, unpack } from "../pack.ts";
import { base, character } from "../src/digits.ts";

/** The same bytes every time, none of which can be told from those before it. */
function noise(length: number): Uint8Array {
  let state = 1;
  return Uint8Array.from({ length }, () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state >>> 24;
  });
}

const words = new TextEncoder().encode("本年新收政府信息公开申请数量，上年结转，予以公开；".repeat(3));

/** What repeats near and far, at distances that come back, with single bytes changed. */
function patched(length: number): Uint8Array {
  const random = noise(length);
  const bytes = new Uint8Array(length);
  for (let at = 0; at < length; ) {
    const choice = random[at]!;
    const long = 1 + (random[(at + 1) % length]! % (choice < 16 ? 255 : 24));
    const far = [1, 4, 48, 77, 1000, 20_000, 300_000][choice % 7]!;
    for (let end = Math.min(length, at + long); at < end; at++) {
      const from = at >= far ? bytes[at - far]! : words[at % words.length]!;
      bytes[at] = random[at]! < 6 ? choice : from;
    }
  }
  return bytes;
}

const byWasm = (text: string): Uint8Array | undefined => expand(decoder, text);

/** By both of the ways in which the page unpacks. */
function back(bytes: Uint8Array): void {
  const text = pack(bytes);
  for (const way of [byWasm, unpack]) assert.ok(Buffer.from(way(text) ?? [1]).equals(Buffer.from(bytes)), `${bytes.length} bytes`);
}

test("Chromium compiles what unpacks at once, outside of a worker", () => {
  assert.ok(decoder.length < 4096, `${decoder.length} bytes`);
});

test("nothing, and a byte or two, come back", () => {
  for (const bytes of [[], [0], [255], [7, 7], [0, 1, 2]]) back(Uint8Array.from(bytes));
});

test("what repeats, what does not, and both in turns come back", () => {
  back(new Uint8Array(1 << 20));
  back(words);
  for (const length of [100, 5000, 70_000]) back(noise(length));
  for (const length of [1000, 65_536, 1_000_003]) back(patched(length));
});

test("the characters can stand in a script block, in any charset that has ASCII: no bracket, no line end", () => {
  const text = pack(noise(65_536));
  assert.match(text, /^[ -;=-~]*$/);
  assert.equal(new Set(text).size, base);
  assert.equal(new Set(Array.from({ length: base }, (_, digit) => character(digit))).size, base);
  assert.ok(text.length < 65_536 * 1.26, `${text.length} characters`);
});

test("any character changed, and any end missing or added, is told", () => {
  const text = pack(Uint8Array.of(...patched(3000), ...noise(300)));
  const told = (damaged: string, where: string): void => {
    for (const way of [byWasm, unpack]) assert.equal(way(damaged), undefined, where);
  };
  for (let at = 0; at < text.length; at++) {
    for (const instead of [" ", "~", "\uFFFD"]) {
      if (text[at] !== instead) told(text.slice(0, at) + instead + text.slice(at + 1), `${instead} at ${at}`);
    }
    told(text.slice(0, at), `${at} characters`);
  }
  told(`${text} `, "one more");
});

test("noise is never taken for what was packed", () => {
  const random = Array.from(noise(200_000), (byte) => character(byte % base)).join("");
  for (let at = 0; at < 1000; at++) {
    const text = `  ${character(at % base)}!${random.slice(at * 199, at * 200 + 100)}`;
    for (const way of [byWasm, unpack]) assert.equal(way(text), undefined);
  }
});
