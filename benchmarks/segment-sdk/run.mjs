// Measures the client against its peers and two yardsticks, and prints a table with the goals.
// node run.mjs [repetitions, default 5] [events, default 50000]
import { execFileSync, fork } from 'node:child_process';
import http from 'node:http';
import { gzipSync } from 'node:zlib';
import { fileURLToPath } from 'node:url';

import { describeMachine, median, table, writeResults } from '../measure.mjs';
import { bundle } from './bundle.mjs';

const [repetitions = 5, events = 50_000] = process.argv.slice(2).map(Number);
const here = fileURLToPath(new URL('.', import.meta.url));

const server = fork(new URL('server.mjs', import.meta.url));
const port = await new Promise((resolve) => server.once('message', resolve));
const url = `http://127.0.0.1:${port}`;

/** Sets the server's mode, or asks what it counted; on a connection of its own, for this process sleeps in between. */
const control = (mode) =>
  new Promise((resolve, reject) => {
    const request = http.request(
      `${url}/control`,
      { method: mode ? 'POST' : 'GET', agent: false },
      async (response) => {
        let body = '';
        for await (const chunk of response) body += chunk;
        resolve(JSON.parse(body));
      },
    );
    request.on('error', reject).end(mode && JSON.stringify(mode));
  });

const measure = (...args) =>
  JSON.parse(
    execFileSync(process.execPath, ['child.mjs', ...args.map(String)], {
      cwd: here,
      maxBuffer: 1e8,
      stdio: ['ignore', 'pipe', 'ignore'],
    })
      .toString()
      .trim()
      .split('\n')
      .at(-1),
  );

const run = async (client, scenario, count, mode) => {
  await control(mode);
  const measured = measure(client, url, scenario, count);
  const counted = await control();
  return { ...measured, ...counted, lost: count - counted.unique };
};

/** Every client in turn, again and again, so that a busy moment of the machine meets them all. */
const alternate = async (names, scenario, count, modeOf) => {
  const runs = Object.fromEntries(names.map((name) => [name, []]));
  for (let i = 0; i < repetitions; i += 1) {
    for (const name of names) {
      runs[name].push(await run(name, scenario, count, modeOf(i)));
      process.stderr.write('.');
    }
  }
  return runs;
};

const middle = (runs, name, key) => median(runs[name].map((one) => one[key]));
const rows = [];
const row = (what, value, goal, holds) => rows.push({ what, measured: value, goal, holds: holds ? 'yes' : 'NO' });
const ratio = (a, b) => `${a.toFixed(1)} : ${b.toFixed(1)} = ${(a / b).toFixed(2)}`;
const atLeast = (what, a, b, goal, peer) => row(what, ratio(a, b), `≥ ${goal} × ${peer}`, a >= goal * b);
const atMost = (what, a, b, goal, peer) => row(what, ratio(a, b), `≤ ${goal} × ${peer}`, a <= goal * b);
const ours = ['moonwire', 'moonwire, 100 a batch'];

const burst = await alternate([...ours, 'segment', 'posthog', 'bare', 'floor'], 'burst', events, () => ({}));
for (const name of ours) {
  const of = (client, key) => middle(burst, client, key);
  atLeast(`burst, events/s (${name})`, of(name, 'perSecond'), of('segment', 'perSecond'), 8, 'analytics-node');
  atLeast(`burst, events/s (${name})`, of(name, 'perSecond'), of('posthog', 'perSecond'), 3.5, 'posthog-node');
  atMost(`burst, CPU µs/event (${name})`, of(name, 'cpuUs'), of('bare', 'cpuUs'), 0.7, 'four loops of bare axios');
  atMost(`burst, CPU µs/event (${name})`, of(name, 'cpuUs'), of('floor', 'cpuUs'), 1.1, 'the floor');
  atMost(`enqueue, µs/event (${name})`, of(name, 'enqueueUs'), of('floor', 'enqueueUs'), 1.3, 'the floor');
  const rss = of(name, 'rssMiB');
  row(
    `peak RSS, ${events} queued, MiB (${name})`,
    `${rss.toFixed(0)} (analytics-node ${of('segment', 'rssMiB').toFixed(0)}, posthog-node ${of('posthog', 'rssMiB').toFixed(0)})`,
    '≤ 165',
    rss <= 165,
  );
}

const awaited = await alternate(['moonwire', 'segment', 'bare', 'floor'], 'awaited', events, () => ({}));
{
  const of = (client, key) => middle(awaited, client, key);
  atLeast(
    'burst, every receipt awaited, events/s',
    of('moonwire', 'perSecond'),
    of('segment', 'perSecond'),
    8,
    'analytics-node',
  );
  atMost('the same, CPU µs/event', of('moonwire', 'cpuUs'), of('floor', 'cpuUs'), 1.1, 'the floor');
  row(
    'the same, peak RSS, MiB',
    ['moonwire', 'floor', 'bare', 'segment'].map((name) => `${name} ${of(name, 'rssMiB').toFixed(0)}`).join(', '),
    '≤ 165',
    of('moonwire', 'rssMiB') <= 165,
  );
}

const many = await alternate(['moonwire'], 'batch', events * 10, () => ({}));
row(
  `peak RSS, ${events * 10} through batch(), MiB`,
  middle(many, 'moonwire', 'rssMiB').toFixed(0),
  '≤ 165',
  middle(many, 'moonwire', 'rssMiB') <= 165,
);

const late = await alternate([...ours, 'segment'], 'burst', events, () => ({ latencyMs: 20 }));
for (const name of ours) {
  atLeast(
    `20 ms latency, events/s (${name})`,
    middle(late, name, 'perSecond'),
    middle(late, 'segment', 'perSecond'),
    5,
    'analytics-node',
  );
  const flying = Math.max(...late[name].map((one) => one.maxInFlight));
  row(
    `requests in flight (${name})`,
    `${flying} (analytics-node ${middle(late, 'segment', 'maxInFlight')})`,
    '≤ 4',
    flying <= 4,
  );
}

const faulty = await alternate([...ours, 'segment', 'posthog'], 'burst', 5_000, (i) => ({ faults: true, seed: i + 1 }));
for (const name of ours) {
  const lost = faulty[name].reduce((sum, one) => sum + one.lost, 0);
  row(
    `faults, events lost (${name})`,
    `${lost} (posthog-node ${faulty.posthog.reduce((sum, one) => sum + one.lost, 0)})`,
    '0',
    lost === 0,
  );
  const silent = faulty[name].reduce((sum, one) => sum + 5_000 - one.report.delivered - one.report.failed, 0);
  row(`faults, events neither delivered nor reported (${name})`, String(silent), '0', silent === 0);
  atMost(
    `faults, seconds (${name})`,
    middle(faulty, name, 'seconds'),
    middle(faulty, 'segment', 'seconds'),
    0.5,
    'analytics-node',
  );
}

const ourEntry = new URL('../../packages/segment-sdk/dist/index.js', import.meta.url).href;
const axiosEntry = new URL('../../node_modules/axios/index.js', import.meta.url).href;
const imports = { ours: [], axios: [] };
for (let i = 0; i < repetitions * 3; i += 1) {
  imports.ours.push(measure(ourEntry, url, 'import', 0).ms);
  imports.axios.push(measure(axiosEntry, url, 'import', 0).ms);
}
atMost('import, ms', median(imports.ours), median(imports.axios), 1.15, "axios's own");

const size = async (code) => gzipSync(await bundle(code), { level: 9 }).length / 1_024;
const entry = JSON.stringify(fileURLToPath(ourEntry));
const [client, whole, axiosAlone] = await Promise.all([
  size(`import { createSegment } from ${entry}; console.log(createSegment);`),
  size(`import { createSegment, operations } from ${entry}; console.log(createSegment, operations);`),
  size(`import axios from ${JSON.stringify(fileURLToPath(axiosEntry))}; console.log(axios);`),
]);
row(
  'browser bundle, first load, KiB gz on top of axios',
  `${(client - axiosAlone).toFixed(1)} (axios ${axiosAlone.toFixed(1)})`,
  '≤ 9.4',
  client - axiosAlone <= 9.4,
);
row('the same with the whole table of operations', (whole - axiosAlone).toFixed(1), '–', true);

writeResults(
  import.meta.url,
  `${describeMachine()}; medians of ${repetitions} alternating repetitions, ${events} events of about 500 B.`,
  table(
    ['', 'measured', 'goal', 'holds'],
    rows.map(({ what, measured, goal, holds }) => [what, measured, goal, holds]),
  ),
);
server.disconnect();
process.exit(rows.some(({ holds }) => holds === 'NO') ? 1 : 0);
