// The command line as scripts use it: what goes in and out, in which order, and with which status.

import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { root } from '../fixtures.mjs';
import { answers, folder, gouji, program, right, wrong } from './gouji.mjs';

const put = folder();
const [wrongAnswer] = answers(wrong);

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
  const calls = [
    [],
    ['x'],
    ['check', '--no-such'],
    ['check', '--format', 'no-such-format', right],
    ['check', '--format'],
    ['check', '--previous'],
    ['check', '--sum-of'],
    ['check', '-', '-'],
    ['check', '--previous', '-'],
    ['check', '--previous', '-', '-'],
    ['check', right, '--previous', '-', '--sum-of', '-'],
    ['check', '--jsonl', right],
    ['check', '--jsonl', '--format', 'csv'],
    ['check', '--jsonl', '--previous', '-'],
    ['rules', 'x'],
    ['explain'],
    ['explain', 'NO.SUCH'],
    ['explain', 'T3.ROW', 'T4.SUM'],
  ];
  for (const args of calls) {
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
    const file = put(name, bytes);
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
  const file = put('a\n"b".txt', '');
  const { lines } = gouji(['check', '--format', 'json', file]);
  assert.equal(lines.length, 1);
  assert.equal(JSON.parse(lines[0]).file, file);
});

test('--help is no error, and tells every option', () => {
  assert.equal(gouji(['--help']).status, 0);
  const { status, stdout } = gouji(['check', '--help']);
  assert.equal(status, 0);
  for (const option of ['--format', 'sarif', 'csv', '--previous', '--sum-of', '--jsonl']) {
    assert.ok(stdout.includes(option), option);
  }
});

test('output that cannot be written is told, with status 2', () => {
  const call = `"$1" check --format json "$2" > /dev/full`;
  const run = spawnSync('/bin/bash', ['-c', call, 'bash', program, right], { cwd: root, encoding: 'utf8' });
  assert.equal(run.status, 2);
  assert.notEqual(run.stderr, '');
});
