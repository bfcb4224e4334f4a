// Runs inside the blob: worker, after Emscripten's glue: keeps the core and answers the page.

import { unzip } from "./files/unzip.ts";
import { expand } from "./lzma.ts";
import type { FromWorker, Question, ToWorker } from "./messages.ts";

interface CoreModule {
  check(text: string, file: string, previous: string, edits: string): string;
  sarif(text: string, file: string, previous: string, edits: string): string;
  unit(text: string, file: string): void;
  help(): string;
  forms(): string;
  detect(bytes: Uint8Array, declared: string): string;
  mime(bytes: Uint8Array): string;
  markup(text: string, html: boolean): string;
  render(events: string): string;
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

/** See `mime` of the core for what a part looks like. */
function readSource(core: CoreModule, source: ArrayBuffer | string, known: boolean): string {
  let html = known;
  let bytes = typeof source === "string" ? new TextEncoder().encode(source) : new Uint8Array(source);
  let text = typeof source === "string" ? source : undefined;
  let charset = "";
  const part = core.mime(bytes);
  if (part !== "") {
    const begin = part.indexOf("\n") + 1;
    charset = part.slice(1, begin - 1);
    html = part.startsWith("h");
    bytes = new Uint8Array(part.length - begin);
    for (let at = 0; at < bytes.length; at++) bytes[at] = part.charCodeAt(begin + at);
    text = undefined;
  }
  text ??= new TextDecoder(core.detect(bytes, charset)).decode(bytes);
  return core.markup(text, html) || `=${text}`;
}

function unpackCore(decoder: Uint8Array<ArrayBuffer>, packed: Uint8Array | string): Uint8Array {
  const wasm = typeof packed === "string" ? expand(decoder, packed, true) : packed;
  if (wasm === undefined) throw new Error("页面里的核对程序已经损坏，请换一份完整的页面");
  return wasm;
}

/** A question as the core's functions take it. */
function asked({ text, previous = "", edits = [] }: Question, name: string): [string, string, string, string] {
  const lines = edits.map(([cell, value]) => `${cell}\t${value.replace(/\s+/g, " ")}\n`);
  return [text, name, previous, lines.join("")];
}

function answer(core: CoreModule, data: Exclude<ToWorker, { kind: "start" }>): string {
  switch (data.kind) {
    case "check":
      return core.check(...asked(data.question, ""));
    case "sarif":
      return core.sarif(...asked(data.question, data.name));
    case "units":
      core.unit("", "");
      // Without a text it would be the end of the list.
      for (const { name, text } of data.units) core.unit(text || " ", name);
      return "";
    case "help":
      return core.help();
    case "render":
      return core.render(data.events);
    case "read":
      return readSource(core, data.source, data.html);
    case "unzip":
      return JSON.stringify(unzip(new Uint8Array(data.bytes), new RegExp(data.wanted)));
  }
}

scope.onmessage = ({ data }): void => {
  if (data.kind === "start") {
    Promise.resolve()
      .then(() => createGouji({ wasmBinary: unpackCore(data.decoder, data.wasm) }))
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
    scope.postMessage({ kind: "result", sequence, value: answer(core, data) });
  } catch (error) {
    scope.postMessage({ kind: "failed", sequence, reason: reasonOf(error) });
  }
};
