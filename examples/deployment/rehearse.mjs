#!/usr/bin/env node
// The deployment of this folder on one machine, with a simulator in the place of Segment: two servers for agents behind
// a proxy that asks for their health, and one process that sends what they leave on disk. Agents work; Segment is away
// for a while; a server is killed in the middle of its work; everything is stopped by SIGTERM. Then each event that a
// script was told to be queued must have arrived, and as one. `node rehearse.mjs [calls, default 60]`
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, request as startRequest } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

const calls = Number(process.argv[2] ?? 60);
const EVENTS_A_CALL = 5;
const CLI =
  process.env.SEGMENT_LUA_CLI ?? fileURLToPath(new URL('../../packages/segment-lua/dist/cli.js', import.meta.url));
const home = mkdtempSync(join(tmpdir(), 'deployment-'));
process.on('exit', () => rmSync(home, { recursive: true, force: true }));

const started = [];
const say = (line) => console.log(line);

/** Starts a part; resolves when it has printed its address, if it has one. */
const start = async (name, args, address) => {
  const child = spawn(process.execPath, [CLI, ...args], {
    cwd: home,
    env: { PATH: process.env.PATH, XDG_CONFIG_HOME: home },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const part = { name, child, text: '', url: undefined };
  started.push(part);
  await new Promise((resolve, reject) => {
    const hear = (chunk) => {
      part.text += chunk;
      part.url ??= address?.exec(part.text)?.[0];
      if (!address || part.url) resolve();
    };
    child.stdout.on('data', hear);
    child.stderr.on('data', hear);
    child.once('exit', (code) => reject(new Error(`${name} ended with ${code}: ${part.text}`)));
    if (!address) resolve();
  });
  return part;
};

const run = async (...args) => {
  const child = spawn(process.execPath, [CLI, ...args], {
    cwd: home,
    env: { PATH: process.env.PATH, XDG_CONFIG_HOME: home },
  });
  let out = '';
  child.stdout.on('data', (chunk) => (out += chunk));
  const [code] = await once(child, 'exit');
  if (code !== 0) throw new Error(`segment-lua ${args.join(' ')} ended with ${code}`);
  return out.trim();
};

/** What the Caddyfile says, in little: requests in turn, to servers that answer /health. */
const startProxy = async (servers) => {
  const healthy = new Set(servers);
  let turn = 0;
  const look = setInterval(async () => {
    for (const url of servers)
      await fetch(`${url}/health`, { signal: AbortSignal.timeout(1_000) }).then(
        () => healthy.add(url),
        () => healthy.delete(url),
      );
  }, 250);
  const proxy = createServer((incoming, outgoing) => {
    const all = [...healthy];
    const to = new URL(incoming.url, all[(turn += 1) % all.length]);
    const { authorization, accept, 'content-type': type, 'mcp-protocol-version': revision } = incoming.headers;
    const headers = {
      authorization,
      accept,
      'content-type': type,
      ...(revision && { 'mcp-protocol-version': revision }),
    };
    const onward = startRequest(to, { method: incoming.method, headers }, (answer) => {
      outgoing.writeHead(answer.statusCode, answer.headers);
      answer.pipe(outgoing);
      answer.on('error', () => outgoing.destroy());
    });
    onward.on('error', () => outgoing.destroy());
    incoming.pipe(onward);
  }).listen(0, '127.0.0.1');
  await once(proxy, 'listening');
  return {
    url: `http://127.0.0.1:${proxy.address().port}`,
    close: () => {
      clearInterval(look);
      proxy.closeAllConnections();
      proxy.close();
    },
  };
};

/** An agent's call; the users whose events its script was told to be queued, or none if nobody answered. */
const callTool = async (url, token, id) => {
  const code = `for i = 1, ${EVENTS_A_CALL} do
    local user = "call-${id}-" .. i
    if app.integrations.segment.track({ event = "Rehearsed", userId = user }).status == "queued" then print(user) end
  end`;
  try {
    const answer = await fetch(`${url}/mcp`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${token}`,
        accept: 'application/json, text/event-stream',
        'content-type': 'application/json',
        'mcp-protocol-version': '2025-11-25',
      },
      body: JSON.stringify({
        jsonrpc: '2.0',
        id,
        method: 'tools/call',
        params: { name: 'execute_lua', arguments: { code } },
      }),
      signal: AbortSignal.timeout(60_000),
    });
    // Once in the text and once in the data.
    return [...new Set((await answer.text()).match(new RegExp(`call-${id}-\\d+(?=\\\\n)`, 'g')))];
  } catch {
    return [];
  }
};

/** Makes calls by four agents at a time; resolves to what their scripts were told to be queued. */
const work = async (url, token, from, count, onCall = () => undefined) => {
  const queued = [];
  const left = Array.from({ length: count }, (_, i) => from + i);
  const agent = async () => {
    for (let id = left.shift(); id !== undefined; id = left.shift()) {
      queued.push(...(await callTool(url, token, id)));
      onCall(id);
    }
  };
  await Promise.all([agent(), agent(), agent(), agent()]);
  return queued;
};

const memoryOf = ({ child }) => {
  const kb = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8'))?.[1];
  return `${Math.round(Number(kb) / 1024)} MiB`;
};

const stop = async ({ name, child }) => {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.removeAllListeners('exit');
  child.kill('SIGTERM');
  const [code] = await once(child, 'exit');
  if (code !== 0 && code !== 130) throw new Error(`${name} ended with ${code} after SIGTERM`);
};

/** A script that is submitted by one process and run by another, through a Redis where there is one. */
const rehearseJob = async (url) => {
  const place = ['--url', url, '--redis', `${home}/redis.sock`];
  const settings = ['--port', '0', '--unixsocket', join(home, 'redis.sock'), '--dir', home, '--appendonly', 'yes'];
  const redis = spawn(process.env.REDIS_PATH ?? 'redis-server', settings);
  const isThere = await once(redis, 'spawn').catch(() => undefined);
  if (!isThere) return say('jobs                 not rehearsed: there is no redis-server');
  await new Promise((resolve) => redis.stdout.on('data', (said) => /ready to accept/i.test(said) && resolve()));
  writeFileSync(
    join(home, 'job.lua'),
    'print("done: " .. app.integrations.segment.track({ event = "E", userId = "job" }).status)',
  );
  const worker = await start('worker of jobs', ['job', 'work', ...place, '--json', '--port', '0'], LOCAL);
  const [said] = (await run('submit', 'job.lua', ...place, '--wait')).split('\n');
  say(`a script is submitted ${said}; its worker takes ${memoryOf(worker)}`);
  await stop(worker);
  redis.kill();
};

const LOCAL = /http:\/\/127\.0\.0\.1:\d+/;
const segment = await start('Segment (a simulator)', ['simulate', '--port', '0'], LOCAL);
const token = await run('tokens', 'add', 'tokens.json', 'agents');
const serve = (name) =>
  start(
    name,
    [
      'mcp',
      '--http',
      '--port',
      '0',
      '--stateless',
      '--tokens',
      'tokens.json',
      '--queue',
      'queue',
      '--url',
      segment.url,
    ],
    LOCAL,
  );
const [first, second] = [await serve('server 1'), await serve('server 2')];
const drain = await start('drain', ['queue', 'drain', 'queue', '--watch', '--url', segment.url]);
const proxy = await startProxy([first.url, second.url]);
const fault = (method, body) =>
  fetch(`${segment.url}/_simulator/faults`, { method, ...(body && { body: JSON.stringify(body) }) });

const third = Math.floor(calls / 3);
await rehearseJob(segment.url);
const queued = await work(proxy.url, token, 0, third);
say(`all is well          ${queued.length} events queued by ${third} calls`);
for (const part of [first, second, drain]) say(`  ${part.name.padEnd(10)} ${memoryOf(part)}`);

await fault('POST', { status: 503, times: 1e9 });
const inOutage = await work(proxy.url, token, third, third);
say(`Segment is away      ${inOutage.length} events queued by ${third} calls`);

let killed = false;
const inKill = await work(proxy.url, token, 2 * third, calls - 2 * third, () => {
  if (killed) return;
  killed = true;
  first.child.removeAllListeners('exit');
  first.child.kill('SIGKILL');
});
say(`server 1 is killed   ${inKill.length} events queued by ${calls - 2 * third} calls`);
queued.push(...inOutage, ...inKill);

await fault('DELETE');
const arrived = async () => (await (await fetch(`${segment.url}/_simulator/events?limit=100000`)).json()).events;
const missing = async () => {
  const users = new Set((await arrived()).map(({ userId }) => userId));
  return queued.filter((user) => !users.has(user));
};
for (let left = 120; left > 0 && (await missing()).length > 0; left -= 1) await pause(500);

const lost = await missing();
const events = await arrived();
const doubled = events.length - new Set(events.map(({ messageId }) => messageId)).size;
proxy.close();
for (const part of [second, drain, segment]) await stop(part);
say(
  `Segment is back      ${queued.length} queued, ${lost.length} of them missing, ${doubled} doubled; all parts stopped by SIGTERM`,
);
process.exitCode = lost.length > 0 || doubled > 0 || queued.length === 0 ? 1 : 0;
