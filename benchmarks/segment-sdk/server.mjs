// A stand-in for Segment (and PostHog) on loopback, in its own process: counts what it accepts, once per id.
import { createServer } from 'node:http';
import { gunzipSync } from 'node:zlib';

let state;
const reset = (mode = {}) => {
  state = {
    mode,
    ids: new Set(),
    events: 0,
    requests: 0,
    inFlight: 0,
    maxInFlight: 0,
    random: generator(mode.seed ?? 1),
  };
};

/** Mulberry32: small, seeded, good enough to pick faults. */
const generator = (seed) => () => {
  seed = (seed + 0x6d2b79f5) | 0;
  let t = Math.imul(seed ^ (seed >>> 15), 1 | seed);
  t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
  return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
};

const read = async (request) => {
  const chunks = [];
  for await (const chunk of request) chunks.push(chunk);
  const body = Buffer.concat(chunks);
  return request.headers['content-encoding'] === 'gzip' ? gunzipSync(body) : body;
};

const accept = (body) => {
  for (const event of JSON.parse(body).batch) {
    state.events += 1;
    state.ids.add(event.messageId ?? event.uuid);
  }
};

const fault = (response) => {
  if (!state.mode.faults) return 'none';
  const roll = state.random();
  if (roll < 0.3) return void response.writeHead(503).end();
  if (roll < 0.35) return void response.writeHead(429, { 'retry-after': '1' }).end();
  if (roll < 0.375) return void response.destroy();
  return roll < 0.4 ? 'after' : 'none';
};

const control = (request, response, body) => {
  if (request.method === 'POST') reset(JSON.parse(body));
  const { ids, events, requests, maxInFlight } = state;
  response.end(JSON.stringify({ unique: ids.size, events, requests, maxInFlight }));
};

reset();
const server = createServer(async (request, response) => {
  const body = await read(request).catch(() => undefined);
  if (body === undefined) return;
  if (request.url === '/control') return control(request, response, body);
  if (!/batch/.test(request.url)) return void response.end('{}');
  state.requests += 1;
  state.inFlight += 1;
  state.maxInFlight = Math.max(state.maxInFlight, state.inFlight);
  if (state.mode.latencyMs) await new Promise((resolve) => setTimeout(resolve, state.mode.latencyMs));
  const end = fault(response);
  if (end !== undefined) accept(body);
  state.inFlight -= 1;
  if (end === 'after') response.destroy();
  else if (end === 'none')
    response.writeHead(200, { 'content-type': 'application/json' }).end('{"success":true,"status":1}');
});
server.keepAliveTimeout = 60_000;
server.listen(0, '127.0.0.1', () => process.send(server.address().port));
process.on('disconnect', () => process.exit());
