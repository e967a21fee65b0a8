import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { type SimulatorServer, startSimulatorServer } from '@moonwire/segment-sdk/simulator/server';

import { type Outcome, runCli } from './run-cli.js';
import { temporaryFolder } from './temporary-folder.js';

const MAP = `return function(row)
  app.integrations.segment.track({ event = "E", userId = row.id, properties = row })
end`;

/** Two rows are the same, as two purchases may be. */
const ROWS = 'id,city\nu1,NYC\nu2,LA\nu1,NYC\n';

describe('The message ids of an import', () => {
  let server: SimulatorServer;
  let cwd: string;

  beforeEach(async () => {
    server = await startSimulatorServer();
    cwd = temporaryFolder();
  });
  afterEach(() => server.close());

  const put = (name: string, content: string): void => {
    writeFileSync(join(cwd, name), content);
  };
  const run = (name: string, map: string, ...args: string[]): Promise<Outcome> => {
    put('map.lua', map);
    return runCli(['import', name, '--map', 'map.lua', '--url', server.url, ...args], { cwd });
  };
  const ids = (): string[] => server.simulator.events.map(({ messageId }) => messageId);

  test('differ for rows that repeat, and for events that a row repeats', async () => {
    put('rows.csv', ROWS);
    const twice = MAP.replace('app.', 'for _ = 1, 2 do app.').replace('})', '}) end');
    expect(await run('rows.csv', twice)).toMatchObject({ status: 0, stderr: '' });
    expect(new Set(ids()).size).toBe(6);
    expect(server.simulator.duplicates).toBe(0);
  });

  test('differ for accounts, so that each gets its events', async () => {
    put('rows.csv', ROWS);
    await run('rows.csv', MAP, '--account', 'staging');
    await run('rows.csv', MAP, '--account', 'production');
    expect(server.simulator.duplicates).toBe(0);
    expect(server.simulator.events).toHaveLength(6);
  });

  test('are the same for the same rows, whatever else is in the file, its name or its line ends, and in the map', async () => {
    put('rows.csv', ROWS);
    await run('rows.csv', MAP);
    put('more.csv', `id,city\r\nu3,SF\r\n${ROWS.split('\n').slice(1).join('\r\n')}`);
    await run('more.csv', `-- A comment.\n${MAP}`);
    expect(server.simulator.duplicates).toBe(3);
    expect(server.simulator.events).toHaveLength(4);
  });

  test('differ where the map makes another event of the row', async () => {
    put('rows.csv', ROWS);
    await run('rows.csv', MAP);
    await run('rows.csv', MAP.replace('"E"', '"Other"'));
    expect(server.simulator.duplicates).toBe(0);
  });

  test('stay those of the row when what failed is fed back', async () => {
    put('rows.csv', ROWS);
    const picky = MAP.replace('app.', 'if row.city == "NYC" then error("not now") end app.');
    expect((await run('rows.csv', picky)).status).toBe(1);
    expect((await run('rows.csv.failures.ndjson', MAP)).status).toBe(0);
    await run('rows.csv', MAP);
    expect([server.simulator.events.length, server.simulator.duplicates]).toEqual([3, 3]);
  });
});
