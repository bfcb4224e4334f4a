// Unpacks by wasm, lzma.cpp: it takes 1.9 KB of the page, and for the core 17 ms of its start where JavaScript takes 60
// and more, before the browser has compiled its loops.

import { digits, sizeOf } from "./digits.ts";

interface Decoder {
  readonly memory: WebAssembly.Memory;
  readonly __heap_base: WebAssembly.Global;
  expand(packed: number, packedEnd: number, out: number, outEnd: number): number;
  restore(packed: number, out: number): void;
}

const page = 65536;

/**
 * Nothing if the text is damaged. `decoder` is lzma.cpp, compiled: less than the 4 KB that Chromium compiles at once
 * outside of a worker. Of a wasm module what was packed is what parted.ts made of it.
 */
export function expand(decoder: Uint8Array<ArrayBuffer>, text: string, module = false): Uint8Array<ArrayBuffer> | undefined {
  const size = sizeOf(text);
  if (size === undefined) return undefined;
  const instance = new WebAssembly.Instance(new WebAssembly.Module(decoder)).exports as unknown as Decoder;
  const { memory } = instance;
  const packed = new TextEncoder().encode(text);
  const at = instance.__heap_base.value as number;
  const out = Math.ceil((at + packed.length) / 4) * 4;
  const end = out + size;
  memory.grow(Math.ceil(end / page));
  new Uint8Array(memory.buffer).set(packed, at);
  if (!instance.expand(at + digits.size, at + packed.length, out, end)) return undefined;
  if (!module) return new Uint8Array(memory.buffer, out, size);
  const whole = new DataView(memory.buffer).getUint32(out, true);
  memory.grow(Math.ceil(whole / page));
  instance.restore(out, end);
  return new Uint8Array(memory.buffer, end, whole);
}
