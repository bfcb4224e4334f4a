// The command line and the wasm module give the same bytes for the same file: for every fixture,
// for each one again cut off where a character may be broken, and for those that are UTF-8 in the
// other encodings.

import assert from 'node:assert/strict';
import { isUtf8 } from 'node:buffer';
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { before, test } from 'node:test';
import { fixtures, root } from '../fixtures.mjs';

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

compared.forEach(([file, bytes], index) => {
  test(file, () => {
    const text = new TextDecoder(module.detect(bytes)).decode(bytes);
    assert.equal(module.check(text, JSON.stringify({ file })), native[index]);
    assert.equal(JSON.parse(native[index]).file, file);
  });
});
