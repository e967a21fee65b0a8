import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { describeMachine, median, table, writeResults } from '../measure.mjs';

const repetitions = Number(process.argv[2] ?? 3);
const file = (name) => new URL(name, import.meta.url).pathname;
const folderOf = () => mkdtempSync(join(tmpdir(), 'benchmark-durable-'));

const startServer = async (port = 0) => {
  const server = fork(file('server.mjs'), [String(port)]);
  const [actual] = await once(server, 'message');
  return {
    url: `http://127.0.0.1:${actual}`,
    port: actual,
    count: async () => {
      server.send('count');
      return (await once(server, 'message'))[0];
    },
    stop: async () => {
      server.kill('SIGKILL');
      await once(server, 'exit');
    },
  };
};

/** Runs one measurement. @param onUp Called when it asks for a server. */
const measure = async (what, options, onUp) => {
  const child = fork(file('child.mjs'), [what, JSON.stringify(options)]);
  let result;
  child.on('message', async (message) => {
    if (message !== 'up') result = message.result;
    else child.send(await onUp());
  });
  await once(child, 'exit');
  return result;
};

const measureCpu = async () => {
  const kinds = { memory: {}, 'log, os': { queue: 'log', sync: 'os' }, 'log, group': { queue: 'log', sync: 'group' } };
  const figures = Object.fromEntries(Object.keys(kinds).map((kind) => [kind, []]));
  const server = await startServer();
  for (let n = 0; n < repetitions; n += 1)
    for (const [kind, options] of Object.entries(kinds)) {
      const folder = folderOf();
      const { us } = await measure('cpu', { ...options, folder, url: server.url, events: 200_000 });
      figures[kind].push(us);
      rmSync(folder, { recursive: true });
    }
  await server.stop();
  return Object.fromEntries(Object.entries(figures).map(([kind, all]) => [kind, median(all)]));
};

const measureRecovery = async () => {
  const all = [];
  for (let n = 0; n < repetitions; n += 1) {
    const folder = folderOf();
    await measure('fill', { folder, events: 1_000_000 });
    all.push(await measure('recover', { folder }));
    rmSync(folder, { recursive: true });
  }
  return Object.fromEntries(
    ['read', 'opened', 'all', 'rssMb'].map((name) => [name, median(all.map((one) => one[name]))]),
  );
};

const EVENTS = 30 * 60 * 500;

const measureOutage = async (what, options) => {
  const folder = folderOf();
  const { port, url, stop } = await startServer();
  await stop();
  let server;
  const began = performance.now();
  const result = await measure(what, { ...options, folder, url, events: EVENTS }, async () => {
    server = await startServer(port);
    return 'is up';
  });
  const arrived = (await server?.count()) ?? 0;
  await server?.stop();
  rmSync(folder, { recursive: true });
  return { lost: EVENTS - arrived, rssMb: result?.rssMb, seconds: (performance.now() - began) / 1_000 };
};

const cpu = await measureCpu();
const recovery = await measureRecovery();
const outage = await measureOutage('outage', { queue: 'log', sync: 'os' });
const segment = await measureOutage('outageSegment', {});

const more = (kind) => cpu[kind] - cpu.memory;
const rows = [
  ['CPU, µs/event, memory', cpu.memory.toFixed(1), '–', true],
  ['CPU over memory, µs/event, log', more('log, os').toFixed(1), '≤ 3', more('log, os') <= 3],
  ['CPU over memory, µs/event, log, sync: group', more('log, group').toFixed(1), '≤ 4', more('log, group') <= 4],
  [
    'recovery of 1,000,000 events, s until all are read',
    `${recovery.all.toFixed(1)} (open ${recovery.opened.toFixed(1)})`,
    '≤ 3',
    recovery.all <= 3,
  ],
  ['the same, peak RSS, MB', recovery.rssMb, '≤ 200', recovery.rssMb <= 200],
  ['outage of 900,000 events: lost', outage.lost, '0', outage.lost === 0],
  ['the same, peak RSS, MB', outage.rssMb, '< 250', outage.rssMb < 250],
  ['the same, @segment/analytics-node: lost', segment.lost, '–', true],
  ['the same, peak RSS, MB', segment.rssMb ?? 'the process died', '–', true],
];
writeResults(
  import.meta.url,
  `${describeMachine()}; medians of ${repetitions} alternating repetitions.`,
  table(
    ['', 'measured', 'goal', 'holds'],
    rows.map(([name, measured, goal, holds]) => [name, measured, goal, holds ? 'yes' : 'NO']),
  ),
);
process.exitCode = rows.every(([, , , holds]) => holds) ? 0 : 1;
