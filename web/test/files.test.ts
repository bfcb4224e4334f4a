import assert from "node:assert/strict";
import { test } from "node:test";
import { largestFile, openFile, refusal } from "../src/files.ts";

const bytes = (...values: number[]): Uint8Array => new Uint8Array(values);
const file = (name: string, content: Uint8Array<ArrayBuffer>): File => new FileLike(name, content) as unknown as File;

// Node 18 has Blob but no File.
class FileLike extends Blob {
  constructor(
    readonly name: string,
    content: Uint8Array<ArrayBuffer>,
  ) {
    super([content]);
  }
}

test("text of any kind is taken, whatever its name", () => {
  assert.equal(refusal("年报.doc", 100, bytes(0xb1, 0xa8)), null);
  assert.equal(refusal("年报.txt", largestFile, bytes(0, 0, 0)), null);
});

test("what is no text is refused with what to do instead", () => {
  for (const head of [
    bytes(0x50, 0x4b, 0x03, 0x04),
    bytes(0xd0, 0xcf, 0x11, 0xe0),
    bytes(0x25, 0x50, 0x44, 0x46),
    bytes(0x89, 0x50, 0x4e, 0x47),
  ]) {
    assert.match(refusal("年报.txt", 100, head) ?? "", /年报\.txt.*粘贴/);
  }
});

test("a file over the limit is refused with its size", () => {
  assert.match(refusal("大.txt", largestFile + 1024 * 1024, bytes(0x31)) ?? "", /11\.0 MB/);
});

test("a file's bytes are handed over whole, and what they hold is its text", async () => {
  const given = new Uint8Array([0xd5, 0xfe, 0xb8, 0xae]);
  const opened = await openFile(file("a.txt", given), (bytes) => {
    assert.deepEqual(new Uint8Array(bytes), given);
    return Promise.resolve("政府");
  });
  assert.deepEqual(opened, { name: "a.txt", text: "政府" });
});

test("a file that cannot be read is a message, not a stack", async () => {
  const failing = openFile(file("a.txt", new Uint8Array([1])), () => Promise.reject(new Error("wasm trap at 0x12")));
  await assert.rejects(failing, (error: Error) => /a\.txt/.test(error.message) && !/trap/.test(error.message));
});
