#!/usr/bin/env bash
# The guess: every flush() resolves when what was queued before it has been sent.
# The truth: a flush() that is called while another one runs resolves at once, before the server has answered a single event.
# Why it matters: a request handler that awaits flush() before it is frozen believes its event is safe; only the first of two handlers waits for anything.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund @segment/analytics-node@3.1.0
cat >observe.mjs <<'END'
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer } from 'node:http';
import { Analytics } from '@segment/analytics-node';

let answer;
const asked = new Promise((resolve) => {
  answer = resolve;
});
let answered = 0;
const waiting = [];
const server = createServer((request, response) => {
  request.resume();
  request.on('end', () => {
    waiting.push(() => {
      answered += 1;
      response.end('{}');
    });
    answer();
  });
}).listen(0, '127.0.0.1');
await once(server, 'listening');

const host = `http://127.0.0.1:${server.address().port}`;
const analytics = new Analytics({ writeKey: 'key', host, flushAt: 1000, flushInterval: 60_000 });
analytics.track({ event: 'First', userId: 'a' });
const first = analytics.flush();
await asked;
analytics.track({ event: 'Second', userId: 'b' });
await analytics.flush();
const answeredWhenSecondResolved = answered;
const release = setInterval(() => waiting.splice(0).forEach((end) => end()), 10);
await first;
await analytics.closeAndFlush();
clearInterval(release);
server.close();

console.log('@segment/analytics-node 3.1.0: requests answered when the second flush() resolved:', answeredWhenSecondResolved);
assert.equal(answeredWhenSecondResolved, 0);
END
node observe.mjs
