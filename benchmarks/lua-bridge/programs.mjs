import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

import { describeMachine, geometricMean, median, table, writeReport } from '../measure.mjs';
import { groups, plainJson } from './programs-list.mjs';

/*
 * Measures every contender on every program: each pair in a process of its own; the contenders take turns, and the median
 * of all rounds counts. What lua5.3 finds is what all others have to find. Of lua5.3 there is processor time only, so the
 * factors of its time are of processor time; all others are of time that passed.
 */
const ROUNDS = Number(process.env.ROUNDS ?? 7);
const contenders = ['bridge', 'interpreted', 'wasmoon', 'rawFengari', 'lua5.3'];
const OURS = contenders.slice(0, 2);
const here = (name) => fileURLToPath(new URL(name, import.meta.url));

const call = (command, args) => {
  const { stdout, stderr, status, error } = spawnSync(command, args, { encoding: 'utf8' });
  if (error?.code === 'ENOENT') throw new Error(`${command} is not installed: apt-get install ${command}`);
  return status === 0 ? { stdout } : { failure: stderr.trim() };
};

/* It takes seconds for each run, and is as quick in the third as ever. */
const RUNS_OF_RAW_FENGARI = 3;

const measureNative = ({ name, size, times, files }) => {
  const { stdout, failure } = call('lua5.3', [here('native.lua'), size, times, ...files.map(here)]);
  if (failure !== undefined) throw new Error(`lua5.3 cannot run ${name}: ${failure}`);
  const end = stdout.indexOf('\n');
  const time = { processor: Number(stdout.slice(0, end)) };
  return { time: { first: time, ofThree: time, warm: time }, expected: stdout.slice(end + 1) };
};

const times = new Map();
const failures = new Map();
const keep = (contender, { name }, time) => {
  const key = `${contender}|${name}`;
  times.set(key, [...(times.get(key) ?? []), time]);
};

const measureOther = (contender, program, expected) => {
  const { name, size, times, files } = program;
  const runs = contender === 'rawFengari' ? Math.min(times, RUNS_OF_RAW_FENGARI) : times;
  const given = OURS.includes(contender) ? files.filter((file) => file !== plainJson) : files;
  const { stdout, failure } = call(process.execPath, [
    here('one-program.mjs'),
    ...[contender, size, runs, expected],
    ...given.map(here),
  ]);
  if (failure === undefined) return keep(contender, program, JSON.parse(stdout));
  failures.set(`${contender}|${name}`, failure);
  console.error(`${contender} fails at ${name}: ${failure}`);
};

const runRound = () => {
  for (const program of groups.flatMap((group) => group.programs)) {
    const { time, expected } = measureNative(program);
    keep('lua5.3', program, time);
    for (const contender of contenders.slice(0, -1)) measureOther(contender, program, expected);
  }
};

const clockOf = (contender) => (contender === 'lua5.3' ? 'processor' : 'passed');

/** Undefined where the program fails, if in one round only. */
const timeOf = (contender, { name }, clock = clockOf(contender), which = 'warm') => {
  const key = `${contender}|${name}`;
  return failures.has(key) ? undefined : median(times.get(key).map((time) => time[which][clock]));
};

const factor = (program, contender, which = 'warm') => {
  const clock = clockOf(contender);
  return timeOf('bridge', program, clock, which) / timeOf(contender, program, clock, which);
};
const figure = (value) =>
  value === undefined || Number.isNaN(value) ? '–' : value >= 100 ? String(Math.round(value)) : value.toPrecision(3);

const rowOf = (program) => [
  `${program.name} (${program.size})`,
  ...contenders.map((contender) => figure(timeOf(contender, program))),
  ...['wasmoon', 'lua5.3'].map((contender) => figure(factor(program, contender))),
  ...['ofThree', 'first'].map((which) => figure(factor(program, 'wasmoon', which))),
];

/** Over the programs that both can run. */
const meanOf = ({ programs }, contender, which = 'warm') => {
  const factors = programs.map((program) => factor(program, contender, which)).filter((value) => !Number.isNaN(value));
  return factors.length === 0 ? undefined : geometricMean(factors);
};

const summaryOf = (group) => [
  group.title,
  figure(meanOf(group, 'wasmoon')),
  group.goal,
  ...['lua5.3', 'interpreted', 'rawFengari'].map((contender) => figure(meanOf(group, contender))),
  ...['ofThree', 'first'].map((which) => figure(meanOf(group, 'wasmoon', which))),
];

/** After each round, so that a run that is stopped leaves what it has. */
const writeRounds = (rounds) =>
  writeReport(
    new URL('results-programs.md', import.meta.url),
    `${describeMachine()}, medians of ${rounds} alternating rounds, in milliseconds. Less is better.`,
    'Of lua5.3, and where another is compared with it, it is processor time; all else is time that passed.',
    'The shortest run of a process counts, when the engine has warmed to the program; the cold scripts have but one.',
    "lua-bridge's time as a factor of the others', in geometric means:",
    table(
      [
        '',
        'of wasmoon',
        'goal',
        'of lua5.3',
        "of compile: 'never'",
        'of raw fengari',
        'of wasmoon, best of three',
        'of wasmoon, first run',
      ],
      groups.map(summaryOf),
    ),
    ...groups.map((group) =>
      table(
        [
          group.title,
          'lua-bridge, sandboxed',
          "with compile: 'never'",
          'wasmoon',
          'raw fengari',
          'lua5.3',
          '× wasmoon',
          '× lua5.3',
          '× wasmoon, best of three',
          '× wasmoon, first run',
        ],
        group.programs.map(rowOf),
      ),
    ),
  );

for (let round = 1; round <= ROUNDS; round++) {
  runRound();
  writeRounds(round);
}
if ([...failures.keys()].some((key) => OURS.includes(key.split('|')[0]))) process.exitCode = 1;
