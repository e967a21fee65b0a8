// A script that tracks 10,000 events, over HTTP on loopback: the script's own time, as the command line reports it.
import { fileURLToPath } from 'node:url';

import { median } from '../measure.mjs';
import { CLI, runNode, startServer } from './processes.mjs';

const script = fileURLToPath(new URL('scripts/ten-thousand.lua', import.meta.url));
const ROUNDS = Number(process.argv[2] ?? 5);
const server = await startServer();
const run = [];
const whole = [];
for (let round = 0; round < ROUNDS; round += 1) {
  const { ms, output } = await runNode([CLI, 'run', script, '--url', server.url, '--json']);
  whole.push(ms);
  run.push(JSON.parse(output).usage.timeMs);
}
const received = await server.count();
server.stop();
console.log(
  JSON.stringify({
    runMs: Math.round(median(run)),
    processMs: Math.round(median(whole)),
    received,
    expected: ROUNDS * 10_000,
    goalMs: 1_500,
  }),
);
