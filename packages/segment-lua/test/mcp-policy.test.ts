import { spawnSync } from 'node:child_process';
import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { Client } from '@modelcontextprotocol/client';
import { StdioClientTransport } from '@modelcontextprotocol/client/stdio';

import { CLI } from './run-cli.js';
import { temporaryFolder } from './temporary-folder.js';

const folder = temporaryFolder();
const env = { PATH: process.env['PATH'] ?? '', XDG_CONFIG_HOME: folder };
const segment = 'app.integrations.segment';
const track = (account: string): string => `${segment}.${account}.track({ event = "E", userId = "u" })`;

const write = (name: string, content: unknown): string => {
  const path = join(folder, name);
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content));
  return path;
};

interface Connected {
  readonly client: Client;
  /** What the person was asked. */
  readonly asked: string[];
}

type Answer = 'yes' | 'no' | 'cancel';

/** Connects a client whose person answers; undefined stands for a client that cannot ask anybody. */
const connect = async (
  args: readonly string[],
  answer: Answer | (() => Answer) | undefined,
  { name = 'test', revision = '2026-07-28' } = {},
): Promise<Connected> => {
  const client = new Client(
    { name, version: '1' },
    {
      ...(revision === '2026-07-28' && { versionNegotiation: { mode: { pin: revision } } }),
      capabilities: answer === undefined ? {} : { elicitation: { form: {} } },
    },
  );
  const asked: string[] = [];
  if (answer !== undefined)
    client.setRequestHandler('elicitation/create', ({ params }) => {
      asked.push(params.message);
      const said = typeof answer === 'function' ? answer() : answer;
      return said === 'cancel'
        ? { action: 'cancel' as const }
        : { action: 'accept' as const, content: { allow: said === 'yes' } };
    });
  await client.connect(new StdioClientTransport({ command: process.execPath, args: [CLI, 'mcp', ...args], env }));
  return { client, asked };
};

const run = async (client: Client, code: string) =>
  (await client.callTool({ name: 'execute_lua', arguments: { code } })).structuredContent as {
    readonly ok: boolean;
    readonly error?: { readonly code: string; readonly message: string };
    readonly deliveries: { readonly delivered: number };
  };

const asking = write('asking.json', {
  rules: [
    { account: 'production', effect: 'write', then: 'ask' },
    { account: 'staging', then: 'deny' },
  ],
  clients: { trusted: { rules: [{ account: 'staging', then: 'allow' }] } },
});

describe.each(['2026-07-28', '2025-11-25'])('a policy that asks, in the revision of %s', (revision) => {
  let person: Answer = 'yes';
  let connected: Connected;
  beforeAll(async () => {
    connected = await connect(['--policy', asking], () => person, { revision });
  });
  afterAll(() => connected.client.close());

  const runFor = async (answer: Answer, code: string) => {
    person = answer;
    connected.asked.length = 0;
    return run(connected.client, code);
  };

  test('has the client ask once for each call, and goes on with what is allowed', async () => {
    const code = `n = (n or 0) + 1 ${track('default')} ${track('production')} ${track('production')} return n`;
    expect(await runFor('yes', code)).toMatchObject({ ok: true, values: [1], deliveries: { delivered: 3 } });
    expect(connected.asked).toHaveLength(2);
    expect(connected.asked[0]).toMatch(
      /call app\.integrations\.segment\.production\.track on line 1, which writes .*"event":"E"/,
    );
  });

  test('asks about calls that are made at once', async () => {
    const code = `parallel({ 1, 2 }, function() ${track('production')} end)`;
    expect(await runFor('yes', code)).toMatchObject({ ok: true, deliveries: { delivered: 2 } });
    expect(connected.asked).toHaveLength(2);
  });

  test.each(['no', 'cancel'] as const)('denies what was answered by %s', async (answer) => {
    const { error, deliveries } = await runFor(answer, `${track('default')} ${track('production')}`);
    expect({ error, deliveries }).toMatchObject({
      error: { code: 'denied', message: expect.stringContaining(`approval was refused; whoever keeps ${asking}`) },
      deliveries: { delivered: 1 },
    });
    expect(connected.asked).toHaveLength(1);
  });
});

test('a client that cannot ask is denied what is to be asked about', async () => {
  const { client } = await connect(['--policy', asking], undefined);
  const { error } = await run(client, track('production'));
  expect(error).toMatchObject({ code: 'denied', message: expect.stringContaining('nobody is there to ask') });
  await client.close();
});

test('what deletes is asked about where a policy says nothing of it', async () => {
  const { client, asked } = await connect(['--policy', asking], 'no');
  const { error } = await run(client, `${segment}.delete_source({ source_id = "source-1" })`);
  expect([error?.code, asked.length]).toEqual(['denied', 1]);
  expect(asked[0]).toContain('deletes or replaces');
  await client.close();
});

test('a client has rules of its own, by its name, before those of all', async () => {
  const codes = [];
  for (const name of ['test', 'trusted']) {
    const { client } = await connect(['--policy', asking], undefined, { name });
    codes.push((await run(client, track('staging'))).error?.code);
    await client.close();
  }
  expect(codes).toEqual(['denied', undefined]);
});

test('--read-only stays read-only, whatever a policy allows', async () => {
  const open = write('open.json', { rules: [{ then: 'allow' }] });
  const { client } = await connect(['--read-only', '--policy', open], 'yes');
  expect((await run(client, track('default'))).error?.code).toBe('denied');
  await client.close();
});

test.each(['run', 'mcp'])('%s says which accounts of a policy are not there, and goes on', (command) => {
  const path = write('accounts.json', {
    rules: [
      { account: 'prodction', then: 'deny' },
      { account: 'staging', then: 'deny' },
    ],
    clients: { a: { rules: [{ account: 'elsewhere', then: 'deny' }] } },
  });
  const { status, stderr } = spawnSync(process.execPath, [CLI, command, '--policy', path], {
    env,
    encoding: 'utf8',
    input: '',
  });
  const told = stderr.split('\n').filter((line) => line.startsWith('--policy'));
  expect([status, told]).toEqual([
    0,
    [
      `--policy ${path}: there is no account 'prodction' here, so its rules match nothing. Did you mean: production`,
      expect.stringMatching(/'elsewhere' here.* Available: default, production, staging$/),
    ],
  ]);
});

describe('a policy that says something else than it seems to is refused before anything is run', () => {
  const script = write('track.lua', track('default'));
  test.each([
    [{ rules: [{ effect: 'writes', then: 'deny' }] }, "policy.rules[0].effect cannot be 'writes'. Did you mean: write"],
    [{ rules: [{ operation: 'trak', then: 'deny' }] }, "cannot be 'trak'. Did you mean: track"],
    [{ rule: [] }, "policy, a field, cannot be 'rule'. Did you mean: rules"],
    [{ rules: [], client: {} }, "cannot be 'client'"],
    [{ rules: [], clients: { a: { rules: [{ then: 'denied' }] } } }, "clients['a'].rules[0].then cannot be 'denied'"],
    [{ rules: [], clients: [] }, 'clients must be an object'],
    [[], 'must be an object such as'],
    ['{ rules: [] }', 'is not JSON'],
  ])('%j', (policy, message) => {
    const path = write('wrong.json', policy);
    const { status, stderr } = spawnSync(process.execPath, [CLI, 'run', script, '--policy', path], {
      env,
      encoding: 'utf8',
    });
    expect({ status, stderr }).toEqual({ status: 2, stderr: expect.stringContaining(`--policy ${path}: `) });
    expect(stderr).toContain(message);
  });

  test('a file that is not there', () => {
    const { status, stderr } = spawnSync(process.execPath, [CLI, 'mcp', '--policy', join(folder, 'none')], {
      env,
      encoding: 'utf8',
      input: '',
    });
    expect([status, stderr]).toEqual([2, expect.stringContaining('cannot be read: there is no such file')]);
  });
});

describe('--audit', () => {
  const readLog = (path: string): Record<string, unknown>[] =>
    readFileSync(path, 'utf8')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Record<string, unknown>);

  test('writes down who had what run and what came of it, and nothing of the script or what it sent', async () => {
    const path = join(folder, 'audit.ndjson');
    const { client } = await connect(['--policy', asking, '--audit', path], 'no', { name: 'some agent' });
    await run(client, `${track('default')} ${track('default')} ${track('production')}`);
    await client.close();
    const [started, ended] = readLog(path);
    expect(started).toMatchObject({
      event: 'run_started',
      client: 'some agent',
      target: 'simulator',
      script: expect.stringMatching(/^sha256:[0-9a-f]{64}$/),
      dry_run: false,
    });
    expect(ended).toMatchObject({
      event: 'run_ended',
      run: started?.['run'],
      ok: false,
      error: 'denied',
      calls: expect.arrayContaining([
        { operation: 'track', account: 'default', effect: 'write', status: 'delivered', count: 2 },
        { operation: 'track', account: 'production', effect: 'write', status: 'denied', error: 'denied', count: 1 },
      ]),
      deliveries: { queued: 2, delivered: 2, dropped: 0, failed: 0 },
    });
    expect(readFileSync(path, 'utf8')).not.toMatch(/userId|simulator-default|"E"/);
    expect(statSync(path).mode & 0o777).toBe(0o600);
  });

  test('begins another file when one is full, and keeps the full ones', async () => {
    const path = write('full.ndjson', `${'x'.repeat(10_000_000)}\n`);
    write('full.ndjson.1', 'older\n');
    const { client } = await connect(['--audit', path], undefined);
    await run(client, 'return 1');
    await client.close();
    expect(readLog(path).map(({ event }) => event)).toEqual(['run_started', 'run_ended']);
    expect(statSync(`${path}.1`).size).toBe(10_000_001);
    expect(readFileSync(`${path}.2`, 'utf8')).toBe('older\n');
  });

  test('serves nobody when it cannot be written', () => {
    const path = join(folder, 'none', 'audit.ndjson');
    const { status, stderr } = spawnSync(process.execPath, [CLI, 'mcp', '--audit', path], {
      env,
      encoding: 'utf8',
      input: '',
    });
    expect([status, stderr]).toEqual([2, expect.stringContaining(`--audit ${path}: cannot be written (ENOENT)`)]);
  });
});
