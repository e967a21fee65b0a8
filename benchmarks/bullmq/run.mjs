import { fork } from 'node:child_process';
import { once } from 'node:events';

import { describeMachine, median, table, writeResults } from '../measure.mjs';
import { runPart, startRedis, takeTurns } from '../redis.mjs';

const repetitions = Number(process.argv[2] ?? 3);
const EVENTS = 1_000_000;
const SECONDS = 10;

const startServer = async () => {
  const server = fork(new URL('../durable/server.mjs', import.meta.url).pathname, ['0']);
  const [port] = await once(server, 'message');
  return {
    url: `http://127.0.0.1:${port}`,
    count: async () => {
      server.send('count');
      return (await once(server, 'message'))[0];
    },
    stop: () => server.kill('SIGKILL'),
  };
};

const part = (what, options) => runPart(import.meta.url, what, options);

/** Through one Redis from one producer to one worker that sends nowhere. */
const measureThrough = async () => {
  const redis = await startRedis();
  const options = { redis: redis.url, events: EVENTS };
  const began = performance.now();
  const [producer, worker] = await Promise.all([part('produce', options), part('deliver', options)]);
  const seconds = (performance.now() - began) / 1_000;
  const [producerUs, workerUs, redisUs] = [producer.cpu, worker.cpu, redis.cpuUs()].map((us) => us / EVENTS);
  await redis.stop();
  return { producerUs, workerUs, redisUs, perSecond: EVENTS / seconds };
};

/** To a server on loopback in batches of a size. */
const measureOurs = async (batch) => {
  const [redis, server] = [await startRedis(), await startServer()];
  const options = { redis: redis.url, url: server.url, batch, events: 60_000 };
  await part('produce', options);
  const began = performance.now();
  await part('deliver', options);
  const perSecond = options.events / ((performance.now() - began) / 1_000);
  await redis.stop();
  server.stop();
  return perSecond;
};

const measureRudder = async (batch) => {
  const [redis, server] = [await startRedis(), await startServer()];
  await part('rudder', { redis: redis.url, url: server.url, batch, seconds: SECONDS });
  const perSecond = (await server.count()) / SECONDS;
  await redis.stop();
  server.stop();
  return perSecond;
};

const through = await takeTurns(repetitions, measureThrough);
const of = (name) => median(through.map((one) => one[name]));
const cpu = of('producerUs') + of('redisUs') + of('workerUs');
const rows = [
  ['CPU, µs/event: producer', of('producerUs').toFixed(1), '–', true],
  ['CPU, µs/event: Redis', of('redisUs').toFixed(1), '–', true],
  ['CPU, µs/event: worker, without HTTP', of('workerUs').toFixed(1), '–', true],
  [
    'events/s that two cores have the CPU for',
    Math.round(2e6 / cpu).toLocaleString('en'),
    '≥ 80,000',
    2e6 / cpu >= 80_000,
  ],
  [
    'events/s by the clock, start of the processes included',
    Math.round(of('perSecond')).toLocaleString('en'),
    '–',
    true,
  ],
];
for (const batch of [20, 100]) {
  const ours = median(await takeTurns(repetitions, () => measureOurs(batch)));
  const theirs = median(await takeTurns(repetitions, () => measureRudder(batch)));
  const ratio = ours / theirs;
  rows.push([
    `events/s to a server, batches of ${batch}: ours / RudderStack`,
    `${Math.round(ours).toLocaleString('en')} / ${Math.round(theirs)} (${Math.round(ratio)} ×)`,
    '≥ 50 ×',
    ratio >= 50,
  ]);
}
writeResults(
  import.meta.url,
  `${describeMachine()}; medians of ${repetitions} repetitions; AOF everysec.`,
  table(
    ['', 'measured', 'goal', 'holds'],
    rows.map(([name, measured, goal, holds]) => [name, measured, goal, holds ? 'yes' : 'NO']),
  ),
);
process.exit(rows.every(([, , , holds]) => holds) ? 0 : 1);
