// Workers for the core. The page unpacks it while the first of them starts.

import { expand } from "./lzma.ts";
import { dataBlock } from "./parts.ts";

/** A worker that waits for the core; `script` is its own. */
export function startWorker(script: string): Worker {
  const url = URL.createObjectURL(new Blob([script], { type: "text/javascript" }));
  const worker = new Worker(url);
  // By then it has been read.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
  return worker;
}

let core: Uint8Array | undefined;

/** Gives a worker the core: unpacked, which the page can do while the worker starts, or else as it is packed. */
export function giveCore(worker: Worker, decoder: Uint8Array<ArrayBuffer>): void {
  const packed = dataBlock("core");
  try {
    core ??= expand(decoder, packed, true)?.slice();
  } catch {
    // Chromium before 97 has wasm under this policy in the worker only.
  }
  worker.postMessage({ kind: "start", decoder, wasm: core ?? packed });
}
