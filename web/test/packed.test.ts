import assert from "node:assert/strict";
import { test } from "node:test";
import { decode, encode } from "../src/packed.ts";

test("bytes of every length and value come back", () => {
  for (let length = 0; length < 20; length++) {
    for (const byte of [0, 1, 84, 85, 255]) {
      const bytes = new Uint8Array(length).fill(byte);
      assert.deepEqual(decode(encode(bytes)), bytes);
    }
  }
  const all = Uint8Array.from({ length: 4099 }, (_, at) => (at * 167) % 256);
  assert.deepEqual(decode(encode(all)), all);
});

test("the characters can stand in a script block: no bracket that opens a tag, no line end", () => {
  const text = encode(Uint8Array.from({ length: 65536 }, (_, at) => (at * 40503) >> 8));
  assert.match(text, /^[0-3][#-;=-w~]*$/);
});
