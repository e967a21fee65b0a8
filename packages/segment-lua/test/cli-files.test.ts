import { existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

import { beforeEach, describe, expect, jest, test } from '@jest/globals';
import { startSimulatorServer } from '@moonwire/segment-sdk/simulator/server';

import { type Outcome, outcomeOf, printed, runCli, startCli } from './run-cli.js';
import { temporaryFolder } from './temporary-folder.js';

jest.setTimeout(120_000);

let cwd: string;
beforeEach(() => {
  cwd = temporaryFolder();
});

const put = (name: string, content: string): void => {
  mkdirSync(dirname(join(cwd, name)), { recursive: true });
  writeFileSync(join(cwd, name), content);
};
const cli = (...args: string[]): Promise<Outcome> => runCli(args, { cwd });

describe('A script of the command line requires the files beside it', () => {
  beforeEach(() => {
    put('work/shop/prices.lua', 'return { book = 12, fail = function() error("sold out") end }');
    put('outside.lua', 'return "secret"');
  });

  test('and below, in run, import, repl and check; errors name the file and the line', async () => {
    put(
      'work/main.lua',
      'local prices = require("shop.prices")\nprint(prices.book, require("shop/prices").book)\nprices.fail()',
    );
    const { status, stdout, stderr } = await cli('run', 'work/main.lua', '--quiet');
    expect({ status, stdout, stderr }).toMatchObject({
      status: 1,
      stdout: '12\t12\n',
      stderr: expect.stringMatching(/^shop\/prices\.lua:1: sold out/),
    });
    put('work/rows.csv', 'id\nu1\n');
    put(
      'work/map.lua',
      'local p = require("shop.prices")\nreturn function(row) app.integrations.segment.track({ event = "E" .. p.book, userId = row.id }) end',
    );
    expect((await cli('import', 'work/rows.csv', '--map', 'work/map.lua')).stdout).toContain(
      '1 event delivered to the simulator',
    );
    put('prices.lua', 'return 7');
    expect((await runCli(['repl'], { cwd, input: 'require("prices")\n' })).stdout).toContain('7');
    put('work/json.lua', 'return { own = true }');
    put('work/own.lua', 'print(require("json").own)');
    expect(await runCli(['check', 'work/own.lua'], { cwd })).toMatchObject({ status: 0, stdout: '' });
    expect(await runCli(['run', '-q', 'work/own.lua'], { cwd })).toMatchObject({ stdout: 'true\n', stderr: '' });
    put('work/bad.lua', 'require("shop.broken")\n-- require("nothing")\nlocal x = require "shop.missing"');
    put('work/shop/broken.lua', 'app.integrations.segment.trakc({})');
    const checked = await cli('check', 'work/bad.lua');
    expect(checked.status).toBe(1);
    expect(checked.stdout).toMatch(
      /work\/bad\.lua:3: module 'shop\.missing' not found: there is no file shop\/missing\.lua[^]*work\/shop\/broken\.lua:1(:\d+)?: /,
    );
    expect(checked.stdout).not.toContain("'nothing'");
  });

  test.each(['../outside', '..outside', '/etc/passwd', 'link', 'folder.link', 'shop..prices', ''])(
    'and none other: %j',
    async (name) => {
      symlinkSync(join(cwd, 'outside.lua'), join(cwd, 'work/link.lua'));
      symlinkSync(cwd, join(cwd, 'work/folder'));
      put('link.lua', 'return "secret"');
      put('work/main.lua', `print(pcall(require, "${name}"))`);
      const { stdout } = await cli('run', 'work/main.lua', '--quiet');
      expect(stdout).toMatch(/^false\t.*not found/);
    },
  );

  test('and cycles say so', async () => {
    put('work/a.lua', 'return require("b")');
    put('work/b.lua', 'return require("a")');
    put('work/main.lua', 'require("a")');
    expect((await cli('run', 'work/main.lua')).stderr).toContain('Modules require each other: a → b → a');
  });
});

describe('segment-lua init', () => {
  test('writes a first script and map that run, and replaces nothing unless it is told to', async () => {
    expect((await cli('init', 'new')).stdout).toContain('segment-lua run new/hello.lua');
    expect(await cli('run', 'new/hello.lua')).toMatchObject({
      status: 0,
      stdout: expect.stringContaining('Hello from My Workspace'),
    });
    expect((await cli('import', 'new/orders.csv', '--map', 'new/map.lua')).stdout).toContain(
      '2 rows, 2 events delivered to the simulator',
    );
    expect((await cli('check', 'new/hello.lua', 'new/map.lua')).status).toBe(0);
    put('new/hello.lua', 'mine');
    expect(await cli('init', 'new')).toMatchObject({ status: 2, stderr: expect.stringContaining('--force') });
    expect(readFileSync(join(cwd, 'new/hello.lua'), 'utf8')).toBe('mine');
    expect((await cli('init', 'new', '--force', '--json')).stdout).toContain('"new/hello.lua"');
    expect(readFileSync(join(cwd, 'new/hello.lua'), 'utf8')).not.toBe('mine');
    expect(existsSync(join(cwd, 'hello.lua'))).toBe(false);
  });
});

describe('segment-lua run --deadline', () => {
  test('ends a script that takes longer', async () => {
    put('endless.lua', 'local t while true do t = { t = {} } end');
    const { status, stderr } = await cli('run', 'endless.lua', '--deadline', '1');
    expect({ status, stderr }).toMatchObject({ status: 1, stderr: expect.stringContaining('deadline of 1 s') });
  });

  test('ends a delivery that takes longer, and reports what did not arrive', async () => {
    const server = await startSimulatorServer({ faults: [{ status: 503, share: 1, on: 'tracking' }] });
    put('send.lua', 'app.integrations.segment.track({ event = "E", userId = "u" })');
    const sent = await cli('run', 'send.lua', '--url', server.url, '--deadline', '2', '--json');
    await server.close();
    expect(sent.status).toBe(1);
    expect(JSON.parse(sent.stdout)).toMatchObject({
      ok: false,
      deliveries: { queued: 1, delivered: 0, failed: [{ operation: 'track' }] },
    });
  });
});

describe('segment-lua simulate', () => {
  test('logs what it receives, lists it, and takes faults at the start and while it runs', async () => {
    const child = startCli(
      ['simulate', '--fault', 'status=429,retry-after=1,times=2', '--fault', 'latency=5,share=10%'],
      { cwd },
    );
    let output = '';
    child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
    await printed(child, 'Ctrl-C ends it.');
    const [url = ''] = /http:\/\/127\.0\.0\.1:\d+/.exec(output) ?? [];
    const post = (path: string, body: object) => fetch(url + path, { method: 'POST', body: JSON.stringify(body) });
    const logged = printed(child, '2 events');
    const batch = [
      { type: 'track', event: 'E\u001B[2J', userId: 'u1' },
      { type: 'identify', userId: 'u2' },
    ];
    const statuses = [];
    for (let at = 0; at < 3; at += 1) statuses.push((await post('/v1/batch', { writeKey: 'secret', batch })).status);
    expect(statuses).toEqual([429, 429, 200]);
    await logged;
    const listed = (await (await fetch(`${url}/_simulator/events?type=identify`)).json()) as object;
    expect(listed).toMatchObject({ total: 1, events: [{ userId: 'u2' }] });
    expect((await post('/_simulator/faults', { drop: 'soon' })).status).toBe(400);
    child.kill('SIGINT');
    await outcomeOf(child);
    expect(output).toMatch(
      /\d\d:\d\d:\d\d {2}POST \/v1\/batch {2}429[^]*POST \/v1\/batch {2}200 {2}2 events: track E\?\[2J u1, identify u2/,
    );
    expect(output).not.toContain('secret');
    expect(await cli('simulate', '--fault', 'statsu=503')).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('status'),
    });
  });

  test('holds what arrives to a plan, says what broke it, and lists what it blocked', async () => {
    writeFileSync(join(cwd, 'plan.json'), JSON.stringify({ events: { Paid: { properties: { total: 'number' } } } }));
    const child = startCli(['simulate', '--plan', 'plan.json', '--enforce', 'block'], { cwd });
    let output = '';
    child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
    await printed(child, 'Ctrl-C ends it.');
    const [url = ''] = /http:\/\/127\.0\.0\.1:\d+/.exec(output) ?? [];
    const batch = [
      { type: 'track', event: 'Paid', userId: 'u1', properties: { total: 1 } },
      { type: 'track', event: 'Paid', userId: 'u2', properties: { total: 'x' } },
      { type: 'track', event: 'Paid', userId: 'u3', properties: { total: 2, note: 'n' } },
      { type: 'track', event: 'Pay', userId: 'u4' },
    ];
    const logged = printed(child, '4 events');
    await fetch(`${url}/v1/batch`, { method: 'POST', body: JSON.stringify({ writeKey: 'k', batch }) });
    await logged;
    const list = async (what: string) => (await (await fetch(`${url}/_simulator/${what}`)).json()) as object;
    expect(await list('events')).toMatchObject({
      total: 2,
      events: [{ userId: 'u1' }, { userId: 'u3', body: { properties: { total: 2 } } }],
    });
    expect(await list('violations')).toMatchObject({
      total: 3,
      broken: [
        { outcome: 'blocked' },
        { outcome: 'omitted' },
        { outcome: 'blocked', violations: [{ type: 'Unplanned Event' }] },
      ],
    });
    await fetch(`${url}/_simulator/reset`, { method: 'POST' });
    expect(await list('violations')).toEqual({ total: 0, broken: [] });
    child.kill('SIGINT');
    await outcomeOf(child);
    expect(output).toMatch(
      /blocked, for it breaks the plan: track Paid u2: properties.total: number expected, got string/,
    );
    expect(output).toMatch(/without what breaks the plan: track Paid u3: properties.note is not planned/);
    expect(await cli('simulate', '--enforce', 'omit')).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('--plan'),
    });
  });
});
