import assert from "node:assert/strict";
import { test } from "node:test";
import type { Cell } from "../src/answer.ts";
import { faceOf } from "../src/cells.ts";

const cell = (parts: Partial<Cell>): Cell => ({ id: "requests.new.total", value: null, state: "printed", ...parts });

test("a printed number is shown as its value, a zero quietly", () => {
  assert.deepEqual(faceOf(cell({ value: 43, text: "43" })), {
    text: "43",
    sign: "",
    spoken: "",
    title: "",
    quiet: false,
    inferred: null,
  });
  assert.equal(faceOf(cell({ value: 0, text: "0" })).quiet, true);
});

test("a number printed in another way keeps its unit and tells how it stands in the text", () => {
  const face = faceOf(cell({ value: -3, text: "减3" }));
  assert.equal(face.text, "-3");
  assert.match(face.title, /减3/);
  assert.equal(faceOf(cell({ value: 152790, text: "152790元", unit: "元" })).text, "152790元");
});

test("every state but a printed number is told in words", () => {
  for (const state of ["blank", "placeholder", "unreadable", "missing", "ambiguous"] as const) {
    const face = faceOf(cell({ state, text: "/" }));
    assert.notEqual(face.spoken, "", state);
    assert.ok(face.title.includes(face.spoken), state);
    assert.equal(face.quiet, false, state);
  }
});

test("states without a text of their own have a sign, save the blank, which is hatched", () => {
  assert.deepEqual(
    (["blank", "unreadable", "missing", "ambiguous"] as const).map((state) => faceOf(cell({ state })).sign),
    ["", "!", "缺", "?"],
  );
});

test("an inferred value is shown, and said to be one", () => {
  const face = faceOf(cell({ state: "blank", inferred: 5 }));
  assert.equal(face.text, "");
  assert.equal(face.inferred, 5);
  assert.match(face.spoken, /推算/);
  assert.match(face.title, /由等式推出 5/);
});

test("an inferred value stands beside what is printed", () => {
  const face = faceOf(cell({ state: "unreadable", text: "见附件", inferred: 0 }));
  assert.equal(face.text, "见附件");
  assert.equal(face.inferred, 0);
});

test("a printed number is never replaced by an inferred one", () => {
  assert.equal(faceOf(cell({ value: 7, text: "7", inferred: 5 })).inferred, null);
});

test("an ambiguous cell lists its candidates", () => {
  assert.match(faceOf(cell({ state: "ambiguous", candidates: [3, null, 12] })).title, /3、空白、12/);
});

test("an edited cell shows what it was given, and tells what the text has there", () => {
  const face = faceOf(cell({ value: 12, text: "12", edited: { state: "printed", value: 21, text: "21" } }));
  assert.deepEqual(face, { text: "12", sign: "", spoken: "已改，原文「21」", title: "已改，原文「21」", quiet: false, inferred: null });
});

test("of an edited cell, too, the state is told, and the state of the print where it has no text", () => {
  const emptied = faceOf(cell({ state: "blank", text: "", edited: { state: "printed", value: 21, text: " 21 " } }));
  assert.equal(emptied.text, "");
  assert.equal(emptied.spoken, "已改，原文「21」，空白");
  const states = { blank: "空白", missing: "文本里没有这一格", ambiguous: "数字归不到格" } as const;
  for (const state of ["blank", "missing", "ambiguous"] as const) {
    const face = faceOf(cell({ value: 0, text: "0", edited: { state, value: null, text: "" } }));
    assert.equal(face.spoken, `已改，原文「${states[state]}」`);
    assert.equal(face.quiet, true, "a zero is a zero");
  }
  const word = faceOf(cell({ state: "unreadable", text: "见附件", edited: { state: "placeholder", value: null, text: "/" } }));
  assert.deepEqual([word.text, word.sign, word.spoken], ["见附件", "!", "已改，原文「/」，不是数字"]);
});

test("what was typed in another way than it is shown is told beside what the text has", () => {
  const face = faceOf(cell({ value: 1234, text: "１，２３４", edited: { state: "printed", value: 21, text: "21" } }));
  assert.equal(face.text, "1234");
  assert.match(face.title, /^已改，原文「21」；/);
  assert.match(face.title, /１，２３４/);
  assert.doesNotMatch(face.title, /原文写作「１，２３４」/, "the text does not have it so");
});
