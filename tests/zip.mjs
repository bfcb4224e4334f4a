// Zip archives, made as programs make them and as they should not be.

import { crc32 as nodeCrc, deflateRawSync } from "node:zlib";

/** Node 18 has none of its own. */
const crc32 = nodeCrc ?? ((bytes) => {
  let rest = -1;
  for (const byte of bytes) {
    rest ^= byte;
    for (let bit = 0; bit < 8; bit++) rest = (rest >>> 1) ^ (rest & 1 ? 0xedb88320 : 0);
  }
  return ~rest >>> 0;
});

const fields = (...parts) =>
  Buffer.concat(parts.map((part) => {
    if (!Array.isArray(part)) return part;
    const [size, value] = part;
    const bytes = Buffer.alloc(size);
    if (size === 8) bytes.writeBigUInt64LE(BigInt(value));
    else bytes.writeUIntLE(value, 0, size);
    return bytes;
  }));

/** `entries` are names and contents, or names and what is unlike others:
 *    stored      not deflated
 *    flags       as they stand in the archive
 *    large       sizes and places only in the fields of 64 bits
 *    size, crc   other than the content's, as the directory has them
 *    packed      in place of the deflated content
 *    place       another entry's, by its number */
export function zip(entries, { comment = "" } = {}) {
  const locals = [];
  const directory = [];
  const places = [];
  let at = 0;
  for (const [name, given] of Object.entries(entries)) {
    const entry = typeof given === "string" || Buffer.isBuffer(given) ? { content: given } : given;
    const content = Buffer.from(entry.content ?? "");
    const packed = entry.packed ?? (entry.stored ? content : deflateRawSync(content));
    const { size = content.length, crc = crc32(content), flags = 0x800, large = false } = entry;
    const method = entry.stored ? 0 : 8;
    const bytes = Buffer.from(name);
    const later = (flags & 8) !== 0;
    const known = later ? [[4, 0], [4, 0], [4, 0]] : [[4, crc], [4, packed.length], [4, size]];
    const local = fields([4, 0x04034b50], [2, 20], [2, flags], [2, method], [4, 0], ...known, [2, bytes.length], [2, 0], bytes, packed);
    places.push(at);
    const place = entry.place === undefined ? at : places[entry.place];
    const extra = large ? fields([2, 0x9999], [2, 1], [1, 7], [2, 1], [2, 24], [8, size], [8, packed.length], [8, place]) : Buffer.alloc(0);
    const told = large ? [0xffffffff, 0xffffffff, 0xffffffff] : [packed.length, size, place];
    directory.push(
      fields([4, 0x02014b50], [2, 20], [2, 20], [2, flags], [2, method], [4, 0], [4, crc], [4, told[0]], [4, told[1]],
        [2, bytes.length], [2, extra.length], [2, 0], [2, 0], [2, 0], [4, 0], [4, told[2]], bytes, extra),
    );
    const after = later ? fields([4, 0x08074b50], [4, crc], [4, packed.length], [4, size]) : Buffer.alloc(0);
    if (entry.place === undefined) {
      locals.push(local, after);
      at += local.length + after.length;
    }
  }
  return Buffer.concat([...locals, ...directory, foot(directory.length, at, Buffer.concat(directory).length, comment)]);
}

export function foot(count, place, size, comment = "") {
  const large = count > 0xffff;
  const record = fields([4, 0x06064b50], [8, 44], [2, 45], [2, 45], [4, 0], [4, 0], [8, count], [8, count], [8, size], [8, place],
    [4, 0x07064b50], [4, 0], [8, place + size], [4, 1]);
  const words = Buffer.from(comment);
  const last = fields([4, 0x06054b50], [2, 0], [2, 0], [2, Math.min(count, 0xffff)], [2, Math.min(count, 0xffff)],
    [4, size], [4, large ? 0xffffffff : place], [2, words.length], words);
  return large ? Buffer.concat([record, last]) : last;
}
