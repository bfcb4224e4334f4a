// node order.mjs FILE: puts like functions of a wasm module side by side, which packs better.
//
// The functions that are called most come first, whose indices take one byte; all others take two.
// Within either group each function is followed by the one most like it. The module is one of
// wasm's first version that imports nothing but functions; any other is an error.

import { readFileSync, writeFileSync } from 'node:fs';

const path = process.argv[2];
const module = readFileSync(path);
let at = 8;

function number() {
  let value = 0;
  for (let shift = 0; ; shift += 7) {
    const byte = module[at++];
    value |= (byte & 0x7f) << shift;
    if (byte < 0x80) return value >>> 0;
  }
}

function written(value) {
  const bytes = [];
  for (; value >= 0x80; value >>>= 7) bytes.push((value & 0x7f) | 0x80);
  return Buffer.from([...bytes, value]);
}

const listed = (read) => Array.from({ length: number() }, read);
const ensure = (right, what) => {
  if (!right) throw new Error(`${path}: ${what}`);
};

/** The bytes that `read` goes over. */
function passed(read) {
  const begin = at;
  read();
  return module.subarray(begin, at);
}

const sections = [];
while (at < module.length) {
  const id = module[at++];
  const size = number();
  sections.push({ id, begin: at, end: at + size });
  at += size;
}
const [imports, functions, exported, start, elements, code] = [2, 3, 7, 8, 9, 10].map((wanted) =>
  sections.find(({ id }) => id === wanted),
);
ensure(code !== undefined, 'has no code');

at = imports.begin;
const imported = listed(() => {
  for (let name = 0; name < 2; name++) {
    const length = number();
    at += length;
  }
  ensure(module[at++] === 0, 'imports more than functions');
  number();
}).length;

at = functions.begin;
const typeOf = listed(number);

// --- the operands of wasm's instructions: how many numbers each has

const without = (opcode) =>
  opcode <= 0x01 ||
  [0x05, 0x0b, 0x0f, 0x1a, 0x1b].includes(opcode) ||
  (opcode >= 0x45 && opcode <= 0xc4);
const withOne = [
  0x02, 0x03, 0x04, 0x0c, 0x0d, 0x20, 0x21, 0x22, 0x23, 0x24, 0x3f, 0x40, 0x41, 0x42,
];

/** Gives the places of a function's calls: whom, and where the index begins and ends. */
function readBody() {
  const size = number();
  const begin = at;
  const end = begin + size;
  const calls = [];
  listed(() => {
    number();
    at++;
  });
  while (at < end) {
    const opcode = module[at++];
    if (opcode === 0x10) {
      const from = at;
      calls.push({ callee: number(), from, to: at });
    } else if (opcode === 0x0e) {
      listed(number);
      number();
    } else if (opcode === 0x11 || (opcode >= 0x28 && opcode <= 0x3e)) {
      number();
      number();
    } else if (opcode === 0x43) at += 4;
    else if (opcode === 0x44) at += 8;
    else if (withOne.includes(opcode)) while (module[at++] >= 0x80);
    else ensure(without(opcode), `has the unknown instruction ${opcode}`);
  }
  ensure(at === end, 'has a function that does not end where it says');
  return { begin, end, calls };
}

at = code.begin;
const bodies = listed(readBody);

// --- the order

const uses = new Uint32Array(imported + bodies.length);
for (const { calls } of bodies) for (const { callee } of calls) uses[callee]++;

/** All runs of three bytes that a function has. */
const runs = bodies.map(({ begin, end }) => {
  const out = new Set();
  for (let i = begin; i + 3 <= end; i++) out.add(module.readUIntBE(i, 3));
  return out;
});

/** How much of what two functions have both have. */
function likeness(a, b) {
  const [few, many] = a.size < b.size ? [a, b] : [b, a];
  let both = 0;
  for (const run of few) if (many.has(run)) both++;
  return both / (a.size + b.size - both + 1);
}

/** From the shortest on, each function is followed by the one most like it. */
function chain(group) {
  const left = [...group].sort((a, b) => runs[a].size - runs[b].size || a - b);
  const out = left.splice(0, 1);
  while (left.length > 0) {
    const last = runs[out.at(-1)];
    let best = 0;
    let most = -1;
    left.forEach((candidate, index) => {
      const like = likeness(last, runs[candidate]);
      if (like > most) [best, most] = [index, like];
    });
    out.push(...left.splice(best, 1));
  }
  return out;
}

const byUse = [...bodies.keys()].sort((a, b) => uses[imported + b] - uses[imported + a] || a - b);
const ofOneByte = 0x80 - imported;
const order = [...chain(byUse.slice(0, ofOneByte)), ...chain(byUse.slice(ofOneByte))];
const placeOf = new Uint32Array(bodies.length);
order.forEach((index, place) => (placeOf[index] = place));
const renumbered = (index) =>
  written(index < imported ? index : imported + placeOf[index - imported]);

// --- the module in it

const list = (parts) => Buffer.concat([written(parts.length), ...parts]);

function body({ begin, end, calls }) {
  const out = [];
  let from = begin;
  for (const call of calls) {
    out.push(module.subarray(from, call.from), renumbered(call.callee));
    from = call.to;
  }
  const bytes = Buffer.concat([...out, module.subarray(from, end)]);
  return Buffer.concat([written(bytes.length), bytes]);
}

function rewritten(section) {
  at = section.begin;
  if (section === functions) return list(order.map((index) => written(typeOf[index])));
  if (section === code) return list(order.map((index) => body(bodies[index])));
  if (section === start) return renumbered(number());
  if (section === exported) {
    return list(
      listed(() => {
        let of = 0;
        const name = passed(() => {
          const length = number();
          at += length;
          of = module[at++];
        });
        const index = number();
        return Buffer.concat([name, of === 0 ? renumbered(index) : written(index)]);
      }),
    );
  }
  if (section === elements) {
    return list(
      listed(() => {
        // A table, and a constant that says from where on it holds the functions.
        const where = passed(() => {
          ensure(number() === 0 && module[at++] === 0x41, 'has elements of an unknown kind');
          number();
          ensure(module[at++] === 0x0b, 'has elements of an unknown kind');
        });
        return Buffer.concat([where, list(listed(() => renumbered(number())))]);
      }),
    );
  }
  return module.subarray(section.begin, section.end);
}

writeFileSync(
  path,
  Buffer.concat([
    module.subarray(0, 8),
    ...sections.flatMap((section) => {
      const bytes = rewritten(section);
      return [Buffer.from([section.id]), written(bytes.length), bytes];
    }),
  ]),
);
