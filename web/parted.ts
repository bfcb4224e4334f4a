// Takes the code of a wasm module apart by the kinds of its operands, as src/parted.h puts it together again. What is
// no wasm of the first version, with every number in as few bytes as it takes, does not come back: the build asks.

const parts = ["opcodes", "locals", "offsets", "constants", "calls", "others"] as const;
type Part = (typeof parts)[number];

const firstAccess = 0xc5;
const mostAccesses = 0xfc - firstAccess;

export function takeApart(module: Uint8Array): Uint8Array {
  const out = Object.fromEntries(parts.map((part) => [part, [] as number[]])) as Record<Part, number[]>;
  let at = 8;
  const number = (): number => {
    let value = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = module[at++] ?? 0;
      value |= (byte & 0x7f) << shift;
      if (byte < 0x80) return value;
    }
  };
  const write = (to: number[], value: number): void => {
    for (; value >= 0x80; value >>>= 7) to.push((value & 0x7f) | 0x80);
    to.push(value);
  };
  const copy = (part: Part): number => {
    const begin = at;
    const value = number();
    for (const byte of module.subarray(begin, at)) out[part].push(byte);
    return value;
  };
  const copyBytes = (count: number): void => {
    for (const byte of module.subarray(at, at + count)) out.others.push(byte);
    at += count;
  };

  let end = 0;
  for (;;) {
    const section = module[at++];
    const size = number();
    if (section === 10) {
      end = at + size;
      break;
    }
    at += size;
    if (at >= module.length) throw new Error("the module has no code");
  }
  const functions = number();
  const before = at;
  const accesses: (readonly [opcode: number, alignment: number])[] = [];
  for (let count = functions; count > 0; count--) {
    const last = number() + at;
    const recent: number[] = [];
    for (let groups = copy("others"); groups > 0; groups--) {
      copy("others");
      copy("others");
    }
    while (at < last) {
      const opcode = module[at++] ?? 0;
      if (opcode >= 0x28 && opcode <= 0x3e) {
        const alignment = number();
        let access = accesses.findIndex(([known, by]) => known === opcode && by === alignment);
        if (access < 0) access = accesses.push([opcode, alignment]) - 1;
        if (access >= mostAccesses) throw new Error("too many kinds of access");
        out.opcodes.push(firstAccess + access);
        copy("offsets");
        continue;
      }
      out.opcodes.push(opcode);
      if (opcode === 0x0e) for (let targets = copy("others") + 1; targets > 0; targets--) copy("others");
      else if (opcode === 0x10) copy("calls");
      else if (opcode >= 0x20 && opcode <= 0x22) {
        const local = number();
        while (recent.length <= local) recent.push(recent.length);
        const rank = recent.indexOf(local);
        recent.splice(rank, 1);
        recent.unshift(local);
        write(out.locals, rank);
      } else if (opcode === 0x41 || opcode === 0x42) copy("constants");
      else if (opcode === 0x43) copyBytes(4);
      else if (opcode === 0x44) copyBytes(8);
      else if (opcode === 0x11) {
        copy("others");
        copy("others");
      } else if ([0x02, 0x03, 0x04, 0x0c, 0x0d, 0x23, 0x24, 0x3f, 0x40, 0xfc].includes(opcode)) copy("others");
    }
  }
  const words = [module.length, before, functions, ...parts.map((part) => out[part].length)];
  const head = new Uint8Array(4 * Math.ceil(words.length + mostAccesses / 2));
  words.forEach((word, index) => new DataView(head.buffer).setUint32(4 * index, word, true));
  head.set(accesses.flat(), 4 * words.length);
  return Buffer.concat([head, ...parts.map((part) => Uint8Array.from(out[part])), module.subarray(0, before), module.subarray(end)]);
}
