// The program as the tests of the command line run it.

import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after } from 'node:test';
import { root } from '../fixtures.mjs';

export const program = process.env.GOUJI ?? join(root, 'build/native/gouji');

/** Reports of the repository: a consistent one, and one with a wrong cell. */
export const right = 'tests/cases/clean_2021.txt';
export const wrong = 'tests/cases/wrong_cell.txt';

export function gouji(args, input = '') {
  const run = spawnSync(program, args, { cwd: root, encoding: 'utf8', input, maxBuffer: 1 << 28 });
  return { ...run, lines: run.stdout.split('\n').slice(0, -1) };
}

/** The answers to a call that asks for JSON. */
export function answers(...args) {
  return gouji(['check', '--format', 'json', ...args]).lines.map((line) => JSON.parse(line));
}

/** A report's text with words replaced, each of which stands in it exactly once. */
export function edited(path, edits) {
  let text = readFileSync(join(root, path), 'utf8');
  for (const [from, to] of Object.entries(edits)) {
    if (text.split(from).length !== 2) throw new Error(`not once in ${path}: ${from}`);
    text = text.replace(from, () => to);
  }
  return text;
}

/** Gives a function that writes files into a folder of the test's own, and gives their paths. */
export function folder() {
  const path = mkdtempSync(join(tmpdir(), 'gouji-cli-'));
  after(() => rmSync(path, { recursive: true }));
  return (name, content) => {
    const file = join(path, name);
    writeFileSync(file, content);
    return file;
  };
}
