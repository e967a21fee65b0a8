#!/usr/bin/env bash
# The guess: an axios error has a `response` only when the server's answer arrived, so that error.response.status is what the server said.
# The truth: when the connection breaks off in the middle of the body, the request rejects with ERR_BAD_RESPONSE and a `response` whose status is 200 and whose data is undefined.
# Why it matters: code that turns errors back into answers by their `response` (a client that judges the status itself, an interceptor, a retry rule for 5xx) takes half an answer for a success; of a batch that a proxy dropped nobody learns.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund axios@1.21.1
cat >observe.mjs <<'END'
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer } from 'node:http';
import axios from 'axios';

const server = createServer((request, response) => {
  response.writeHead(200, { 'content-type': 'application/json', 'content-length': '100' });
  response.write('{"success":', () => response.destroy());
}).listen(0, '127.0.0.1');
await once(server, 'listening');

const error = await axios.post(`http://127.0.0.1:${server.address().port}`, {}).catch((thrown) => thrown);
server.close();
const seen = { code: error.code, status: error.response?.status, data: error.response?.data };
console.log('axios 1.21.1: the answer broke off after its head; the error says', seen);
assert.deepEqual(seen, { code: 'ERR_BAD_RESPONSE', status: 200, data: undefined });
END
node observe.mjs
