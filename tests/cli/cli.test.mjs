// The command line as scripts use it: what goes in and out, in which order, and with which status.

import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { root } from '../fixtures.mjs';

const work = mkdtempSync(join(tmpdir(), 'gouji-cli-'));
after(() => rmSync(work, { recursive: true }));

function gouji(args, input = '') {
  const run = spawnSync(join(root, 'build/native/gouji'), args, {
    cwd: root,
    encoding: 'utf8',
    input,
    maxBuffer: 1 << 28,
  });
  return { ...run, lines: run.stdout.split('\n').slice(0, -1) };
}

const right = 'tests/cases/clean_2021.txt';
const wrong = 'tests/cases/wrong_cell.txt';
const wrongAnswer = JSON.parse(gouji(['check', '--format', 'json', wrong]).lines[0]);

test('one line of JSON a file, in the order given, each with its name', () => {
  const files = [wrong, right, wrong];
  const { lines, stdout } = gouji(['check', '--format', 'json', ...files]);
  assert.deepEqual(lines.map((line) => JSON.parse(line).file), files);
  assert.ok(stdout.endsWith('\n'));
  for (const line of lines) assert.equal(JSON.parse(line).schema, 'gouji/1');
});

test('status 0 without an error-level finding, 1 with one, whichever file has it', () => {
  assert.equal(gouji(['check', right]).status, 0);
  assert.equal(gouji(['check', wrong]).status, 1);
  assert.equal(gouji(['check', right, wrong, right]).status, 1);
});

test('a file that cannot be used is named, the others are answered, and the status is 2', () => {
  const { status, stderr, lines } = gouji(['check', '--format', 'json', 'no-such-file', right]);
  assert.equal(status, 2);
  assert.match(stderr, /no-such-file/);
  assert.deepEqual(lines.map((line) => JSON.parse(line).file), [right]);
  assert.equal(gouji(['check', 'tests']).status, 2, 'a folder is no file');
});

test('a call that cannot be used has status 2, and says so on standard error only', () => {
  for (const args of [[], ['check', '--format', 'no-such-format', right], ['check', '--no-such'], ['x']]) {
    const { status, stdout, stderr } = gouji(args);
    assert.equal(status, 2, args.join(' '));
    assert.equal(stdout, '', args.join(' '));
    assert.notEqual(stderr, '', args.join(' '));
  }
});

test('standard input, by name or by default, gets the answer of the same file', () => {
  const bytes = readFileSync(join(root, wrong));
  for (const args of [['check', '--format', 'json'], ['check', '--format', 'json', '-']]) {
    const { status, lines } = gouji(args, bytes);
    assert.equal(status, 1);
    assert.equal(lines.length, 1);
    assert.deepEqual({ ...JSON.parse(lines[0]), file: wrong }, wrongAnswer);
  }
});

test('the same report in every encoding gets the same answer', () => {
  const input = readFileSync(join(root, wrong));
  const encoded = (encoding) => execFileSync('iconv', ['-f', 'UTF-8', '-t', encoding], { input });
  const files = {
    'bom.txt': Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), input]),
    'gb18030.txt': encoded('GB18030'),
    'utf-16le.txt': Buffer.concat([Buffer.from([0xff, 0xfe]), encoded('UTF-16LE')]),
    'utf-16be.txt': Buffer.concat([Buffer.from([0xfe, 0xff]), encoded('UTF-16BE')]),
  };
  for (const [name, bytes] of Object.entries(files)) {
    const file = join(work, name);
    writeFileSync(file, bytes);
    const { lines } = gouji(['check', '--format', 'json', file]);
    assert.deepEqual({ ...JSON.parse(lines[0]), file: wrong }, wrongAnswer, name);
  }
});

test('text is the default, and its places are lines and columns of the file', () => {
  const byDefault = gouji(['check', wrong]);
  assert.equal(byDefault.stdout, gouji(['check', '--format', 'text', wrong]).stdout);
  const finding = wrongAnswer.findings.find((each) => each.spans.length > 0);
  const before = readFileSync(join(root, wrong), 'utf8').slice(0, finding.spans[0][0]).split('\n');
  assert.ok(byDefault.stdout.includes(finding.message));
  assert.ok(byDefault.stdout.includes(`${before.length}:${before.at(-1).length + 1}`));
});

test('a name with a line break or a quote is one line of JSON all the same', () => {
  const file = join(work, 'a\n"b".txt');
  writeFileSync(file, '');
  const { lines } = gouji(['check', '--format', 'json', file]);
  assert.equal(lines.length, 1);
  assert.equal(JSON.parse(lines[0]).file, file);
});
