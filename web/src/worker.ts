// Runs inside the blob: worker, after Emscripten's glue: keeps the core and answers the page.

import type { FromWorker, ToWorker } from "./messages.ts";
import { unpack } from "./packed.ts";

interface CoreModule {
  check(text: string, options: string): string;
  forms(): string;
  detect(bytes: Uint8Array): string;
}

declare function createGouji(settings: { wasmBinary: Uint8Array }): Promise<CoreModule>;

interface WorkerScope {
  postMessage(message: FromWorker): void;
  onmessage: ((event: MessageEvent<ToWorker>) => void) | null;
}

const scope = self as unknown as WorkerScope;
let core: CoreModule | undefined;

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

scope.onmessage = ({ data }): void => {
  if (data.kind === "start") {
    unpack(data.wasm)
      .then((wasm) => createGouji({ wasmBinary: new Uint8Array(wasm) }))
      .then((module) => {
        core = module;
        scope.postMessage({ kind: "ready", forms: module.forms() });
      })
      .catch((error: unknown) => {
        scope.postMessage({ kind: "failed", sequence: null, reason: reasonOf(error) });
      });
    return;
  }
  const { sequence } = data;
  try {
    if (core === undefined) throw new Error("the core has not started");
    const value = data.kind === "check" ? core.check(data.text, "{}") : core.detect(new Uint8Array(data.bytes));
    scope.postMessage({ kind: "result", sequence, value });
  } catch (error) {
    scope.postMessage({ kind: "failed", sequence, reason: reasonOf(error) });
  }
};
