import assert from "node:assert/strict";
import { test } from "node:test";
import { pack, unpack } from "../pack.ts";
import { joined, split } from "../src/parts.ts";

test("the parts of the page come back as they were, packed and unpacked", () => {
  const parts = { script: 'const end = "\\n";\n', style: "b::after{content:'勾稽'}", body: "<p>{一|One}</p>", examples: '{"一":"\t𠮷\\r"}' };
  const text = new TextDecoder().decode(unpack(pack(new TextEncoder().encode(joined(parts)))));
  assert.deepEqual(split(text), parts);
});
