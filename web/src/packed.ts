// The page carries nearly all of itself packed, as LZMA: a seventh less than gzip makes, and no browser has to have
// anything for it. This unpacks lzma.cpp, which does the same sooner for all the rest; and the page's script too where
// there is wasm in workers only.
//
// LZMA's range coder usually takes bytes, and these would have to be written as characters. Here it takes characters
// as the digits of base 94, of which each holds the 6.55 bits that it can: base 91 and base 64 have 6.5 and 6.

import { base, digit, digits, numberAt, sizeOf } from "./digits.ts";

/** The range at first, and below what it takes in the next digit: no more than the integers that engines keep small. */
export const range = { most: 2 ** 30 - 1, few: 2 ** 23 };

/** In 2048ths, that a bit is 0. It follows what was seen twice as fast as LZMA usually does, which takes 1 KB less. */
const even = 1024;
export const learned = (chance: number, bit: number, slowness = 4): number =>
  chance + (bit ? -(chance >> slowness) : (2048 - chance) >> slowness);

// Where the chances of each kind begin. Trees are counted from their root, 1.
const isMatch = 0;
export const isRepetition = 12 * 32;
const isNotLast = isRepetition + 12;
const isNotSecond = isNotLast + 12;
const isNotThird = isNotSecond + 12;
const isNotOneByte = isNotThird + 12;
const matchLength = isNotOneByte + 12;
const repetitionLength = matchLength + 274;
const slots = repetitionLength + 274;
const distances = slots + 256;
const lastBits = distances + 115;
const literals = lastBits + 16;
export const unknown = (): Uint16Array => new Uint16Array(literals + 8 * 768).fill(even);

export interface Coder {
  /** The next bit, of which the chance is kept at `at`. */
  bit(at: number): number;
  /** The next bit, of which nothing is known. */
  evenBit(): number;
}

/** LZMA with lc=3, lp=0 and pb=0, but that the byte before, too, tells something of whether a match follows. */
export function expand({ bit, evenBit }: Coder, size: number): Uint8Array<ArrayBuffer> {
  const leaf = (tree: number, leaves: number, at = 1): number => {
    while (at < leaves) at = (at << 1) | bit(tree + at);
    return at - leaves;
  };
  /** The same for bits of which the lowest comes first. */
  const leafReversed = (tree: number, bits: number): number => {
    let value = 0;
    for (let [at, count] = [1, 0]; count < bits; count++) {
      const one = bit(tree + at);
      at = (at << 1) | one;
      value |= one << count;
    }
    return value;
  };
  const lengthOf = (of: number): number =>
    bit(of) ? (bit(of + 1) ? 18 + leaf(of + 18, 256) : 10 + leaf(of + 10, 8)) : 2 + leaf(of + 2, 8);
  /** How many bytes lie between a match and what it repeats. */
  const distance = (length: number): number => {
    const slot = leaf(slots + 64 * Math.min(length - 2, 3), 64);
    if (slot < 4) return slot;
    let bits = (slot >> 1) - 1;
    let value = (2 | (slot & 1)) << bits;
    if (slot < 14) return value + leafReversed(distances + value - slot, bits);
    while (bits-- > 4) value += evenBit() << bits;
    return value + leafReversed(lastBits, 4);
  };
  const bytes = new Uint8Array(size);
  /** After a match, a literal is told by the bits in which it differs from the byte that would have gone on with it. */
  const literal = (before: number, instead: number): number => {
    const tree = literals + 768 * (before >> 5);
    let at = 1;
    while (instead > 0 && at < 256) {
      const expected = (instead >> 7) & 1;
      at = (at << 1) | bit(tree + 256 * (1 + expected) + at);
      instead = (at & 1) === expected ? (instead << 1) | 256 : 0;
    }
    return leaf(tree, 256, at);
  };

  let [last, second, third, fourth, state] = [0, 0, 0, 0, 0];
  for (let at = 0; at < size; ) {
    const afterLiteral = state < 7;
    const before = bytes[at - 1] ?? 0;
    if (!bit(isMatch + 32 * state + (before >> 3))) {
      bytes[at] = literal(before, afterLiteral ? 0 : bytes[at - last - 1]! | 256);
      at++;
      state = state < 4 ? 0 : state - (state < 10 ? 3 : 6);
      continue;
    }
    let length = 1;
    if (!bit(isRepetition + state)) {
      [second, third, fourth] = [last, second, third];
      length = lengthOf(matchLength);
      last = distance(length);
      state = afterLiteral ? 7 : 10;
    } else {
      let oneByte = false;
      if (!bit(isNotLast + state)) oneByte = !bit(isNotOneByte + state);
      else if (!bit(isNotSecond + state)) [last, second] = [second, last];
      else if (!bit(isNotThird + state)) [last, second, third] = [third, last, second];
      else [last, second, third, fourth] = [fourth, last, second, third];
      if (!oneByte) length = lengthOf(repetitionLength);
      state = afterLiteral ? (oneByte ? 9 : 8) : 11;
    }
    for (; length > 0; length--, at++) bytes[at] = bytes[at - last - 1]!;
  }
  return bytes;
}

/** Nothing if the text is damaged: the coder ends at 0 only after just what was written. */
export function unpack(text: string): Uint8Array<ArrayBuffer> | undefined {
  const size = sizeOf(text);
  if (size === undefined) return undefined;
  let next = digits.size + digits.range;
  let code = numberAt(text, digits.size, digits.range);
  let width = range.most;
  const known = unknown();
  const takeIn = (): void => {
    if (width >= range.few) return;
    width *= base;
    code = code * base + digit(text, next++);
  };
  const bytes = expand(
    {
      bit(at) {
        const chance = known[at]!;
        const bound = (width >> 11) * chance;
        const bit = code < bound ? 0 : 1;
        if (bit) {
          width -= bound;
          code -= bound;
        } else {
          width = bound;
        }
        known[at] = learned(chance, bit);
        takeIn();
        return bit;
      },
      evenBit() {
        width >>= 1;
        const bit = code < width ? 0 : 1;
        if (bit) code -= width;
        takeIn();
        return bit;
      },
    },
    size,
  );
  return next === text.length && code === 0 ? bytes : undefined;
}
