// node wasm.mjs FILE: the median time of one check of a UTF-8 file by the wasm module.

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { root } from '../fixtures.mjs';

const text = readFileSync(process.argv[2], 'utf8');
const module = await createRequire(import.meta.url)(join(root, 'build/wasm/gouji-node.js'))();

const times = [];
for (let round = 0; round < 300; ++round) {
  const start = performance.now();
  module.check(text, '{}');
  times.push(performance.now() - start);
}
const warm = times.slice(100).sort((a, b) => a - b);
const microseconds = (time) => Math.round(time * 1000);
console.log(
  `wasm, ${Buffer.byteLength(text)} bytes: first check ${microseconds(times[0])} us, ` +
    `then ${microseconds(warm[warm.length >> 1])} us (median of ${warm.length})`,
);
