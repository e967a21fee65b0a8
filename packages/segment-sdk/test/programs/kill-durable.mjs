// Kills processes that put events into one folder at random moments: kill-durable ROUNDS EVENTS. What was acknowledged
// must arrive, each once after deduplication, in the order of each user.
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { durableQueue } from '../../dist/durable.js';
import { createSegment } from '../../dist/index.js';
import { createSimulator } from '../../dist/simulator.js';
import { startSimulatorServer } from '../../dist/simulator-server.js';

const [rounds = 3, events = 1_000] = process.argv.slice(2).map(Number);
const folder = mkdtempSync(join(tmpdir(), 'kill-durable-'));
// What arrived is compared as a whole: nothing of it may be forgotten.
const server = await startSimulatorServer({ simulator: createSimulator({ keepBytes: Infinity }) });
const program = new URL('put-events.mjs', import.meta.url).pathname;
const acknowledged = new Set();

for (let round = 0; round < rounds; round += 1) {
  const child = spawn(process.execPath, [program, folder, String(round), server.url, String(events)]);
  const deadline = 1 + Math.floor(Math.random() * events);
  let seen = 0;
  let text = '';
  child.stderr.pipe(process.stderr);
  child.stdout.on('data', (data) => {
    text += data;
    seen = text.split('\n').length - 1;
    if (seen >= deadline) child.kill('SIGKILL');
  });
  await new Promise((resolve) => child.on('close', resolve));
  for (const line of text.split('\n').slice(0, -1)) if (!line.startsWith('closed')) acknowledged.add(line);
}

const segment = createSegment({ writeKey: 'key', trackingUrl: server.url, queue: durableQueue({ folder }) });
let report = await segment.flush();
while (report.queued > 0) {
  await new Promise((resolve) => setTimeout(resolve, 100));
  report = await segment.flush();
}
await segment.close();

// The simulator counts an event that arrives twice once, as Segment does.
const arrived = server.simulator.events.map(({ body }) => body);
const ids = new Set(arrived.map(({ messageId }) => messageId));
const missing = [...acknowledged].filter((id) => !ids.has(id));
const twice = arrived.length - ids.size;
let disordered = 0;
const last = new Map();
for (const { userId, properties } of arrived) {
  const place = properties.round * 1e9 + properties.n;
  if (place < (last.get(userId) ?? -1)) disordered += 1;
  last.set(userId, place);
}
await server.close();
rmSync(folder, { recursive: true, force: true });
console.log(
  JSON.stringify({
    rounds,
    acknowledged: acknowledged.size,
    arrived: ids.size,
    missing: missing.length,
    twice,
    disordered,
  }),
);
process.exitCode = missing.length + twice + disordered > 0 || acknowledged.size === 0 ? 1 : 0;
