import assert from "node:assert/strict";
import { test } from "node:test";
import { eventsOf } from "../src/html.ts";

// As much of a document's nodes as is walked.
class FakeNode {
  parentNode: FakeNode | null = null;
  nextSibling: FakeNode | null = null;
  readonly firstChild: FakeNode | null;
  readonly localName: string;

  constructor(
    readonly nodeType: number,
    readonly nodeValue: string | null,
    private readonly attributes: Readonly<Record<string, string>>,
    children: readonly FakeNode[],
  ) {
    this.localName = nodeType === 1 ? (nodeValue ?? "") : "";
    this.firstChild = children[0] ?? null;
    children.forEach((child, at) => {
      child.parentNode = this;
      child.nextSibling = children[at + 1] ?? null;
    });
  }

  hasAttribute(name: string): boolean {
    return name in this.attributes;
  }

  getAttribute(name: string): string | null {
    return this.attributes[name] ?? null;
  }
}

const element = (name: string, attributes: Record<string, string>, ...children: FakeNode[]): FakeNode =>
  new FakeNode(1, name, attributes, children);
const text = (value: string): FakeNode => new FakeNode(3, value, {}, []);
const comment = (value: string): FakeNode => new FakeNode(8, value, {}, []);
const events = (...children: FakeNode[]): string => eventsOf(new FakeNode(9, null, {}, children) as unknown as Node);
const sized = (value: string): string => `\0${String.fromCharCode(value.length)}${value}`;

test("elements, texts and ends in the document's order", () => {
  assert.equal(
    events(comment("x"), element("p", {}, text("一"), element("br", {}), text("二")), text("三")),
    `o${sized("p")}\0t${sized("一")}o${sized("br")}\0ct${sized("二")}ct${sized("三")}`,
  );
});

test("of the attributes only those that the rendition needs", () => {
  assert.equal(
    events(element("td", { class: "a", colspan: "2", styl_: "" })),
    `o${sized("td")}\u0002${sized("colspan")}${sized("2")}${sized("styl_")}${sized("")}c`,
  );
});

test("nothing, and comments only", () => {
  assert.equal(events(), "");
  assert.equal(events(comment("a"), comment("b")), "");
});

test("long texts have a length of two units, and lone surrogates stay", () => {
  assert.equal(events(text(`\ud800${"一".repeat(70_000)}`)), `t\u0001\u1171\ud800${"一".repeat(70_000)}`);
});

test("however deep it nests", () => {
  let node = text("一");
  for (let depth = 0; depth < 50_000; depth++) node = element("b", {}, node);
  assert.equal(events(node).length, 50_000 * (1 + 3 + 1 + 1) + 4);
});
