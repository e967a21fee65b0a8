import { once } from 'node:events';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { type SimulatorServer, startSimulatorServer } from '@moonwire/segment-sdk/simulator/server';

import { openImport } from '../src/import/import-file.js';
import { hold } from './hold-event.js';
import { type Outcome, outcomeOf, runCli, startCli } from './run-cli.js';
import { temporaryFolder } from './temporary-folder.js';

/** A busy machine takes long to start a process. */
const PATIENCE_MS = 60_000;
jest.setTimeout(2 * PATIENCE_MS);

const MAP = `return function(row)
  app.integrations.segment.track({ event = "E", userId = row.id })
end`;

const csv = (count: number, name = 'user'): string =>
  ['id,city', ...Array.from({ length: count }, (_, at) => `${name}-${at},NYC`)].join('\n');

describe('The books of an import', () => {
  let server: SimulatorServer;
  let cwd: string;

  beforeEach(async () => {
    server = await startSimulatorServer();
    cwd = temporaryFolder();
    put('map.lua', MAP);
    put('rows.csv', csv(10_000));
  });
  afterEach(() => server.close());

  const put = (name: string, content: string): void => {
    writeFileSync(join(cwd, name), content);
  };
  const args = (...more: string[]): string[] => ['import', 'rows.csv', '--map', 'map.lua', ...more];
  const run = (...more: string[]): Promise<Outcome> => runCli(args(...more), { cwd });
  const toServer = (): string[] => ['--url', server.url];

  /** Leaves the checkpoint of an import that was killed when a user's event had arrived. */
  const begin = async (user: number): Promise<void> => {
    const letPass = hold(server, `user-${user + 3_000}`);
    const child = startCli(args(...toServer()), { cwd });
    await server.simulator.waitFor(({ userId }) => userId === `user-${user}`, PATIENCE_MS);
    child.kill('SIGKILL');
    await once(child, 'exit');
    letPass();
  };

  test('are of one target, account, map and input, and any other is refused by what differs', async () => {
    await begin(3_000);
    const before = server.simulator.requests.length;
    const refused = async (...more: string[]): Promise<string> => {
      const { status, stderr, stdout } = await run(...more);
      expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
      return stderr;
    };
    expect(await refused()).toContain(`of another target (${server.url}, now simulator)`);
    expect(await refused(...toServer(), '--account', 'staging')).toContain('of another account (default, now staging)');
    put('map.lua', `${MAP} -- changed`);
    expect(await refused(...toServer())).toContain('of another map;');
    put('map.lua', MAP);
    put('rows.csv', csv(10_000, 'other'));
    expect(await refused(...toServer())).toContain('of another input;');
    expect(server.simulator.requests).toHaveLength(before);
    put('rows.csv', csv(10_000));
    expect((await run(...toServer())).status).toBe(0);
    expect(server.simulator.events).toHaveLength(10_000);
  });

  test('know an input again by its rows, and send nothing of one that has changed behind its beginning', async () => {
    put('rows.csv', csv(40_000));
    await begin(20_000);
    const before = server.simulator.requests.length;
    put('rows.csv', csv(40_000).replace('user-8000,NYC', 'user-8000,LAX'));
    const { status, stderr } = await run(...toServer());
    expect({ status, stderr }).toMatchObject({ status: 1, stderr: expect.stringContaining('of another input') });
    expect(server.simulator.requests).toHaveLength(before);
  });

  test('bind nothing as long as nothing is in them', async () => {
    put('rows.csv', csv(10));
    put('map.lua', 'return 42');
    expect(await run()).toMatchObject({
      status: 1,
      stderr: expect.stringMatching(/^map\.lua: expected it to return a function of one row/),
    });
    put('map.lua', MAP);
    expect((await run()).status).toBe(0);
  });

  test('are refused before anything is sent where they cannot be written', async () => {
    const { status, stdout, stderr } = await run(...toServer(), '--failures', 'none/failed.ndjson');
    expect({ status, stdout, stderr }).toEqual({
      status: 1,
      stdout: '',
      stderr: expect.stringMatching(/^segment-lua: cannot write .*\n$/),
    });
    expect(server.simulator.requests).toEqual([]);
  });

  test.each([
    ['checkpointPath', 'none/cp'],
    ['failuresPath', '/dev/full'],
    ['failuresPath', 'rows.csv'],
    ['checkpointPath', 'rows.csv'],
  ])('are refused where they cannot be written: %s %s', async (option, path) => {
    const at = (name: string): string => resolve(cwd, name);
    const files = { checkpointPath: at('cp'), failuresPath: at('failed'), [option]: at(path) };
    const options = {
      reading: {},
      purpose: 'import' as const,
      host: {},
      target: '',
      onOutput: () => undefined,
      onNote: () => undefined,
      signal: new AbortController().signal,
    };
    const opening = openImport({ paths: [at('rows.csv')], map: { code: MAP, name: 'map.lua' }, ...files, ...options });
    await expect(opening).rejects.toMatchObject({
      code: 'books',
      message: expect.stringMatching(/^(cannot write|the input, the checkpoint)/),
    });
    expect(readFileSync(at('rows.csv'), 'utf8')).toBe(csv(10_000));
  });

  test('are kept by one process at a time', async () => {
    const books = ['--checkpoint', 'rows.csv.checkpoint', '--failures', 'rows.csv.failures.ndjson'];
    const first = startCli(['import', '-', '--map', 'map.lua', ...toServer(), ...books], { cwd });
    // It is not at its end before its standard input is.
    first.stdin.write(`${csv(10_000)}\n`);
    await server.simulator.waitFor(({ userId }) => userId === 'user-100', PATIENCE_MS);
    const { status, stderr } = await run(...toServer());
    expect({ status, stderr }).toEqual({ status: 1, stderr: expect.stringContaining('another import is at work') });
    first.stdin.end('last,NYC\n');
    expect((await outcomeOf(first)).status).toBe(0);
    expect([server.simulator.events.length, server.simulator.duplicates]).toEqual([10_001, 0]);
    expect(existsSync(join(cwd, 'rows.csv.checkpoint.lock'))).toBe(false);
  });

  test('that cannot be written any more end the import with a reason, and what was handed over arrives', async () => {
    put('map.lua', MAP.replace('app.', 'if tonumber(row.id:sub(6)) > 5000 then error(("x"):rep(5000)) end app.'));
    const { stdout, stderr, status } = await runCli(args(...toServer(), '--json'), { cwd, fileBlocks: 256 });
    expect({ status, stderr }).toEqual({
      status: 1,
      stderr: expect.stringMatching(/^cannot write the failures to .*\n$/),
    });
    const { delivered, failed } = JSON.parse(stdout) as { delivered: number; failed: number };
    expect(server.simulator.events).toHaveLength(delivered);
    expect(delivered).toBe(5_001);
    expect(failed).toBeLessThan(100);
    expect((await run(...toServer(), '--json')).stdout).toContain('"rows":10000,"delivered":5001,"failed":4999');
    expect(server.simulator.duplicates).toBe(0);
  });
});
