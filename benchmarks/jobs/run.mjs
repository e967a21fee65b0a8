import { fork, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';

import { describeMachine, median, table, writeResults } from '../measure.mjs';

const repetitions = Number(process.argv[2] ?? 3);
const WARM = 200;
const JOBS = 1_000;
const GOAL = 300;

const startRedis = async () => {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address();
  probe.close();
  await once(probe, 'close');
  const folder = mkdtempSync(join(tmpdir(), 'benchmark-jobs-'));
  const settings = ['--port', String(port), '--dir', folder, '--save', '', '--appendonly', 'yes'];
  const child = spawn(process.env.REDIS_PATH ?? 'redis-server', settings);
  await new Promise((resolve) => child.stdout.on('data', (said) => /ready to accept/i.test(said) && resolve()));
  return {
    url: `redis://127.0.0.1:${port}`,
    // Ticks of 10 ms: user and system time of the process.
    cpuUs: () => {
      const fields = readFileSync(`/proc/${child.pid}/stat`, 'utf8').split(') ')[1].split(' ');
      return (Number(fields[11]) + Number(fields[12])) * 10_000;
    },
    stop: async () => {
      child.kill('SIGKILL');
      await once(child, 'exit');
      rmSync(folder, { recursive: true });
    },
  };
};

const part = async (what, options) => {
  const child = fork(new URL('child.mjs', import.meta.url).pathname, [what, JSON.stringify(options)]);
  return (await once(child, 'message'))[0];
};

const measure = async () => {
  const redis = await startRedis();
  const options = { redis: redis.url, warm: WARM, jobs: JOBS };
  const submit = await part('submit', options);
  const work = await part('work', options);
  const redisUs = redis.cpuUs() / (WARM + JOBS);
  await redis.stop();
  const alone = await part('alone', options);
  return { aloneUs: alone.cpu, submitUs: submit.cpu, workUs: work.cpu, redisUs, perSecond: work.perSecond };
};

const all = [];
for (let n = 0; n < repetitions; n += 1) all.push(await measure());
const of = (name) => median(all.map((one) => one[name]));
const perCore = 1e6 / (of('workUs') + of('redisUs'));
const rows = [
  ['CPU, µs/job: who submits', of('submitUs').toFixed(0), '–', true],
  ['CPU, µs/job: Redis, in and out', of('redisUs').toFixed(0), '–', true],
  ['CPU, µs/job: worker, its sandboxes included', of('workUs').toFixed(0), '–', true],
  ['CPU, µs/run: the same scripts without jobs (host.run)', of('aloneUs').toFixed(0), '–', true],
  ['jobs/s that a core has the CPU for, worker and Redis', perCore.toFixed(0), `≥ ${GOAL}`, perCore >= GOAL],
  ['jobs/s of one worker process by the clock', of('perSecond').toFixed(0), '–', true],
];
writeResults(
  import.meta.url,
  `${describeMachine()}; medians of ${repetitions} repetitions; AOF everysec; load average of the machine ${loadavg()[0].toFixed(1)}.`,
  table(
    ['', 'measured', 'goal', 'holds'],
    rows.map(([name, measured, goal, holds]) => [name, measured, goal, holds ? 'yes' : 'NO']),
  ),
);
process.exit(rows.every(([, , , holds]) => holds) ? 0 : 1);
