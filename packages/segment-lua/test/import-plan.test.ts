import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { type SimulatorServer, startSimulatorServer } from '@moonwire/segment-sdk/simulator/server';

import { type Outcome, runCli } from './run-cli.js';
import { temporaryFolder } from './temporary-folder.js';

jest.setTimeout(120_000);

const PLAN = {
  events: {
    'Order Completed': {
      properties: { total: 'number', coupon: 'string' },
      required: ['total'],
    },
  },
};

const MAP = `
local segment = app.integrations.segment
return function(row)
  print("row " .. row.id)
  segment.track({ event = row.event, userId = row.id, properties = { total = tonumber(row.total), note = row.note } })
end
`;

const ORDERS = [
  'id,event,total,note',
  'u1,Order Completed,10,',
  'u2,Order Complete,20,',
  'u3,Order Completed,30,gift',
  'u4,Order Completed,,',
  'u5,Order Completed,,gift',
].join('\n');

describe('segment-lua import --plan', () => {
  let server: SimulatorServer;
  let cwd: string;

  beforeEach(async () => {
    server = await startSimulatorServer();
    cwd = temporaryFolder();
    writeFileSync(join(cwd, 'map.lua'), MAP.replaceAll(', note = row.note', ''));
    writeFileSync(join(cwd, 'noted.lua'), MAP.replace('note = row.note', 'note = row.note ~= "" and row.note or nil'));
    writeFileSync(join(cwd, 'orders.csv'), ORDERS);
    writeFileSync(join(cwd, 'plan.json'), JSON.stringify(PLAN));
  });
  afterEach(() => server.close());

  const run = (args: readonly string[], input?: string): Promise<Outcome> =>
    runCli(['import', ...args, '--plan', 'plan.json', '--url', server.url], {
      cwd,
      ...(input !== undefined && { input }),
    });
  const arrived = () =>
    server.simulator.events
      .map(({ userId, body }) => [userId, (body as { properties: unknown }).properties])
      .sort(([a], [b]) => String(a).localeCompare(String(b)));

  test('tells what rows break before any is sent, and sends none until it is said what becomes of them', async () => {
    const { status, stdout, stderr } = await run(['orders.csv', '--map', 'noted.lua']);
    expect(status).toBe(1);
    expect(stdout).toBe('');
    expect(stderr.split('\n')).toEqual([
      '4 of 5 rows break the plan.',
      '  2 × Order Completed: properties.note is not planned [Unplanned Property] (first: line 4)',
      '  2 × Order Completed: properties.total is required [Required] (first: line 5)',
      "  1 × Order Complete: event 'Order Complete' is not in the plan. Did you mean 'Order Completed' (total: number, coupon?: string) [Unplanned Event] (first: line 3)",
      'Nothing was sent. Say what becomes of them: --on-violation report sends them as they are, reject keeps them in ' +
        'orders.csv.failures.ndjson, omit leaves out what breaks the plan.',
      '',
    ]);
    expect(arrived()).toEqual([]);
    expect(['orders.csv.checkpoint', 'orders.csv.failures.ndjson'].map((name) => existsSync(join(cwd, name)))).toEqual([
      false,
      false,
    ]);
  });

  test('rows that keep to the plan are sent, and the map is heard once', async () => {
    writeFileSync(join(cwd, 'good.csv'), ORDERS.split('\n').slice(0, 2).join('\n'));
    const { status, stderr } = await run(['good.csv', '--map', 'map.lua']);
    expect({ status, stderr }).toEqual({ status: 0, stderr: '1 row checked: none breaks the plan.\nrow u1\n' });
    expect(arrived()).toEqual([['u1', { total: 10 }]]);
  });

  test.each([
    ['report', ['u1', 'u2', 'u3', 'u4', 'u5'], { total: 30, note: 'gift' }, 0],
    ['reject', ['u1'], undefined, 4],
    ['omit', ['u1', 'u2', 'u3', 'u4', 'u5'], { total: 30 }, 0],
  ])('--on-violation %s', async (mode, users, third, failed) => {
    const { status, stdout, stderr } = await run([
      'orders.csv',
      '--map',
      'noted.lua',
      '--json',
      '--on-violation',
      mode,
    ]);
    expect(status).toBe(failed > 0 ? 1 : 0);
    expect(stderr).toContain('4 of 5 rows break the plan.');
    expect(JSON.parse(stdout)).toMatchObject({ rows: 5, delivered: users.length, failed, plan: { broken: 4 } });
    expect(arrived().map(([user]) => user)).toEqual(users);
    expect(arrived().find(([user]) => user === 'u3')?.[1]).toEqual(third);
    const failures = join(cwd, 'orders.csv.failures.ndjson');
    expect(existsSync(failures) && readFileSync(failures, 'utf8').match(/"code":"plan_violation"/g)?.length).toBe(
      failed > 0 && failed,
    );
  });

  test('a dry run tells them, and shows events as they would be sent', async () => {
    const { status, stdout } = await run(['orders.csv', '--map', 'noted.lua', '--dry-run', '--on-violation', 'omit']);
    expect(status).toBe(0);
    expect(stdout).toContain('4 of 5 rows break the plan.');
    expect(stdout).not.toContain('gift');
    const rejecting = await run([
      'orders.csv',
      '--map',
      'noted.lua',
      '--dry-run',
      '--json',
      '--on-violation',
      'reject',
    ]);
    expect(JSON.parse(rejecting.stdout)).toMatchObject({ rows: 5, events: 1, failed: 4, plan: { broken: 4 } });
    expect(arrived()).toEqual([]);
  });

  test('standard input, which is read once, is counted while it is sent', async () => {
    const refused = await run(['-', '--map', 'map.lua'], ORDERS);
    expect(refused.status).toBe(2);
    expect(refused.stderr).toContain('standard input is read once');
    const { status, stdout } = await run(['-', '--map', 'map.lua', '--on-violation', 'report'], ORDERS);
    expect(status).toBe(0);
    expect(stdout).toContain('3 of 5 rows break the plan.');
    expect(arrived()).toHaveLength(5);
  });

  test('rows that were rejected can be imported again, and are told of again', async () => {
    const rejected = await run(['orders.csv', '--map', 'map.lua', '--on-violation', 'reject']);
    expect(rejected.stdout).toContain('5 rows, 2 events delivered');
    const again = await run(['orders.csv.failures.ndjson', '--map', 'map.lua']);
    expect(again.stderr).toContain('3 of 3 rows break the plan.');
  });

  test('exports are held to it, too; what becomes of violations needs a plan', async () => {
    const event = {
      type: 'track',
      event: 'Order Complete',
      userId: 'u1',
      messageId: 'm1',
      timestamp: '2026-01-01T00:00:00Z',
    };
    writeFileSync(join(cwd, 'old.json'), JSON.stringify(event));
    const { status, stderr } = await run(['old.json', '--from', 'segment-archive']);
    expect(status).toBe(1);
    expect(stderr).toContain('1 of 1 row breaks the plan.');
    const without = await runCli(['import', 'orders.csv', '--map', 'map.lua', '--on-violation', 'omit'], { cwd });
    expect(without.status).toBe(2);
    expect(without.stderr).toContain('--plan FILE');
  });
});
