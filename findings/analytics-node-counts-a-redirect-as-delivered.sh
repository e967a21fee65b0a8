#!/usr/bin/env bash
# The guess: a batch that the server answers with a redirect fails, or is posted again to the new place.
# The truth: the redirect is followed by a GET without a body, and its 200 counts as the delivery: the callback gets no error.
# Why it matters: a proxy or custom host that redirects (http to https, a path that moved) loses every event with all reports green.
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

const received = [];
const server = createServer((request, response) => {
  let bytes = 0;
  request.on('data', (chunk) => (bytes += chunk.length));
  request.on('end', () => {
    received.push({ method: request.method, path: request.url, hasBody: bytes > 0 });
    if (request.url === '/v1/batch') response.writeHead(301, { location: '/moved' });
    response.end('{"success":true}');
  });
}).listen(0, '127.0.0.1');
await once(server, 'listening');

const analytics = new Analytics({ writeKey: 'key', host: `http://127.0.0.1:${server.address().port}`, flushAt: 1 });
const error = await new Promise((resolve) => analytics.track({ event: 'Signed Up', userId: 'u' }, resolve));
await analytics.closeAndFlush();
server.close();

console.log('@segment/analytics-node 3.1.0: error of the callback:', error, received);
assert.equal(error, undefined);
assert.deepEqual(received, [
  { method: 'POST', path: '/v1/batch', hasBody: true },
  { method: 'GET', path: '/moved', hasBody: false },
]);
END
node observe.mjs
