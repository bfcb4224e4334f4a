import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { test } from "node:test";
import { fileName } from "../src/handover/download.ts";
import { sha256 } from "../src/handover/sha256.ts";

test("the digest is that of the text as UTF-8", () => {
  assert.equal(sha256("abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  // Around the lengths at which a block ends, and in characters of one to four bytes.
  for (let length = 0; length < 140; length++) {
    for (const character of ["a", "é", "栖", "𠮷"]) {
      const text = character.repeat(length);
      assert.equal(sha256(text), createHash("sha256").update(text, "utf8").digest("hex"), `${character} × ${length}`);
    }
  }
});

test("a file is called by what it holds", () => {
  assert.equal(fileName(["栖梧县人民政府", 2024, "核对单"], "html"), "栖梧县人民政府 2024 核对单.html");
  assert.equal(fileName([null, null, "核对单"], "html"), "核对单.html");
});

test("what Windows does not allow in a name is left out", () => {
  assert.equal(fileName(['a\\b/c:d*e?f"g<h>i|j\n\u0000\u202ek', "核对单"], "html"), "a b c d e f g h i j k 核对单.html");
  assert.equal(fileName(["..", "核对单. "], "html"), "核对单.html");
  assert.equal(fileName(["CON"], "txt"), "_CON.txt");
  assert.equal(fileName(["///"], "txt"), "_.txt");
  assert.ok(fileName(["长".repeat(500)], "html").length < 120);
});
