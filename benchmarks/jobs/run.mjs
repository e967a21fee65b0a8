import { loadavg } from 'node:os';

import { describeMachine, median, table, writeResults } from '../measure.mjs';
import { runPart, startRedis, takeTurns } from '../redis.mjs';

const repetitions = Number(process.argv[2] ?? 3);
// An engine compiles what is hot: a worker that lives for days has done so.
const WARM = 4_000;
const JOBS = 4_000;
const GOAL = 300;

const measure = async () => {
  const redis = await startRedis();
  const options = { redis: redis.url, warm: WARM, jobs: JOBS };
  const submit = await runPart(import.meta.url, 'submit', options);
  const work = await runPart(import.meta.url, 'work', options);
  const redisUs = redis.cpuUs() / (WARM + JOBS);
  await redis.stop();
  const alone = await runPart(import.meta.url, 'alone', options);
  return { aloneUs: alone.cpu, submitUs: submit.cpu, workUs: work.cpu, redisUs, perSecond: work.perSecond };
};

const all = await takeTurns(repetitions, measure);
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
