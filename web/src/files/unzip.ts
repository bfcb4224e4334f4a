// What is wanted of a zip archive, as text. Archives come from anywhere: sizes are checked before and while
// anything is inflated, and what does not agree with the directory is not used.

import { Inflate } from "fflate";

export type Trouble = "bomb" | "broken" | "encrypted";

/** All that is wanted together, inflated; the largest report in a word processor's markup takes a tenth. */
export const mostText = 16 << 20;
const mostEntries = 10_000;
/** What is inflated at once: at most 1,032 times as much comes out. */
const portion = 1 << 13;
/** A field that does not fit: its value is among the entry's extra fields. */
const elsewhere = 0xffffffff;

const remainders = Array.from({ length: 256 }, (_, value) => {
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  return value;
});

function crc(bytes: Uint8Array): number {
  let rest = -1;
  for (const byte of bytes) rest = (remainders[(rest ^ byte) & 255] as number) ^ (rest >>> 8);
  return ~rest >>> 0;
}

/** Null as soon as more comes out than the size told. */
function inflated(packed: Uint8Array, size: number): Uint8Array | null {
  const out = new Uint8Array(size);
  let filled = 0;
  let over = false;
  const stream = new Inflate((chunk) => {
    over = filled + chunk.length > size;
    if (!over) out.set(chunk, filled);
    filled += chunk.length;
  });
  for (let at = 0; at < packed.length; at += portion) {
    stream.push(packed.subarray(at, at + portion), at + portion >= packed.length);
    if (over) return null;
  }
  return out.subarray(0, filled);
}

function textOf(bytes: Uint8Array): string {
  return new TextDecoder({ 0xff: "utf-16le", 0xfe: "utf-16be" }[bytes[0] ?? 0]).decode(bytes);
}

/** By name, in lower case and with "/" between folders. Throws where the archive points outside itself. */
function read(bytes: Uint8Array, wanted: RegExp): Record<string, string> | Trouble {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const u16 = (at: number): number => view.getUint16(at, true);
  const u32 = (at: number): number => view.getUint32(at, true);
  const u64 = (at: number): number => u32(at) + u32(at + 4) * 2 ** 32;

  let foot = bytes.length - 22;
  while (u32(foot) !== 0x06054b50) {
    // A comment of up to 64 KB may follow.
    if (--foot < bytes.length - 65_557) return "broken";
  }
  let at = u32(foot + 16);
  let end = at + u32(foot + 12);
  if (foot >= 20 && u32(foot - 20) === 0x07064b50) {
    const large = u64(foot - 12);
    at = u64(large + 48);
    end = at + u64(large + 40);
  }

  const texts: Record<string, string> = {};
  let [entries, input, output] = [0, 0, 0];
  while (at < end) {
    if (u32(at) !== 0x02014b50) return "broken";
    if (++entries > mostEntries) return "bomb";
    const extra = at + 46 + u16(at + 28);
    const next = extra + u16(at + 30);
    const written = new TextDecoder().decode(bytes.subarray(at + 46, extra));
    const name = written.toLowerCase().replace(/\\/g, "/").replace(/^\//, "");
    if (wanted.test(name)) {
      let fields = [u32(at + 24), u32(at + 20), u32(at + 42)];
      for (let field = extra; field + 4 < next; field += 4 + u16(field + 2)) {
        let value = field + 4;
        if (u16(field) === 1) fields = fields.map((given) => (given === elsewhere ? u64((value += 8) - 8) : given));
      }
      const [size, length, place] = fields as [number, number, number];
      if (u16(at + 8) & 1) return "encrypted";
      // Entries that share what they hold would be inflated again and again.
      if ((output += size) > mostText) return "bomb";
      if ((input += length) > bytes.length || u32(place) !== 0x04034b50) return "broken";
      const begin = place + 30 + u16(place + 26) + u16(place + 28);
      const packed = bytes.subarray(begin, begin + length);
      const method = u16(at + 10);
      if (packed.length !== length || (method !== 0 && method !== 8)) return "broken";
      const content = method === 8 ? inflated(packed, size) : packed;
      if (content === null) return "bomb";
      if (content.length !== size || crc(content) !== u32(at + 16)) return "broken";
      texts[name] = textOf(content);
    }
    at = next + u16(at + 32);
  }
  return texts;
}

export function unzip(bytes: Uint8Array, wanted: RegExp): Record<string, string> | Trouble {
  try {
    return read(bytes, wanted);
  } catch {
    return "broken";
  }
}
