// Unpacks by wasm, lzma.cpp: it takes 1.3 KB of the page, and for the core 15 ms of its start where JavaScript takes 60
// and more, before the browser has compiled its loops.

import { digits, sizeOf } from "./digits.ts";

interface Decoder {
  readonly memory: WebAssembly.Memory;
  readonly __heap_base: WebAssembly.Global;
  expand(packed: number, packedEnd: number, out: number, outEnd: number): number;
}

const page = 65536;

/**
 * Nothing if the text is damaged. `decoder` is lzma.cpp, compiled: less than the 4 KB that Chromium compiles at once
 * outside of a worker.
 */
export function expand(decoder: Uint8Array<ArrayBuffer>, text: string): Uint8Array<ArrayBuffer> | undefined {
  const size = sizeOf(text);
  if (size === undefined) return undefined;
  const { memory, __heap_base, expand } = new WebAssembly.Instance(new WebAssembly.Module(decoder)).exports as unknown as Decoder;
  const packed = new TextEncoder().encode(text);
  const at = __heap_base.value as number;
  const out = at + packed.length;
  memory.grow(Math.ceil((out + size) / page));
  new Uint8Array(memory.buffer).set(packed, at);
  return expand(at + digits.size, out, out, out + size) ? new Uint8Array(memory.buffer, out, size) : undefined;
}
