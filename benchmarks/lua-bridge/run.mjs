import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

import { describeMachine, median, table, writeResults } from '../measure.mjs';
import { compareHoldings } from './holdings.mjs';
import { programs } from './workloads.mjs';

/*
 * Measures every contender on every workload: each pair in a process of its own, so that none runs on code the engine
 * has specialised for another; the contenders take turns, and the median of all rounds counts.
 */
const ROUNDS = Number(process.env.ROUNDS ?? 7);
const one = fileURLToPath(new URL('one.mjs', import.meta.url));
const contenders = ['bridge', 'interpreted', 'rawFengari', 'fengariInterop', 'wasmoon'];
const workloads = [
  'host call f(i)',
  'host call with a table',
  '1,000 x 5 records',
  'async host call',
  'fib(27)',
  '100k string pieces',
  '100k string keys',
  'sort 100k by comparator',
  ...Object.keys(programs),
  'gsub over 1 MB',
  'gmatch over 1 MB',
  'find over 1 MB',
  'create a state',
  'memory of a state',
  'worker warm start',
  'worker host call',
];

const measure = (contender, workload) => {
  const { stdout, status } = spawnSync(process.execPath, ['--expose-gc', one, contender, workload], {
    encoding: 'utf8',
  });
  return status === 0 && stdout.trim() !== '' ? JSON.parse(stdout) : undefined;
};

const bundled = await build({
  stdin: {
    contents: "export { createLua } from './index.js'",
    resolveDir: fileURLToPath(new URL('../../packages/lua-bridge/dist', import.meta.url)),
  },
  bundle: true,
  minify: true,
  format: 'esm',
  write: false,
  external: ['re2js'],
});
const bundleKb = gzipSync(bundled.outputFiles[0].contents).length / 1024;

const held = await compareHoldings();

const results = new Map();

const cell = (workload, contender) => {
  const result = results.get(`${workload}|${contender}`);
  if (result === undefined) return '–';
  const value = median(result.values);
  return value >= 100 ? String(Math.round(value)) : value.toPrecision(3);
};
const unit = (workload) => results.get(`${workload}|bridge`)?.unit ?? '';

/** After each round, so that a run that is stopped leaves what it has. */
const writeRounds = (rounds) =>
  writeResults(
    import.meta.url,
    `${describeMachine()}, medians of ${rounds} alternating rounds. Less is better.`,
    table(
      ['', 'lua-bridge, sandboxed', "with compile: 'never'", 'raw fengari', 'fengari-interop', 'wasmoon'],
      [
        ...workloads.map((name) => [`${name}, ${unit(name)}`, ...contenders.map((contender) => cell(name, contender))]),
        ['browser bundle, KB gzipped', bundleKb.toFixed(1), '', '', '', ''],
      ],
    ),
    'What values count for as memory, in KiB, after a full collection:',
    table(['100,000 values', 'lua-bridge', "Debian's lua5.3", 'times'], held),
  );

const runRound = () => {
  for (const workload of workloads) {
    for (const contender of contenders) {
      const result = measure(contender, workload);
      if (result === undefined) continue;
      const key = `${workload}|${contender}`;
      results.set(key, { unit: result.unit, values: [...(results.get(key)?.values ?? []), result.value] });
    }
  }
};

for (let round = 1; round <= ROUNDS; round++) {
  runRound();
  writeRounds(round);
}
