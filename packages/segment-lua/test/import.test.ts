import { on, once } from 'node:events';
import { existsSync, readFileSync, watch, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { type SimulatorServer, startSimulatorServer } from '@moonwire/segment-sdk/simulator/server';

import { hold } from './hold-event.js';
import { type Outcome, outcomeOf, runCli, startCli } from './run-cli.js';
import { temporaryFolder } from './temporary-folder.js';

/** A busy machine takes long to start a process. */
const PATIENCE_MS = 60_000;
jest.setTimeout(2 * PATIENCE_MS);

const MAP = `
local segment = app.integrations.segment
return function(row)
  if row.total == "" then error({ code = "no_total", message = "the order has no total" }) end
  segment.track({ event = "Order Completed", userId = row.user_id, properties = { total = tonumber(row.total), note = row.note } })
end
`;

const csv = (rows: number): string =>
  ['user_id,total,note', ...Array.from({ length: rows }, (_, i) => `user-${i},${i},"a ""note"", of\n two lines"`)].join(
    '\n',
  );

interface Workplace {
  readonly cwd: string;
  readonly file: (name: string, content: string) => void;
  readonly read: (name: string) => string;
  /** What is written down of the import of `orders.csv`; nothing is done where there is none. */
  readonly checkpoint: () => Checkpoint;
  readonly run: (...args: string[]) => Promise<Outcome>;
}

interface Checkpoint {
  readonly through: number;
  readonly beyond: readonly number[];
}

const countDone = ({ through, beyond }: Checkpoint): number => through + beyond.length;

describe('segment-lua import', () => {
  let server: SimulatorServer;
  let work: Workplace;

  beforeEach(async () => {
    server = await startSimulatorServer();
    const cwd = temporaryFolder();
    work = {
      cwd,
      file: (name, content) => {
        writeFileSync(join(cwd, name), content);
      },
      read: (name) => readFileSync(join(cwd, name), 'utf8'),
      checkpoint: () => {
        const path = join(cwd, 'orders.csv.checkpoint');
        return existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as Checkpoint) : { through: 0, beyond: [] };
      },
      run: (...args) => runCli(['import', ...args, '--url', server.url], { cwd }),
    };
    work.file('map.lua', MAP);
  });
  afterEach(() => server.close());

  const users = () => server.simulator.events.map(({ userId }) => userId);

  test('sends each row of a CSV file through the map', async () => {
    work.file('orders.csv', csv(1_000));
    const { stdout, stderr, status } = await work.run('orders.csv', '--map', 'map.lua');
    expect({ stderr, status }).toEqual({ stderr: '', status: 0 });
    expect(stdout).toMatch(/^1,000 rows, 1,000 events delivered to http:\S+, 0 rows failed, in [\d.]+ s\.\n$/);
    expect(new Set(users()).size).toBe(1_000);
    expect(server.simulator.events.find(({ userId }) => userId === 'user-7')?.body['properties']).toEqual({
      total: 7,
      note: 'a "note", of\n two lines',
    });
    expect(existsSync(join(work.cwd, 'orders.csv.checkpoint'))).toBe(false);
    expect(existsSync(join(work.cwd, 'orders.csv.failures.ndjson'))).toBe(false);
  });

  test('reads standard input', async () => {
    const child = startCli(['import', '-', '--map', 'map.lua', '--json', '--url', server.url], { cwd: work.cwd });
    child.stdin.end('user_id,total\nu1,1\n');
    const { stdout, status } = await outcomeOf(child);
    expect(status).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ rows: 1, delivered: 1, failed: 0 });
  });

  test('writes what fails to a file that can be imported again, but for what was no row', async () => {
    work.file('orders.csv', 'user_id,total,note\nu1,1,a\nu2,,b\n,3,c\nu4,4,d,extra\nu5,5,e\n');
    const { stdout, status } = await work.run('orders.csv', '--map', 'map.lua');
    expect(status).toBe(1);
    expect(stdout).toMatch(/5 rows, 2 events delivered to http:\S+, 3 rows failed/);
    expect(stdout).toContain('orders.csv.failures.ndjson');
    const failures = work
      .read('orders.csv.failures.ndjson')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Record<string, { error: object; id: string }>);
    expect(failures).toMatchObject([
      {
        line: 'u4,4,d,extra',
        _import: { error: { code: 'bad_row', message: expect.stringContaining('line 5') }, unread: true },
      },
      {
        user_id: 'u2',
        total: '',
        note: 'b',
        _import: { error: { code: 'no_total', message: 'the order has no total' } },
      },
      {
        user_id: '',
        total: '3',
        _import: { error: { code: 'invalid_input', message: expect.stringContaining('userId') } },
      },
    ]);
    work.file(
      'kinder.lua',
      MAP.replace('if row.total', 'if false and row.total').replace(
        'row.user_id',
        '(row.user_id ~= "" and row.user_id or "nobody")',
      ),
    );
    const again = await work.run('orders.csv.failures.ndjson', '--map', 'kinder.lua');
    expect(again).toMatchObject({
      status: 1,
      stdout: expect.stringMatching(/3 rows, 2 events delivered to (?:the simulator|http:\S+), 1 row failed/),
    });
    expect(users().sort()).toEqual(['nobody', 'u1', 'u2', 'u5']);
    expect(work.read('orders.csv.failures.ndjson.failures.ndjson')).toBe(`${JSON.stringify(failures[0])}\n`);
  });

  test('goes on after a kill: nothing is lost, and what was acknowledged is not sent again', async () => {
    work.file('orders.csv', csv(10_000));
    const letPass = hold(server, 'user-6000');
    const watcher = watch(work.cwd);
    const changes = on(watcher, 'change', { signal: AbortSignal.timeout(PATIENCE_MS) });
    const child = startCli(['import', 'orders.csv', '--map', 'map.lua', '--url', server.url], { cwd: work.cwd });
    // On a busy machine the checkpoint is written long after the events have arrived.
    while (countDone(work.checkpoint()) <= 1_000) await changes.next();
    watcher.close();
    child.kill('SIGKILL');
    await once(child, 'exit');
    letPass();
    const acknowledged = work.checkpoint();
    expect(countDone(acknowledged)).toBeGreaterThan(1_000);
    const before = server.simulator.requests.length;
    const { status, stderr, stdout } = await work.run('orders.csv', '--map', 'map.lua');
    expect({ status, stderr }).toMatchObject({
      status: 0,
      stderr: expect.stringMatching(/^Going on after [\d,]+ rows\.\n$/),
    });
    expect(stdout).toMatch(/10,000 rows, 10,000 events delivered to http:\S+, 0 rows failed/);
    expect(server.simulator.events).toHaveLength(10_000);
    const finished = new Set(acknowledged.beyond);
    const sentAgain = server.simulator.requests
      .slice(before)
      .flatMap(({ body }) => [...body.matchAll(/"userId":"user-(\d+)"/g)].map((match) => Number(match[1])));
    const resent = sentAgain.filter((user) => user < acknowledged.through || finished.has(user + 1));
    expect(resent).toEqual([]);
  });

  test('stops at Ctrl-C when what was handed over has arrived, and goes on later', async () => {
    work.file('orders.csv', csv(20_000));
    const child = startCli(['import', 'orders.csv', '--map', 'map.lua', '--url', server.url], { cwd: work.cwd });
    await server.simulator.waitFor(({ userId }) => userId === 'user-2000', PATIENCE_MS);
    child.kill('SIGINT');
    const { status, stderr } = await outcomeOf(child);
    expect(status).toBe(130);
    expect(stderr).toContain('Run the same command again');
    const { through, beyond } = work.checkpoint();
    expect(server.simulator.events).toHaveLength(through);
    expect(beyond).toEqual([]);
    await work.run('orders.csv', '--map', 'map.lua');
    expect(server.simulator.duplicates).toBe(0);
    expect(server.simulator.events).toHaveLength(20_000);
  });

  test('refuses a checkpoint of another input', async () => {
    work.file('a.csv', csv(3));
    work.file(
      'state',
      JSON.stringify({
        version: 1,
        source: 'other',
        through: 1,
        beyond: [],
        delivered: 1,
        failed: 0,
        failuresBytes: 0,
      }),
    );
    const { status, stderr } = await work.run('a.csv', '--map', 'map.lua', '--checkpoint', 'state');
    expect(status).toBe(1);
    expect(stderr).toContain('is of another input or map');
  });

  test.each([
    { map: 'return function(row', message: /^map\.lua:1: .*near <eof>/ },
    { map: 'local x = nil\nreturn x.y', message: /^map\.lua:2: attempt to index a nil value/ },
  ])('says what is wrong with a map: $map', async ({ map, message }) => {
    work.file('map.lua', map);
    work.file('orders.csv', csv(3));
    const { status, stderr } = await work.run('orders.csv', '--map', 'map.lua');
    expect(status).toBe(1);
    expect(stderr).toMatch(message);
  });

  test('lets the map read from Segment, keep what it learns, and print to standard error', async () => {
    work.file(
      'map.lua',
      `
      local segment = app.integrations.segment
      local workspace
      return function(row)
        if not workspace then
          workspace = segment.get_workspace({ slug = "my-workspace" }).name
          print("workspace", workspace)
        end
        local ok, err = pcall(segment.get_workspace, { slug = "other" })
        segment.production.track({ event = workspace, userId = row.user_id, properties = { ok = ok, code = err.code } })
        local receipt = segment.track({ event = "Second", userId = row.user_id })
        if not receipt.message_id:find("^%x+$") then error("unexpected id: " .. receipt.message_id) end
      end`,
    );
    work.file('orders.csv', csv(3));
    const { status, stdout, stderr } = await work.run('orders.csv', '--map', 'map.lua');
    expect({ status, stderr }).toEqual({ status: 0, stderr: 'workspace\tMy Workspace\n' });
    expect(stdout).toContain('3 rows, 6 events delivered');
    const [first] = server.simulator.events.filter(({ writeKey }) => writeKey === 'simulator-production');
    expect(first?.body).toMatchObject({
      event: 'My Workspace',
      userId: 'user-0',
      properties: { ok: false, code: 'not_found' },
    });
  });

  test('fails a row whose event cannot be written as JSON, and goes on', async () => {
    work.file(
      'map.lua',
      `
      local segment = app.integrations.segment
      return function(row)
        segment.track({ event = "E", userId = row.user_id, properties = { f = row.total == "1" and print or nil } })
      end`,
    );
    work.file('orders.csv', csv(3));
    const { stdout } = await work.run('orders.csv', '--map', 'map.lua', '--json');
    expect(JSON.parse(stdout)).toMatchObject({ rows: 3, delivered: 2, failed: 1 });
  });

  test('ends a map that hoards memory, and keeps the rows of before', async () => {
    work.file(
      'map.lua',
      MAP.replace(
        'if row.total',
        'if row.total == "250" then local t = {} while true do t[#t + 1] = { #t } end end\nif row.total',
      ),
    );
    work.file('orders.csv', csv(400));
    const { status, stdout, stderr } = await work.run('orders.csv', '--map', 'map.lua', '--json');
    expect({ status, stderr }).toEqual({ status: 1, stderr: expect.stringMatching(/memory/) });
    expect(JSON.parse(stdout)).toMatchObject({ rows: 250, delivered: 250, failed: 0 });
  });

  test('is stopped by Ctrl-C though its map never ends', async () => {
    work.file('map.lua', MAP.replace('if row.total', 'if row.total == "250" then while true do end end\nif row.total'));
    work.file('orders.csv', csv(400));
    const child = startCli(['import', 'orders.csv', '--map', 'map.lua', '--url', server.url], { cwd: work.cwd });
    await server.simulator.waitFor(({ userId }) => userId === 'user-7', PATIENCE_MS);
    child.kill('SIGINT');
    expect((await outcomeOf(child)).status).toBe(130);
    expect(JSON.parse(work.read('orders.csv.checkpoint'))).toMatchObject({ through: 200, beyond: [] });
  });

  test('exits 2 when it is used wrongly', async () => {
    expect((await work.run('missing.csv', '--map', 'map.lua')).status).toBe(2);
    work.file('orders.csv', csv(1));
    expect((await work.run('orders.csv', '--map', 'missing.lua')).status).toBe(2);
    expect((await runCli(['import', 'orders.csv'])).status).toBe(2);
  });
});
