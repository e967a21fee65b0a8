import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { openSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { type SimulatorServer, startSimulatorServer } from '@moonwire/segment-sdk/simulator/server';

import { CLI, startCli } from './run-cli.js';
import { temporaryFolder } from './temporary-folder.js';

const EVENTS = 50;
const LINES = 20_000;
/** A busy machine takes long to start a process. */
const PATIENCE_MS = 25_000;
const track = 'app.integrations.segment.track({ event = "E", userId = "u-" .. i })';

let server: SimulatorServer;
const received = (): Set<unknown> => new Set(server.simulator.events.map(({ userId }) => userId));

let cwd: string;

beforeAll(async () => {
  server = await startSimulatorServer();
});
beforeEach(() => {
  cwd = temporaryFolder();
  writeFileSync(
    join(cwd, 'many.lua'),
    `for i = 1, ${EVENTS} do ${track} end for i = 1, ${LINES} do print("line", i) end`,
  );
  writeFileSync(
    join(cwd, 'late.lua'),
    `for i = 1, ${LINES} do print("line", i) end for i = 1, ${EVENTS} do ${track} end`,
  );
  writeFileSync(join(cwd, 'map.lua'), `return function(row) print(("x"):rep(1000)) local i = row.i ${track} end`);
  writeFileSync(join(cwd, 'rows.csv'), `i\n${Array.from({ length: EVENTS }, (_, i) => i).join('\n')}\n`);
});
afterEach(() => {
  server.simulator.reset();
});
afterAll(() => server.close());

const verbs: readonly (readonly string[])[] = [
  ['run', 'many.lua', '--quiet'],
  ['run', 'late.lua', '--arg', 'a=b'],
  ['run', 'many.lua', '--json'],
  ['run', 'many.lua', '--confirm'],
  ['import', 'rows.csv', '--map', 'map.lua'],
];

/** Starts a command, and reads one of its outputs, or neither. */
const startUnread = (args: readonly string[], closes: readonly ('stdout' | 'stderr')[]) => {
  const child = startCli([...args, '--url', server.url], { cwd });
  for (const name of ['stdout', 'stderr'] as const) child[name].resume();
  for (const name of closes) child[name].destroy();
  return child;
};

describe('when nobody reads', () => {
  test.each([
    ...verbs.map((args) => ({ what: 'either', closes: ['stdout', 'stderr'] as const, args })),
    ...['stdout', 'stderr'].flatMap((name) =>
      [verbs[1], verbs[4]].map((args) => ({ what: name, closes: [name as 'stdout' | 'stderr'], args: args ?? [] })),
    ),
  ])('$what, $args delivers everything, and its exit code says so', async ({ closes, args }) => {
    const child = startUnread(args, closes);
    const [status] = (await once(child, 'exit')) as [number];
    expect({ status, received: received().size }).toEqual({ status: 0, received: EVENTS });
  });

  test('either, the prompt goes on to the last line', async () => {
    const child = startUnread(['repl'], ['stdout', 'stderr']);
    child.stdin.end(`1 + 1\nnil + 1\nfor i = 1, ${EVENTS} do ${track} end\n1 + 1\n`);
    await once(child, 'exit');
    expect(received().size).toBe(EVENTS);
  });

  test.each(['stdout', 'stderr'] as const)('%s, a failure still shows in the exit code', async (name) => {
    const child = startUnread(['run', '-'], [name]);
    child.stdin.end(`for i = 1, ${LINES} do print("line", i) end error("no")`);
    expect(await once(child, 'exit')).toEqual([1, null]);
  });
});

test('a reader that has seen enough, or reads nothing, does not stop delivery', async () => {
  const child = startCli(['run', 'late.lua', '--url', server.url], { cwd });
  await once(child.stdout, 'data');
  child.stdout.pause();
  await server.simulator.waitFor(() => received().size === EVENTS, PATIENCE_MS);
  child.stdout.destroy();
  expect(await once(child, 'exit')).toEqual([0, null]);
});

test('output that a full disk refuses is a failure, after everything was delivered', async () => {
  const full = openSync('/dev/full', 'w');
  const child = spawn(process.execPath, [CLI, 'run', 'late.lua', '--url', server.url], {
    cwd,
    stdio: ['ignore', full, 'ignore'],
  });
  expect(await once(child, 'exit')).toEqual([1, null]);
  expect(received().size).toBe(EVENTS);
});
