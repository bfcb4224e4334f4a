// --jsonl: a record a line in, an answer a line out, whatever the lines hold.

import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { test } from 'node:test';
import { fixtures, pages, root } from '../fixtures.mjs';
import { answers, edited, folder, gouji, program, right, wrong } from './gouji.mjs';

const put = folder();
const text = (path) => readFileSync(join(root, path), 'utf8');
const record = (file, words) => `${JSON.stringify({ file, text: words })}\n`;

function stream(input, ...args) {
  const run = gouji(['check', '--jsonl', ...args], input);
  return { ...run, answers: run.lines.map((line) => JSON.parse(line)) };
}

test('a line gets the answer of the same file, in order', () => {
  const utf8 = [...fixtures, ...pages].filter((path) => {
    const bytes = readFileSync(join(root, path));
    return Buffer.from(bytes.toString('utf8')).equals(bytes) && bytes[0] !== 0xef;
  });
  assert.ok(utf8.length > 20);
  const run = stream(utf8.map((path) => record(path, text(path))).join(''));
  assert.deepEqual(run.answers, answers(...utf8));
});

test('the status is 0, 1 or 2 as for files', () => {
  assert.equal(stream(record('a', text(right))).status, 0);
  assert.equal(stream(record('a', text(right)) + record('b', text(wrong))).status, 1);
  assert.equal(stream('x\n' + record('b', text(wrong))).status, 2);
  const nothing = stream('');
  assert.equal(nothing.status, 0);
  assert.equal(nothing.stdout, '');
});

test('a line that cannot be read is answered, and the stream goes on', () => {
  const bad = [
    '', ' ', 'x', '{', '[]', '"text"', 'null', '{}', '{"file":"a"}', '{"text":1}', '{"text":null}',
    '{"text":"a","file":1}', '{"text":"a"} x', '{"text":"a"', '{"text":"a\\q"}', '{"text":"a\tb"}',
    '{"file":"a","text":""}', '{"text":"a","n":1e999,}', '['.repeat(1 << 20), '{"text":"\0"}', '\0',
  ];
  const lines = [...bad.map((line) => Buffer.from(line)), Buffer.from('{"text":"\xff"}', 'latin1')];
  const input = Buffer.concat(lines.flatMap((line) => [line, Buffer.from('\n'), Buffer.from(record('k', text(right)))]));
  const run = stream(input);
  assert.equal(run.status, 2);
  assert.equal(run.answers.length, 2 * lines.length);
  for (let i = 0; i < lines.length; ++i) {
    const [answer, next] = run.answers.slice(2 * i, 2 * i + 2);
    assert.equal(answer.verdict, 'unreadable', lines[i].subarray(0, 40).toString());
    assert.notEqual(answer.reason, null);
    assert.equal(answer.tables.length, 3);
    assert.equal(next.verdict, 'consistent');
  }
  // Nobody may be reading standard error: not every line is named there.
  const many = stream('x\n'.repeat(50000));
  assert.equal(many.answers.length, 50000);
  assert.ok(many.stderr.length < 10000);
  assert.match(many.stderr, /50000/);
});

test('what a record may look like', () => {
  const words = JSON.stringify(text(right));
  const good = [
    `{"file":"a","text":${words}}`,
    `\u{FEFF}{"file":"a","text":${words}}`,
    ` { "more" : [ { "text" : 1 , "file" : [ ] } ] , "n" : -1.5e9 , "text" : ${words} , "file" : "a" } \r`,
    `{"text":"x","file":"b","text":${words},"file":"a"}`,
    `{"file":"a","text":${words.replace(/[^ -~]/g, (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`)}}`,
  ];
  const run = stream(good.join('\n'));
  assert.equal(run.status, 0, run.stderr);
  assert.equal(run.answers.length, good.length);
  for (const answer of run.answers) assert.deepEqual({ ...answer, file: right }, answers(right)[0]);
  const nameless = stream(`{"text":${words}}\n{"file":null,"text":${words}}`);
  for (const answer of nameless.answers) assert.equal(answer.file, null);
});

test('spans are those of the string that JavaScript has', () => {
  const before = ['\u{FEFF}', '\u{1F600}', '\ud83d', '\udc00\\ud83d', '\u0000\n'];
  const run = stream(before.map((part) => record(part, part + text(wrong))).join(''));
  const [whole] = answers(wrong);
  const at = whole.findings.find(({ spans }) => spans.length > 0).spans[0][0];
  for (const [i, answer] of run.answers.entries()) {
    const finding = answer.findings.find(({ spans }) => spans.length > 0);
    assert.equal(finding.spans[0][0], at + before[i].length, JSON.stringify(before[i]));
  }
});

test('each answer comes as soon as its line is there', async () => {
  const child = spawn(program, ['check', '--jsonl'], { stdio: ['pipe', 'pipe', 'inherit'] });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  for (const name of ['a', 'b', 'c']) {
    child.stdin.write(record(name, text(right)));
    assert.equal(JSON.parse((await lines.next()).value).file, name);
  }
  child.stdin.end();
  assert.equal((await once(child, 'close'))[0], 0);
});

test('--previous and --sum-of apply to each line', () => {
  const previous = put('2022.txt', edited(right, {
    '鹭陂县人民政府2023年': '鹭陂县人民政府2022年',
    '发布日期：2024-': '发布日期：2023-',
  }));
  const input = record('a', text(right)) + record('b', text(right));
  for (const answer of stream(input, '--previous', previous).answers) {
    assert.ok(answer.findings.some(({ rule }) => rule === 'T3.CARRY'));
  }
  for (const answer of stream(input, '--sum-of', join(root, right), join(root, right)).answers) {
    assert.ok(answer.findings.some(({ rule }) => rule === 'ROLLUP.SUM'));
  }
  assert.equal(stream(input, '--previous', 'no-such-file').status, 2);
});

/** Writes records and counts answers; gives the program's memory in KB after each stage. */
async function memory(stages) {
  const child = spawn(program, ['check', '--jsonl'], { stdio: ['pipe', 'pipe', 'ignore'] });
  let answered = 0;
  const waiting = [];
  child.stdout.on('data', (block) => {
    for (let at = block.indexOf(10); at >= 0; at = block.indexOf(10, at + 1)) ++answered;
    while (waiting.length > 0 && answered >= waiting[0].count) waiting.shift().done();
  });
  const rss = () => Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8'))[1]);
  const out = [];
  let written = 0;
  for (const { lines, line } of stages) {
    for (let i = 0; i < lines; ++i) {
      if (!child.stdin.write(line)) await once(child.stdin, 'drain');
    }
    written += lines;
    if (answered < written) await new Promise((done) => waiting.push({ count: written, done }));
    out.push(rss());
  }
  child.stdin.end();
  await once(child, 'close');
  return { out, answered };
}

const skip = !existsSync('/proc/self/status') && 'there is no /proc';

test('memory does not grow over 20,000 lines', { skip }, async (t) => {
  const line = Buffer.from(record('a', text(wrong)));
  const begin = performance.now();
  const { out, answered } = await memory([{ lines: 1000, line }, { lines: 19000, line }]);
  const rate = 20000 / ((performance.now() - begin) / 1000);
  assert.equal(answered, 20000);
  assert.ok(out[1] < out[0] + 2048, `${out[0]} KB after 1,000 lines, ${out[1]} KB after 20,000`);
  t.diagnostic(`${Math.round(rate)} reports of ${line.length} bytes a second, ${out[1]} KB`);
});

test('a line of 100 MB stops nothing, nor is it kept', { skip }, async () => {
  const usual = Buffer.from(record('a', text(right)));
  const long = (size) => Buffer.concat([Buffer.from('{"file":"a","text":"'), Buffer.alloc(size, 'x'), Buffer.from('"}\n')]);
  const { out, answered } = await memory([
    { lines: 100, line: usual },
    { lines: 1, line: long(100 << 20) },
    { lines: 1, line: long(60 << 20) },
    { lines: 100, line: usual },
  ]);
  assert.equal(answered, 202);
  assert.ok(out[3] < out[0] + (16 << 10), `${out} KB`);
  const run = stream(Buffer.concat([long(17 << 20), usual, long(100 << 20), usual]));
  assert.deepEqual(run.answers.map(({ verdict }) => verdict), ['unreadable', 'consistent', 'unreadable', 'consistent']);
  assert.equal(run.status, 2);
});
