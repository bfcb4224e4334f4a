// --format: the same answer as CSV, as SARIF and in words.

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import Ajv from 'ajv';
import { fixtures, pages, root } from '../fixtures.mjs';
import { answers, folder, gouji, program, right, wrong } from './gouji.mjs';

const require = createRequire(import.meta.url);
const put = folder();

// --- CSV

/** RFC 4180, with LF. */
function parsed(text) {
  const rows = [[]];
  const fields = /("(?:[^"]|"")*"|[^,"\n]*)([,\n])/gy;
  for (let match; (match = fields.exec(text)); ) {
    rows.at(-1).push(match[1].startsWith('"') ? match[1].slice(1, -1).replaceAll('""', '"') : match[1]);
    if (match[2] === '\n') rows.push([]);
  }
  assert.deepEqual(rows.pop(), []);
  return rows;
}

test('CSV has one head and a row a cell, with the values of the answers', () => {
  const files = [wrong, right, 'tests/cases/before_2019.txt'];
  const { status, stdout } = gouji(['check', '--format', 'csv', ...files]);
  assert.equal(status, 1);
  const [head, ...rows] = parsed(stdout);
  assert.deepEqual(head, ['file', 'id', 'value', 'state']);
  const expected = answers(...files).flatMap(({ file, cells }) =>
    cells.map(({ id, value, state }) => [file, id, value === null ? '' : String(value), state]));
  assert.deepEqual(rows, expected);
});

test('CSV quotes a name with a comma, a quote or a line break', () => {
  const file = put('a,"b"\n.txt', readFileSync(join(root, right)));
  const [, ...rows] = parsed(gouji(['check', '--format', 'csv', file]).stdout);
  assert.ok(rows.length > 100);
  for (const row of rows) assert.equal(row[0], file);
});

test('CSV: a name that a spreadsheet takes for a formula is written as a path', () => {
  const name = '=1+1.txt';
  const path = put(name, readFileSync(join(root, right)));
  const run = spawnSync(program, ['check', '--format', 'csv', name], { cwd: dirname(path), encoding: 'utf8' });
  const [, ...rows] = parsed(run.stdout);
  assert.ok(rows.length > 100);
  for (const row of rows) assert.equal(row[0], `./${name}`);
});

test('words: names and what a file says move no cursor of a terminal', () => {
  const file = put('a\u001b[2J\nb.txt', readFileSync(join(root, wrong), 'utf8').replace('县', '\u001b[31m县'));
  const { stdout, stderr } = gouji(['check', file, put('c\u001bd.txt', '')]);
  assert.doesNotMatch(stdout + stderr, /[\u0000-\u0009\u000b-\u001f\u007f-\u009f]/);
  assert.equal(stdout.split('\n')[0].includes('b.txt'), true);
});

test('CSV of files without cells is a head', () => {
  assert.deepEqual(gouji(['check', '--format', 'csv', 'no-such-file']).lines, ['file,id,value,state']);
});

// --- SARIF

const ajv = new Ajv({ schemaId: 'id', meta: false, logger: false, allErrors: true, unknownFormats: ['uri-template'] });
ajv.addMetaSchema(require('ajv/lib/refs/json-schema-draft-04.json'));
const valid = ajv.compile(require('@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json'));

function sarif(...args) {
  const { stdout, lines } = gouji(['check', '--format', 'sarif', ...args]);
  assert.equal(lines.length, 1);
  const log = JSON.parse(stdout);
  assert.ok(valid(log), JSON.stringify(valid.errors, null, 1));
  assert.equal(log.runs.length, 1);
  return log.runs[0];
}

test('SARIF: one valid log of all files, with every finding in its place', () => {
  const files = [...fixtures, ...pages];
  const run = sarif(...files);
  assert.deepEqual(run.artifacts.map(({ location }) => decodeURIComponent(location.uri)), files);
  const expected = answers(...files).flatMap(({ findings }, index) =>
    findings.map(({ rule, message, message_en, spans }) => ({ index, rule, message, message_en, spans })));
  assert.equal(run.results.length, expected.length);
  for (const [i, result] of run.results.entries()) {
    const { index, rule, message, message_en, spans } = expected[i];
    assert.equal(result.ruleId, rule);
    assert.equal(run.tool.driver.rules[result.ruleIndex].id, rule);
    assert.equal(result.message.text, message);
    assert.equal(result.properties.message_en, message_en);
    const { artifactLocation, region } = result.locations[0].physicalLocation;
    assert.equal(artifactLocation.index, index);
    if (pages.includes(files[index])) {
      assert.equal(region, undefined, 'the spans are those of the rendition');
    } else if (spans.length > 0) {
      assert.deepEqual([region.charOffset, region.charOffset + region.charLength], spans[0]);
    }
  }
});

test('SARIF: regions by line and column are the same as those by offset', () => {
  const text = readFileSync(join(root, wrong), 'utf8');
  const starts = [0, ...[...text.matchAll(/\r\n|\r|\n/g)].map(({ index, 0: end }) => index + end.length)];
  const run = sarif(wrong);
  const regions = run.results.flatMap(({ locations, relatedLocations = [] }) =>
    [...locations, ...relatedLocations].map(({ physicalLocation }) => physicalLocation.region));
  assert.ok(regions.length > 10);
  for (const region of regions) {
    assert.equal(starts[region.startLine - 1] + region.startColumn - 1, region.charOffset);
    assert.equal(starts[region.endLine - 1] + region.endColumn - 1, region.charOffset + region.charLength);
  }
});

test('SARIF: a fix makes its equation hold', () => {
  const text = readFileSync(join(root, wrong), 'utf8');
  const [{ repairs }] = answers(wrong);
  const results = sarif(wrong).results.filter(({ fixes }) => fixes);
  if (repairs.length > 0) assert.ok(results.length > 0);
  for (const { fixes } of results) {
    assert.equal(fixes.length, 1);
    const [{ replacements }] = fixes[0].artifactChanges;
    let after = text;
    for (const { deletedRegion: { charOffset, charLength }, insertedContent } of replacements.toReversed()) {
      after = after.slice(0, charOffset) + insertedContent.text + after.slice(charOffset + charLength);
    }
    const [answer] = answers(put('fixed.txt', after));
    assert.deepEqual(answer.equations.filter(({ status }) => status === 'fail'), []);
  }
});

test('SARIF: names that are no URIs, standard input, and what cannot be read', () => {
  const file = put('县 #1?.txt', readFileSync(join(root, wrong)));
  const run = sarif(file, 'no-such-file', put('empty.txt', ''));
  assert.equal(run.artifacts[0].location.uri, new URL(`file://${file.replace('#', '%23').replace('?', '%3F')}`).href);
  assert.equal(run.invocations[0].executionSuccessful, false);
  assert.equal(run.invocations[0].toolExecutionNotifications.length, 2);
  const piped = JSON.parse(gouji(['check', '--format', 'sarif'], readFileSync(join(root, wrong))).stdout);
  assert.ok(valid(piped), JSON.stringify(valid.errors));
  assert.equal(piped.runs[0].artifacts[0].location.uri, undefined);
  assert.ok(piped.runs[0].results.length > 0);
});

test('SARIF: the status is that of any format', () => {
  assert.equal(gouji(['check', '--format', 'sarif', right]).status, 0);
  assert.equal(gouji(['check', '--format', 'sarif', wrong]).status, 1);
  assert.equal(gouji(['check', '--format', 'sarif', wrong, 'no-such-file']).status, 2);
});

// --- words

test('text says that places of a page are those of its rendition', () => {
  const withFinding = answers(...pages).find(({ findings, text }) => text && findings.length > 0);
  assert.match(gouji(['check', withFinding.file]).stdout, /排成文字后的行:列/);
  assert.doesNotMatch(gouji(['check', wrong]).stdout, /排成文字后/);
});

test('text tells the smallest changes as things to look at', () => {
  const { stdout } = gouji(['check', wrong]);
  const [{ repairs }] = answers(wrong);
  assert.equal(stdout.includes('使各式成立的最小改动'), repairs.length > 0);
  for (const { equations } of repairs) assert.ok(stdout.includes(equations.join('、')));
});
