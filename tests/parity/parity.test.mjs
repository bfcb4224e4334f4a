// The command line and the wasm module give the same bytes for the same file: for every fixture of
// plain text, for each one again cut off where a character may be broken, for those that are UTF-8
// in the other encodings, and for pages that no parser is given. What needs the browser's parser is
// compared by tests/browser/html.test.mjs.

import assert from 'node:assert/strict';
import { isUtf8 } from 'node:buffer';
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, join } from 'node:path';
import { before, test } from 'node:test';
import { fixtures, pages, root } from '../fixtures.mjs';

const work = 'build/parity';

// [file, bytes] for all that is compared; what is no fixture is written below `work`.
function inputs() {
  rmSync(join(root, work), { recursive: true, force: true });
  mkdirSync(join(root, work), { recursive: true });
  const all = [];
  const made = (name, bytes) => {
    const file = `${work}/${name}`;
    writeFileSync(join(root, file), bytes);
    all.push([file, bytes]);
  };
  for (const fixture of fixtures) {
    const bytes = readFileSync(join(root, fixture));
    const name = fixture.slice('tests/cases/'.length).replaceAll('/', '-');
    all.push([fixture, bytes]);
    made(`cut-${name}`, bytes.subarray(0, Math.floor(bytes.length * 0.6) + 1));
    if (!isUtf8(bytes)) continue;
    for (const [encoding, mark] of [['GB18030', ''], ['UTF-16LE', '\ufeff'], ['UTF-16BE', '\ufeff']]) {
      const input = mark + bytes.toString();
      made(`${encoding}-${name}`, execFileSync('iconv', ['-f', 'UTF-8', '-t', encoding], { input }));
    }
  }
  made('empty', Buffer.alloc(0));
  made('nul', Buffer.alloc(1000));
  made('random', Buffer.from(Array.from({ length: 5000 }, (_, i) => (i * i * 31 + i * 17) % 251)));
  made('bars', Buffer.alloc(50000, '|'));
  for (const page of pages) {
    // Rows that have lost their table.
    const bytes = readFileSync(join(root, page));
    if (page.endsWith('.html') && isUtf8(bytes) && bytes.includes('<td')) {
      made(basename(page), bytes.toString().replace(/<\/?table[^>]*>/g, ''));
    }
  }
  const [rows] = pages.filter((page) => page.endsWith('html_table_tags_lost.html'));
  const body = readFileSync(join(root, rows)).toString('base64');
  const type = 'Content-Type: text/html; charset=utf-8\nContent-Transfer-Encoding: base64';
  made('page.mht', `MIME-Version: 1.0\n${type}\n\n${body}`);
  return all;
}

const compared = inputs();
let native;
let module;

before(async () => {
  const files = compared.map(([file]) => file);
  const run = spawnSync('build/native/gouji', ['check', '--format', 'json', ...files], {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 1 << 30,
  });
  // An empty file is answered, and makes the status 2 all the same.
  assert.equal(run.status, 2, run.stderr);
  native = run.stdout.split('\n').slice(0, -1);
  const createGouji = createRequire(import.meta.url)(join(root, 'build/wasm/gouji-node.js'));
  module = await createGouji();
});

test('there are fixtures, and each file has one line', () => {
  assert.ok(fixtures.length > 0);
  assert.equal(native.length, compared.length);
});

/** The bytes of a page in an MHT file, or those of the file, and the charset declared. */
function unpacked(bytes) {
  const part = module.mime(bytes);
  if (part === '') return [bytes, ''];
  const begin = part.indexOf('\n') + 1;
  return [Buffer.from(part.slice(begin), 'latin1'), part.slice(1, begin - 1)];
}

compared.forEach(([file, bytes], index) => {
  test(file, () => {
    const [given, charset] = unpacked(Buffer.from(bytes));
    const source = new TextDecoder(module.detect(given, charset)).decode(given);
    const markup = module.markup(source, false);
    const { text, ...answer } = JSON.parse(native[index]);
    assert.equal(answer.file, file);
    assert.match(markup, /^(=|$)/);
    assert.equal(text, markup === '' ? undefined : markup.slice(1));
    const read = text ?? source;
    const tail = text === undefined ? '' : `,"text":${JSON.stringify(text)}`;
    const json = module.check(read, file, '', '');
    assert.equal(`${json.slice(0, -1)}${tail}}`, native[index]);
  });
});

// Beside one report of the year before, then beside another, then beside the first again.
test('beside last year\'s report', () => {
  const file = 'tests/rules/base/township_2021.txt';
  const text = readFileSync(join(root, file), 'utf8');
  const before = text.replaceAll('2023', '2022').replaceAll('2024', '2023');
  const carried = before.replace(
    '四、结转下年度继续办理 | 1 | 0 | 0 | 0 | 0 | 0 | 1 |',
    '四、结转下年度继续办理 | 2 | 0 | 0 | 0 | 0 | 0 | 2 |',
  );
  assert.notEqual(carried, before);
  const told = [before, carried, before].map((previous) => {
    const name = `${work}/previous`;
    writeFileSync(join(root, name), previous);
    const { stdout } = spawnSync(
      'build/native/gouji',
      ['check', '--format', 'json', file, '--previous', name],
      { cwd: root, encoding: 'utf8' },
    );
    assert.equal(`${module.check(text, file, previous, '')}\n`, stdout);
    return JSON.parse(stdout).findings.some(({ rule }) => rule === 'T3.CARRY');
  });
  assert.deepEqual(told, [false, true, false]);
});
