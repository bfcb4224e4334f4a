// gouji rules, gouji explain: what a rule is, for people.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { answers, gouji, wrong } from './gouji.mjs';

const { status, lines } = gouji(['rules']);
const ids = lines.map((line) => line.split(' ')[0]);

test('a line a rule, which begins with its id', () => {
  assert.equal(status, 0);
  assert.equal(new Set(ids).size, ids.length);
  for (const id of ids) assert.match(id, /^[A-Z0-9]+\.[A-Z0-9_]+$/);
  for (const id of ['T3.BALANCE', 'T3.CARRY', 'DOC.SAME_TEXT', 'ROLLUP.SUM']) assert.ok(ids.includes(id));
  for (const line of lines) assert.match(line, / (错误|提醒|提示) +\S+ +\S/);
  for (const { rule } of answers(wrong)[0].findings) assert.ok(ids.includes(rule), rule);
});

test('each rule is explained, in two languages, and no practice called official', () => {
  for (const [index, id] of ids.entries()) {
    const run = gouji(['explain', id]);
    assert.equal(run.status, 0, id);
    assert.ok(run.stdout.startsWith(id), id);
    for (const head of ['级别：', '依据：', '含义：', '例子：', 'Severity: ', 'Basis: ', 'Meaning: ']) {
      assert.ok(run.stdout.includes(head), `${id}: ${head}`);
    }
    assert.equal(run.stdout.includes('官方要求'), lines[index].includes('官方要求'), id);
  }
});

test('a rule that is none is named', () => {
  const run = gouji(['explain', 'T3.NO_SUCH']);
  assert.equal(run.status, 2);
  assert.match(run.stderr, /T3\.NO_SUCH/);
  assert.match(run.stderr, /gouji rules/);
});
