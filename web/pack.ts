// What unpacks in the page packs here, for the build and the tests.

import { spawnSync } from "node:child_process";
import { base, character, digits } from "./src/digits.ts";
import { expand as expandBits, isRepetition, learned, range, unknown } from "./src/packed.ts";

export { default as decoder } from "./src/lzma.cpp";
export { expand } from "./src/lzma.ts";
export { takeApart } from "./parted.ts";
export { unpack } from "./src/packed.ts";
export { joined, split } from "./src/parts.ts";

/** Raw LZMA. */
function xz(bytes: Uint8Array): Uint8Array {
  const filter = "--lzma1=preset=9e,lc=3,lp=0,pb=0,nice=64";
  const { error, status, stdout, stderr } = spawnSync("xz", ["--format=raw", filter, "--stdout"], {
    input: bytes,
    maxBuffer: 1 << 26,
  });
  if (error !== undefined) throw error;
  if (status !== 0) throw new Error(`xz: ${stderr.toString()}`);
  return stdout;
}

/** The highest digit first. */
function inDigits(value: number, length: number): number[] {
  return Array.from({ length }, (_, at) => Math.floor(value / base ** (length - 1 - at)) % base);
}

/**
 * LZMA as `xz` makes it, which is a coder of bits whose chances both sides learn, read and written again bit for bit
 * with digits in the place of bytes, and with chances of its own where packed.ts keeps more of them.
 */
export function pack(bytes: Uint8Array): string {
  const read = { bytes: xz(bytes), at: 5, code: 0, width: 2 ** 32 - 1, chances: unknown() };
  read.code = new DataView(read.bytes.buffer, read.bytes.byteOffset).getUint32(1);
  const takeIn = (): void => {
    if (read.width >= 2 ** 24) return;
    read.width *= 256;
    read.code = read.code * 256 + (read.bytes[read.at++] ?? 0);
  };

  const highest = base ** (digits.range - 1);
  const written: number[] = inDigits(bytes.length, digits.size);
  const chances = unknown();
  let [low, width] = [0, range.most];
  const add = (value: number): void => {
    low += value;
    if (low < highest * base) return;
    low -= highest * base;
    let at = written.length - 1;
    for (; written[at] === base - 1; at--) written[at] = 0;
    written[at]!++;
  };
  const putOut = (): void => {
    if (width >= range.few) return;
    written.push(Math.floor(low / highest));
    low = (low % highest) * base;
    width *= base;
  };

  expandBits(
    {
      bit(at) {
        const plain = at < isRepetition ? at & ~31 : at;
        const chance = read.chances[plain]!;
        const bound = Math.floor(read.width / 2048) * chance;
        const bit = read.code < bound ? 0 : 1;
        read.width = bit ? read.width - bound : bound;
        read.code -= bit * bound;
        takeIn();
        read.chances[plain] = learned(chance, bit, 5);
        const part = (width >> 11) * chances[at]!;
        width = bit ? width - part : part;
        add(bit * part);
        putOut();
        chances[at] = learned(chances[at]!, bit);
        return bit;
      },
      evenBit() {
        read.width = Math.floor(read.width / 2);
        const bit = read.code < read.width ? 0 : 1;
        read.code -= bit * read.width;
        takeIn();
        width >>= 1;
        add(bit * width);
        putOut();
        return bit;
      },
    },
    bytes.length,
  );
  written.push(...inDigits(low, digits.range));
  return written.map(character).join("");
}
