import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { describeMachine, geometricMean, median, table, writeResults } from '../measure.mjs';
import { compareHoldings } from './holdings.mjs';
import { compute, programs } from './workloads.mjs';

/*
 * Measures every contender on every workload: each pair in a process of its own, so that none runs on code the engine
 * has specialised for another; the contenders take turns, and the median of all rounds counts.
 */
const ROUNDS = Number(process.env.ROUNDS ?? 7);
const one = fileURLToPath(new URL('one.mjs', import.meta.url));
const native = fileURLToPath(new URL('native.lua', import.meta.url));
const contenders = ['bridge', 'interpreted', 'rawFengari', 'fengariInterop', 'wasmoon', 'lua5.3'];
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

/* Of lua5.3 itself, the processor time of the shortest of 15 runs, as many as of the others. */
const measureNative = (workload) => {
  const code = compute[workload] ?? programs[workload];
  if (code === undefined) return undefined;
  const folder = mkdtempSync(join(tmpdir(), 'workload-'));
  const file = join(folder, 'workload.lua');
  writeFileSync(file, code);
  const { stdout, status } = spawnSync('lua5.3', [native, '0', '15', file], { encoding: 'utf8' });
  rmSync(folder, { recursive: true });
  return status === 0 ? { unit: 'ms', value: Number(stdout.split('\n', 1)[0]) } : undefined;
};

const measure = (contender, workload) => {
  if (contender === 'lua5.3') return measureNative(workload);
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

/* The bridge's time as a factor of another's, over those of the fourteen programs that the other one runs. */
const factorOf = (contender) => {
  const times = Object.keys(programs).map((name) =>
    ['bridge', contender].map((which) => results.get(`${name}|${which}`)?.values),
  );
  const factors = times.filter(([, other]) => other !== undefined).map(([own, other]) => median(own) / median(other));
  return factors.length === 0 ? '–' : geometricMean(factors).toPrecision(3);
};

const OTHERS = [
  ['wasmoon', "wasmoon's"],
  ['lua5.3', "lua5.3's"],
  ['rawFengari', "raw fengari's"],
  ['interpreted', "its own with compile: 'never'"],
];

const describeFactors = () =>
  `Over the ${Object.keys(programs).length} programs from mandelbrot to n-body lua-bridge takes, in geometric means, ` +
  `${OTHERS.map(([contender, whose]) => `${factorOf(contender)} × ${whose}`).join(', ')} time.`;

const unit = (workload) => results.get(`${workload}|bridge`)?.unit ?? '';

/** After each round, so that a run that is stopped leaves what it has. */
const writeRounds = (rounds) =>
  writeResults(
    import.meta.url,
    `${describeMachine()}, medians of ${rounds} alternating rounds. Less is better.`,
    `${describeFactors()} Of Debian's lua5.3 it is processor time.`,
    table(
      ['', 'lua-bridge, sandboxed', "with compile: 'never'", 'raw fengari', 'fengari-interop', 'wasmoon', 'lua5.3'],
      [
        ...workloads.map((name) => [`${name}, ${unit(name)}`, ...contenders.map((contender) => cell(name, contender))]),
        ['browser bundle, KB gzipped', bundleKb.toFixed(1), '', '', '', '', ''],
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
