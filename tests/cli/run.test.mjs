// web/run.sh, called wrongly or where it cannot work: one clear message in two languages, no trace.

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { createServer } from 'node:net';
import { test } from 'node:test';
import { root } from '../fixtures.mjs';

function refused(args, env = process.env) {
  const run = spawnSync('/bin/bash', ['web/run.sh', ...args], { cwd: root, encoding: 'utf8', env });
  assert.equal(run.status, 1, args.join(' '));
  assert.equal(run.stdout, '');
  assert.match(run.stderr, /[一-龥]/);
  assert.match(run.stderr, /[a-z] [a-z]/);
  assert.doesNotMatch(run.stderr, /line \d+|Traceback/);
  return run.stderr;
}

test('a port that is none', () => {
  for (const args of [['--port'], ['--port', '0'], ['--port', '65536'], ['--port', 'x'], ['--port=']]) {
    assert.match(refused(args), /65535/);
  }
});

test('an unknown argument is named, and the usage shown', () => {
  assert.match(refused(['no-such']), /no-such[^]*--port N/);
});

test('a port in use is named before anything is built', async () => {
  const server = createServer();
  await new Promise((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address();
  try {
    assert.ok(refused(['--port', String(port)]).includes(String(port)));
  } finally {
    server.close();
  }
});
