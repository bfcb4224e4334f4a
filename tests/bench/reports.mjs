// node reports.mjs GENERATOR DIRECTORY: for every layout of the generator one report of 10 KB as
// DIRECTORY/LAYOUT.txt, filled up with its own prose.

import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const size = 10 * 1024;
const [generator, directory] = process.argv.slice(2);

const layouts = execFileSync(generator, ['--list'], { encoding: 'utf8' })
  .split(/^damages$/m)[0]
  .split('\n')
  .filter((line) => line.startsWith('  '))
  .map((line) => line.trim().split(/\s+/)[0]);

function generated(layout) {
  const made = join(directory, 'made');
  execFileSync(generator, ['--out', made, '--seed', '1', '--count', '1', '--layout', layout]);
  const text = readFileSync(join(made, '000001.txt'), 'utf8');
  rmSync(made, { recursive: true });
  return text;
}

// The longest line without a separator, tags left out; in a report of one line, a sentence of it.
const prose = generated('headings_only')
  .split('\n')
  .filter((line) => !line.includes('|'))
  .reduce((a, b) => (b.length > a.length ? b : a));

rmSync(directory, { recursive: true, force: true });
mkdirSync(directory, { recursive: true });
for (const layout of layouts) {
  const report = generated(layout);
  const html = /<html|<table/i.test(report);
  // Before the end, and where there are lines also on lines of its own.
  const end = html ? report.search(/<\/body>/i) : -1;
  const [head, tail] = end < 0 ? [report, ''] : [report.slice(0, end), report.slice(end)];
  const paragraph = html ? `<p>${prose}</p>` : layout === 'one_line' ? ` ${prose}` : `\n${prose}`;
  let text = head;
  while (Buffer.byteLength(text + tail) < size) text += paragraph;
  writeFileSync(join(directory, `${layout}.${html ? 'html' : 'txt'}`), text + tail);
}
