// The one script that stands in the page as it is. It starts the core in its worker, unpacks the rest while that gets
// ready, and runs the page's script as an inline script, which the policy allows because it knows its hash.

import { giveCore, startWorker } from "./core_worker.ts";
import { expand } from "./lzma.ts";
import { unpack } from "./packed.ts";
import { type Carrier, dataBlock, split } from "./parts.ts";

/** Chromium before 97 has wasm under this policy in the worker only: here it goes without, and takes longer. */
function unpacked(decoder: Uint8Array<ArrayBuffer>, id: string): string | undefined {
  const text = dataBlock(id);
  let bytes: Uint8Array<ArrayBuffer> | undefined;
  try {
    bytes = expand(decoder, text);
  } catch {
    bytes = unpack(text);
  }
  return bytes && new TextDecoder().decode(bytes);
}

function startPage(decoder: Uint8Array<ArrayBuffer>): void {
  const worker = unpacked(decoder, "worker");
  if (worker === undefined) return;
  let started: Worker | undefined;
  try {
    started = startWorker(worker);
  } catch {
    // The page tells what the browser lacks.
  }
  const page = unpacked(decoder, "page");
  if (page === undefined) return;
  const parts = split(page);
  const script: Carrier = Object.assign(document.createElement("script"), { parts, decoder, worker, started });
  script.textContent = parts.script;
  document.head.append(script);
  // A saved copy would hold it twice.
  script.remove();
  if (started !== undefined) giveCore(started, decoder);
}

const decoder = unpack(dataBlock("decoder"));
if (decoder) startPage(decoder);
