// node wasm.mjs FILE...: the median time of one check of each UTF-8 text by the wasm module.

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, join } from 'node:path';
import { root } from '../fixtures.mjs';

const module = await createRequire(import.meta.url)(
  process.env.GOUJI_WASM ?? join(root, 'build/wasm/gouji-node.js'),
)();
const microseconds = (time) => Math.round(time * 1000);

function timed(text) {
  const start = performance.now();
  module.check(text, '', '', '');
  return performance.now() - start;
}

const files = process.argv.slice(2);
const first = timed(readFileSync(files[0], 'utf8'));
console.log(`report: wasm, first check ${microseconds(first)} us, then, median us`);
let worst = 0;
for (const file of files) {
  const text = readFileSync(file, 'utf8');
  const times = Array.from({ length: 300 }, () => timed(text));
  const warm = times.slice(100).sort((a, b) => a - b);
  const median = warm[warm.length >> 1];
  worst = Math.max(worst, median);
  console.log(
    `report:   ${basename(file).replace(/\..*/, '').padEnd(20)} ` +
      `${String(Buffer.byteLength(text)).padStart(8)} ${String(microseconds(median)).padStart(6)}`,
  );
}
console.log(`report: wasm, slowest layout ${microseconds(worst)} us; the goal is 1000`);
