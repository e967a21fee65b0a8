import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';

import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { type SimulatorServer, startSimulatorServer } from '@moonwire/segment-sdk/simulator/server';

import { findFiles } from '../src/import/find-files.js';
import { findMoment, readMoment } from '../src/import/shapes/moment.js';
import { type Outcome, runCli } from './run-cli.js';
import { temporaryFolder } from './temporary-folder.js';

jest.setTimeout(120_000);

const lines = (...events: readonly object[]): Buffer =>
  gzipSync(events.map((event) => JSON.stringify(event)).join('\n'));

describe('segment-lua import --from', () => {
  let server: SimulatorServer;
  let cwd: string;

  beforeEach(async () => {
    server = await startSimulatorServer();
    cwd = temporaryFolder();
  });
  afterEach(() => server.close());

  const put = (name: string, content: string | Buffer): void => {
    mkdirSync(dirname(join(cwd, name)), { recursive: true });
    writeFileSync(join(cwd, name), content);
  };
  const run = (...args: string[]): Promise<Outcome> => runCli(['import', ...args, '--url', server.url], { cwd });
  const received = () => server.simulator.events.map(({ body }) => body);

  test('segment-archive replays the files of S3 as they were: ids, moments, order, unknown context, exact numbers', async () => {
    const sent = {
      sentAt: '2026-01-02T00:00:05.000Z',
      receivedAt: '2026-01-02T00:00:02.000Z',
      version: 2,
      _metadata: {},
    };
    const track = {
      type: 'track',
      userId: 'u1',
      context: { library: { name: 'analytics-ios', version: '4' } },
      ...sent,
    };
    put(
      'logs/source/1767312000000/part-10.gz',
      lines({ ...track, messageId: 'm3', event: 'Third', timestamp: '2026-01-02T00:00:01.000Z' }),
    );
    put(
      'logs/source/1767312000000/part-9.gz',
      lines(
        { ...track, messageId: 'm1', event: 'First', originalTimestamp: '2026-01-02T00:00:04.000Z', name: null },
        {
          type: 'page',
          messageId: 'm2',
          anonymousId: 'a',
          userId: null,
          category: 'Docs',
          properties: { list: [], none: null },
          ...sent,
        },
      ),
    );
    put(
      'logs/source/1767312000000/part-11.gz',
      lines({ type: 'delete', userId: 'u' }, { type: 'track', userId: 'u1' }),
    );
    put('logs/_SUCCESS', '');
    const { status, stdout } = await run('logs/', '--from', 'segment-archive');
    expect({ status, stdout }).toMatchObject({
      status: 1,
      stdout: expect.stringMatching(
        /^5 rows, 3 events delivered to http:\S+, 2 rows failed[^]*1 × the row is no event: its type is "delete"/,
      ),
    });
    expect(received()).toMatchObject([
      { type: 'track', messageId: 'm1', event: 'First', timestamp: '2026-01-02T00:00:01.000Z' },
      {
        type: 'page',
        messageId: 'm2',
        category: 'Docs',
        properties: { list: [], none: null },
        timestamp: sent.receivedAt,
      },
      { messageId: 'm3', event: 'Third', context: track.context, timestamp: '2026-01-02T00:00:01.000Z' },
    ]);
    expect(Object.keys(received()[0] ?? {}).sort()).toEqual([
      'context',
      'event',
      'messageId',
      'timestamp',
      'type',
      'userId',
    ]);
    await run('logs/', '--from', 'segment-archive');
    expect([server.simulator.events.length, server.simulator.duplicates]).toEqual([3, 3]);
  });

  test('rudderstack finds the traits of users in the context, and their address', async () => {
    put(
      'rows.ndjson',
      '{"type":"identify","userId":7,"messageId":"m","context":{"traits":{"n":12345678901234567890}},"request_ip":"1.2.3.4","originalTimestamp":"2026-01-02T00:00:00Z"}\n',
    );
    expect((await run('rows.ndjson', '--from', 'rudderstack')).status).toBe(0);
    expect(received()).toMatchObject([
      { type: 'identify', userId: '7', context: { ip: '1.2.3.4' }, timestamp: '2026-01-02T00:00:00Z' },
    ]);
    expect(server.simulator.requests[0]?.body).toContain('"traits":{"n":12345678901234567890}');
  });

  test('warehouse takes tables by their columns and names, in CSV and JSON, large or small', async () => {
    put(
      'tracks.csv',
      'ID,USER_ID,EVENT,EVENT_TEXT,CONTEXT_PAGE_URL,CONTEXT_USER_AGENT,REVENUE,ZIP,LIST,TIMESTAMP,UUID_TS\nm1,u1,order_done,Order Done,https://x,UA,99.5,01234,"[""a""]",2026-01-02 03:04:05.678,2026\n',
    );
    put(
      'prod.identifies.json',
      '[{"id":"m2","user_id":42,"plan":"pro","seats":null,"context_traits_email":"e@x","received_at":"2026-01-02 03:04:05 UTC"}]',
    );
    put('mystery.csv', 'id,user_id\nm3,u3\n');
    const { status, stdout } = await run('tracks.csv', '*.json', 'mystery.csv', '--from', 'warehouse', '--json');
    expect({ status, out: JSON.parse(stdout) as unknown }).toMatchObject({
      status: 1,
      out: {
        rows: 3,
        delivered: 2,
        failed: 1,
        failures: 'import.failures.ndjson',
        reasons: [{ count: 1, code: 'invalid_input' }],
      },
    });
    expect(received()).toEqual([
      {
        type: 'track',
        messageId: 'm1',
        userId: 'u1',
        event: 'Order Done',
        timestamp: '2026-01-02T03:04:05.678Z',
        context: { page: { url: 'https://x' }, userAgent: 'UA' },
        properties: { revenue: 99.5, zip: '01234', list: ['a'] },
      },
      {
        type: 'identify',
        messageId: 'm2',
        userId: '42',
        timestamp: '2026-01-02T03:04:05Z',
        context: { traits: { email: 'e@x' } },
        traits: { plan: 'pro' },
      },
    ]);
  });

  test('--dry-run shows the first events, counts reasons, sends nothing and leaves no file', async () => {
    put(
      'rows.ndjson',
      '{"type":"track","userId":"u","event":"E","messageId":"m"}\n{"type":"track","event":"E"}\n{"type":"track","event":"F"}\n',
    );
    const { status, stdout } = await run('rows.ndjson', '--from', 'segment-archive', '--dry-run');
    expect({ status, stdout }).toMatchObject({
      status: 1,
      stdout: expect.stringMatching(
        /"event":"E"[^]*3 rows, 1 event would go to http[^]*dry run\.\n {2}2 × missing field 'userId'/,
      ),
    });
    expect(server.simulator.requests).toEqual([]);
    expect(findFiles([cwd])).toEqual([join(cwd, 'rows.ndjson')]);
  });

  test.each([
    [['rows.ndjson'], 'give --map SCRIPT, or --from'],
    [['rows.ndjson', '--map', 'm.lua', '--from', 'warehouse'], 'give one of --map and --from'],
    [['none/*.gz', '--from', 'warehouse'], "there is no file for 'none/*.gz'"],
  ])('is used wrongly: %j', async (args, message) => {
    put('rows.ndjson', '{}');
    mkdirSync(join(cwd, 'none'));
    expect(await run(...args)).toMatchObject({ status: 2, stdout: '', stderr: expect.stringContaining(message) });
  });
});

test.each([
  ['2026-11-24 08:00:00', '2026-11-24T08:00:00Z'],
  ['2026-11-24 08:00:00.123456 UTC', '2026-11-24T08:00:00.123456Z'],
  ['2026-11-24 08:00:00.1 +0100', '2026-11-24T08:00:00.1+0100'],
  ['2026-11-24 08:00:00+00', '2026-11-24T08:00:00+00:00'],
  ['1.764E9', '2025-11-24T16:00:00.000Z'],
  [1_764_000_000_000_000, '2025-11-24T16:00:00.000Z'],
  ['yesterday', 'yesterday'],
])('a moment of an export: %s', (written, moment) => {
  expect(readMoment(written)).toBe(moment);
});

test('what the clock of a sender was wrong by is taken from its own time', () => {
  const moments = { timestamp: null, original: '2026-01-01T00:00:10Z', sent: '2026-01-01T00:00:20Z' };
  expect(findMoment({ ...moments, received: '2026-01-01T00:00:15Z' })).toBe('2026-01-01T00:00:05.000Z');
  expect(findMoment({ ...moments, received: undefined })).toBe('2026-01-01T00:00:10Z');
});
