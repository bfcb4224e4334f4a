// Prints a report of 10 KB: a fixture, filled up with its own prose.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../fixtures.mjs';

const size = 10 * 1024;
const report = readFileSync(join(root, 'tests/cases/clean_2021.txt'), 'utf8');
const prose = report
  .split('\n')
  .filter((line) => !line.includes('|'))
  .reduce((a, b) => (b.length > a.length ? b : a));

let text = report;
while (Buffer.byteLength(text) < size) text += `\n${prose}`;
process.stdout.write(text);
