// --previous and --sum-of: reports beside the one that is checked.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { root } from '../fixtures.mjs';
import { answers, edited, folder, gouji, right, wrong } from './gouji.mjs';

const put = folder();
const rules = (answer) => answer.findings.map(({ rule }) => rule);

const otherYear = (year) =>
  edited(right, {
    '鹭陂县人民政府2023年': `鹭陂县人民政府${year}年`,
    '发布日期：2024-': `发布日期：${year + 1}-`,
  });

test('--previous compares with the year before', () => {
  const previous = put('2022.txt', otherYear(2022));
  const [answer] = answers('--previous', previous, right);
  assert.ok(rules(answer).includes('T3.CARRY'));
  assert.equal(gouji(['check', '--previous', previous, right]).status, 1);
  assert.ok(!rules(answers(right)[0]).includes('T3.CARRY'));
});

test('--previous applies to each file', () => {
  const previous = put('2022.txt', otherYear(2022));
  const both = answers('--previous', previous, right, wrong, right);
  assert.ok(rules(both[0]).includes('T3.CARRY'));
  assert.deepEqual(both[2], both[0]);
});

test('a report of no year before is not compared, and that is said on standard error', () => {
  const previous = put('2020.txt', otherYear(2020));
  const { status, stderr, lines } = gouji(['check', '--format', 'json', '--previous', previous, right]);
  assert.equal(status, 0);
  assert.match(stderr, /2020\.txt.*2020/);
  const answer = JSON.parse(lines[0]);
  assert.deepEqual(rules(answer), ['DOC.PREVIOUS', ...rules(answers(right)[0])]);
  assert.match(answer.findings[0].message, /2020\.txt.*2020.*没有作跨年核对/);
  assert.deepEqual({ ...answer, findings: [] }, { ...answers(right)[0], findings: [] });
});

test('the report itself as that of the year before is told, in a stream as well', () => {
  const file = join(root, right);
  assert.deepEqual(rules(answers('--previous', file, right)[0]).filter((rule) => rule.startsWith('DOC.')), [
    'DOC.PREVIOUS',
  ]);
  const line = `${JSON.stringify({ file: 'a', text: readFileSync(file, 'utf8') })}\n`;
  const { stdout } = gouji(['check', '--jsonl', '--previous', file], line);
  assert.ok(rules(JSON.parse(stdout)).includes('DOC.PREVIOUS'));
});

test('what is no annual report is named beside one, and the status is 2', () => {
  const recipe = put('recipe.txt', '红烧肉：先把肉切成块，再慢慢炖。\n');
  const previous = gouji(['check', '--format', 'json', '--previous', recipe, right]);
  assert.equal(previous.status, 2);
  assert.match(previous.stderr, /recipe\.txt/);
  assert.ok(rules(JSON.parse(previous.lines[0])).includes('DOC.PREVIOUS'));
  const unit = gouji(['check', '--format', 'json', right, '--sum-of', recipe, half('a.txt')]);
  assert.equal(unit.status, 2);
  assert.match(unit.stderr, /recipe\.txt/);
  const told = JSON.parse(unit.lines[0]).findings.filter(({ rule }) => rule === 'ROLLUP.SUM');
  assert.deepEqual(told.map(({ severity }) => severity), ['info']);
  assert.match(told[0].message, /recipe\.txt.*不是可核对的年度报告/);
});

test('an empty name behind --previous is no call without it', () => {
  for (const args of [['--previous', '', right], ['--previous=', right]]) {
    const { status, stdout } = gouji(['check', ...args]);
    assert.equal(status, 2, args.join(' '));
    assert.equal(stdout, '', args.join(' '));
  }
});

test("another agency's report is compared, and that is said on standard error", () => {
  const text = otherYear(2022).replace('鹭陂县人民政府', '青石县人民政府');
  const { stderr } = gouji(['check', '--previous', put('other.txt', text), right]);
  assert.match(stderr, /青石县人民政府/);
});

test('--previous that cannot be used is named, the files are answered, and the status is 2', () => {
  for (const name of ['no-such-file', put('empty.txt', '')]) {
    const { status, stderr, lines } = gouji(['check', '--format', 'json', '--previous', name, right]);
    assert.equal(status, 2);
    assert.ok(stderr.includes(name));
    assert.deepEqual(JSON.parse(lines[0]), answers(right)[0]);
  }
});

const half = (name) => put(name, readFileSync(join(root, right)));

test('--sum-of compares with the sum, and takes files up to --', () => {
  const units = [half('a.txt'), half('b.txt')];
  for (const args of [[right, '--sum-of', ...units], ['--sum-of', ...units, '--', right]]) {
    const [answer] = answers(...args);
    const findings = answer.findings.filter(({ rule }) => rule === 'ROLLUP.SUM');
    assert.ok(findings.length > 0 && findings.length < 30);
    assert.ok(findings.every(({ severity }) => severity === 'warning'));
  }
  assert.ok(!rules(answers(right, '--sum-of', units[0])[0]).includes('ROLLUP.SUM'));
});

test('a unit that cannot be used is named, and no sum is compared without it', () => {
  const { status, stderr, lines } = gouji([
    'check', '--format', 'json', right, '--sum-of', 'no-such-file', half('a.txt'), half('b.txt'),
  ]);
  assert.equal(status, 2);
  assert.match(stderr, /no-such-file/);
  const findings = JSON.parse(lines[0]).findings.filter(({ rule }) => rule === 'ROLLUP.SUM');
  assert.deepEqual(findings.map(({ severity }) => severity), ['info']);
  assert.match(findings[0].message, /no-such-file/);
});

test("a unit's report of another year is said on standard error, and in the answer", () => {
  const { stderr, lines } = gouji([
    'check', '--format', 'json', right, '--sum-of', put('2020.txt', otherYear(2020)),
  ]);
  assert.match(stderr, /2020\.txt.*2020/);
  const told = JSON.parse(lines[0]).findings.filter(({ rule }) => rule === 'ROLLUP.SUM');
  assert.deepEqual(told.map(({ severity }) => severity), ['info']);
  assert.match(told[0].message, /2023.*2020/);
});

test('the report may be standard input, and so may one beside it', () => {
  const previous = put('2022.txt', otherYear(2022));
  const input = readFileSync(join(root, right));
  const report = gouji(['check', '--format', 'json', '--previous', previous], input);
  assert.ok(rules(JSON.parse(report.lines[0])).includes('T3.CARRY'));
  const beside = gouji(['check', '--format', 'json', '--previous', '-', right], readFileSync(previous));
  assert.ok(rules(JSON.parse(beside.lines[0])).includes('T3.CARRY'));
});
