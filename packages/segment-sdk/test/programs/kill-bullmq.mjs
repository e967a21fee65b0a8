// Kills producers, workers and Redis at random moments: kill-bullmq ROUNDS EVENTS [REDIS]. Whatever Redis said it holds
// must arrive, each event once after deduplication, in the order of each user.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { createQueueAdmin } from '../../dist/bullmq.js';
import { createSimulator } from '../../dist/simulator.js';
import { startSimulatorServer } from '../../dist/simulator-server.js';

const [rounds, events] = process.argv.slice(2, 4).map(Number);
const redis = process.argv[4] ?? process.env.REDIS_PATH ?? 'redis-server';
const folder = mkdtempSync(join(tmpdir(), 'kill-bullmq-'));
// What arrived is compared as a whole: nothing of it may be forgotten.
const server = await startSimulatorServer({ simulator: createSimulator({ keepBytes: Infinity }) });
const program = (name) => new URL(name, import.meta.url).pathname;
const chance = (most) => Math.floor(Math.random() * most);
const after = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
const kills = { producers: 0, workers: 0, redis: 0 };

const probe = createServer().listen(0, '127.0.0.1');
await once(probe, 'listening');
const { port } = probe.address();
probe.close();
await once(probe, 'close');
const url = `redis://127.0.0.1:${port}`;

/** Redis, written to disk each second; a process that dies loses none of what the system has. */
const startRedis = async () => {
  const settings = ['--port', port, '--dir', folder, '--save', '', '--appendonly', 'yes', '--bind', '127.0.0.1'];
  const child = spawn(redis, settings.map(String));
  await new Promise((resolve) => {
    child.stdout.on('data', (data) => /ready to accept/i.test(String(data)) && resolve());
  });
  return child;
};

let store = await startRedis();
let isOver = false;

/** A worker that is killed and started again until all is over. */
const work = async () => {
  while (!isOver) {
    const child = spawn(process.execPath, [program('deliver-bullmq.mjs'), url, server.url]);
    child.stderr.pipe(process.stderr);
    const died = once(child, 'exit');
    await Promise.race([died, once(child.stdout, 'data').then(() => after(500 + chance(5_000)))]);
    if (isOver) child.kill('SIGTERM');
    else if (child.kill('SIGKILL')) kills.workers += 1;
    await died;
  }
};

/** Puts a round's events; the producer is killed at times and goes on behind what it heard was held. */
const produce = async (round) => {
  for (let held = 0; held < events;) {
    const child = spawn(process.execPath, [program('put-bullmq.mjs'), url, round, held, events].map(String));
    child.stderr.pipe(process.stderr);
    const deadline = held + 1 + chance(events);
    let text = '';
    child.stdout.on('data', (data) => {
      text += data;
      held = Number(text.trimEnd().split('\n').at(-1));
      if (held >= deadline && held < events && child.kill('SIGKILL')) kills.producers += 1;
    });
    await once(child, 'close');
  }
};

const disturb = async () => {
  while (!isOver) {
    await after(1_500 + chance(4_000));
    if (isOver) return;
    kills.redis += 1;
    store.kill('SIGKILL');
    await once(store, 'exit');
    await after(chance(500));
    store = await startRedis();
  }
};

const others = [work(), work(), disturb()];
for (let round = 0; round < rounds; round += 1) await produce(round);
const hopeless = Date.now() + 90_000;
while (server.simulator.events.length < rounds * events && Date.now() < hopeless) await after(100);
isOver = true;
await Promise.all(others);
const admin = createQueueAdmin({ connection: url });
const [left] = await admin.stats();
admin.close();

// The simulator counts an event that arrives twice once, as Segment does.
const arrived = server.simulator.events.map(({ body }) => body);
const ids = new Set(arrived.map(({ messageId }) => messageId));
let disordered = 0;
const last = new Map();
for (const { userId, properties } of arrived) {
  const place = properties.round * 1e9 + properties.n;
  if (place < (last.get(userId) ?? -1)) disordered += 1;
  last.set(userId, place);
}
await server.close();
store.kill('SIGKILL');
await once(store, 'exit');
rmSync(folder, { recursive: true, force: true });
const missing = rounds * events - ids.size;
console.log(JSON.stringify({ rounds, missing, twice: arrived.length - ids.size, disordered, left, kills }));
process.exitCode = missing + disordered + left.events + left.dead > 0 ? 1 : 0;
