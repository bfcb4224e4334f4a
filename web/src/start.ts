// The one script that stands in the page as it is. It unpacks the others, and runs the page's as an inline script,
// which the policy allows because it knows its hash.

import { expand } from "./lzma.ts";
import { unpack } from "./packed.ts";
import { type Carrier, dataBlock, split } from "./parts.ts";

/** Chromium before 97 has wasm under this policy in the worker only: here it takes 15 ms more, without. */
function unpackPage(decoder: Uint8Array<ArrayBuffer>, text: string): Uint8Array<ArrayBuffer> | undefined {
  try {
    return expand(decoder, text);
  } catch {
    return unpack(text);
  }
}

const decoder = unpack(dataBlock("decoder"));
const page = decoder && unpackPage(decoder, dataBlock("page"));
if (decoder && page) {
  const parts = split(new TextDecoder().decode(page));
  const script: Carrier = Object.assign(document.createElement("script"), { parts, decoder });
  script.textContent = parts.script;
  document.head.append(script);
  // A saved copy would hold it twice.
  script.remove();
}
