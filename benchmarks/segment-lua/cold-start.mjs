// A whole process that tracks one event: segment-lua on its simulator against a bare script that imports axios.
import { fileURLToPath } from 'node:url';

import { median } from '../measure.mjs';
import { CLI, runNode, startServer } from './processes.mjs';

const path = (name) => fileURLToPath(new URL(`scripts/${name}`, import.meta.url));
const ROUNDS = Number(process.argv[2] ?? 15);
const server = await startServer();
const bare = [];
const ours = [];
// In turn, so that a slow moment of the machine hits both.
for (let round = 0; round < ROUNDS; round += 1) {
  bare.push((await runNode([path('bare-axios.mjs'), server.url])).ms);
  ours.push((await runNode([CLI, 'run', path('one-call.lua')])).ms);
}
server.stop();
const ratio = (of) => Number((of(ours) / of(bare)).toFixed(2));
const best = (values) => Math.min(...values);
console.log(
  JSON.stringify({
    bareMs: Math.round(median(bare)),
    segmentLuaMs: Math.round(median(ours)),
    ratio: ratio(median),
    // What the least disturbed rounds took: on a busy machine the fairer figure.
    best: { bareMs: Math.round(best(bare)), segmentLuaMs: Math.round(best(ours)), ratio: ratio(best) },
    goal: 1.5,
  }),
);
