import { once } from 'node:events';
import { renameSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';

import { describe, expect, test } from '@jest/globals';
import { startSimulatorServer } from '@moonwire/segment-sdk/simulator/server';

import { outcomeOf, printed, runCli, startCli } from './run-cli.js';
import { temporaryFolder } from './temporary-folder.js';

const segment = 'app.integrations.segment';
const track = `${segment}.track({ event = "Order Completed", userId = "user-42" })`;

const scriptFile = (code: string, name = 'script.lua'): { readonly cwd: string; readonly file: string } => {
  const cwd = temporaryFolder();
  writeFileSync(join(cwd, name), code);
  return { cwd, file: join(cwd, name) };
};

describe('segment-lua run', () => {
  test('prints what the script printed, what was received and what it cost', async () => {
    const { stdout, stderr, status } = await runCli(['run', '-'], {
      input: `print("hello")\n${track}\n${segment}.staging.page({ name = "Home", anonymousId = "v-1" })`,
    });
    expect(stderr).toBe('');
    expect(status).toBe(0);
    const lines = stdout.split('\n');
    expect(lines[0]).toBe('hello');
    expect(lines.slice(1, 4)).toEqual([
      '',
      'The simulator received 2 events',
      expect.stringMatching(/^TYPE +USER +EVENT +ACCOUNT +MESSAGE ID$/),
    ]);
    expect(lines[4]).toMatch(/^track +user-42 +Order Completed +default +[0-9a-f-]+$/);
    expect(lines[5]).toMatch(/^page +v-1 +Home +staging +[0-9a-f-]+$/);
    expect(lines[7]).toMatch(/^2 calls · 2 batches · \d+ ms$/);
  });

  test('keeps its table within the width of the terminal, and lets no event name write there', async () => {
    const input = [`string.rep("é", 200)`, `"a\\27[31mb\\nc"`]
      .map((event) => `${segment}.track({ event = ${event}, userId = "user-42" })`)
      .join('\n');
    const { stdout } = await runCli(['run'], { input, env: { COLUMNS: '60' } });
    const widths = stdout.split('\n').map((line) => line.length);
    expect(Math.max(...widths)).toBe(60);
    expect(stdout).toMatch(/^track +user-42 +ab\\nc +default/m);
  });

  test('reads no axios where nothing goes over the network', async () => {
    const modules = { NODE_DEBUG: 'module' };
    const simulated = await runCli(['run'], { input: track, env: modules });
    expect(simulated).toMatchObject({ status: 0, stdout: expect.stringContaining('received 1 event') });
    expect(simulated.stderr).not.toContain('axios');
    const server = await startSimulatorServer();
    const sent = await runCli(['run', '--url', server.url], { input: track, env: modules });
    await server.close();
    expect(sent).toMatchObject({ status: 0, stderr: expect.stringContaining('axios') });
  });

  test('prints only what the script prints when it is to be quiet', async () => {
    expect(await runCli(['run', '--quiet', '-'], { input: `io_free = true print("hello") ${track}` })).toEqual({
      status: 0,
      stdout: 'hello\n',
      stderr: '',
    });
  });

  test('prints one JSON object', async () => {
    const { stdout, stderr, status } = await runCli(['run', '--json'], {
      input: `print("hello")\n${track}\nreturn 1, "two"`,
    });
    expect({ stderr, status }).toEqual({ stderr: '', status: 0 });
    expect(JSON.parse(stdout)).toMatchObject({
      ok: true,
      output: 'hello\n',
      values: [1, 'two'],
      calls: [{ operation: 'track', account: 'default', line: 2, status: 'delivered' }],
      deliveries: { queued: 1, delivered: 1, dropped: 0, failed: [] },
      received: [{ type: 'track', account: 'default', event: 'Order Completed', userId: 'user-42' }],
      usage: { batches: 1 },
    });
  });

  test('names the file, the line and the code of an error', async () => {
    const { cwd, file } = scriptFile('print("before")\nlocal order = nil\nprint(order.id)', 'order.lua');
    const { stdout, stderr, status } = await runCli(['run', file], { cwd });
    expect(status).toBe(1);
    expect(stdout).toMatch(/^before\n/);
    const [error, hint] = stderr.split('\n');
    expect(error).toBe("order.lua:3: attempt to index a nil value (local 'order') [runtime]");
    expect(hint).toContain('hint: line 3: order is nil here');
  });

  test('calls standard input stdin', async () => {
    const { stderr, status } = await runCli(['run'], { input: `${segment}.trakc({})` });
    expect(status).toBe(1);
    expect(stderr).toBe(`stdin:1: Unknown function: ${segment}.trakc. Did you mean: track [unknown_function]\n`);
  });

  test.each([
    { args: ['run', '.'], stderr: "segment-lua: cannot read '.': it is a directory\n" },
    ...[
      ['run', 'missing.lua'],
      ['run', '-', '--plan', 'missing.json'],
      ['run', '-', '--policy', 'missing.json'],
      ['import', 'missing.csv', '--from', 'warehouse'],
      ['accounts', 'import', 'missing.json'],
      ['plan', 'types', 'missing.json'],
      ['tokens', 'list', 'missing.json'],
    ].map((args) => ({ args, stderr: /^segment-lua: .*missing.*: there is no such file\n$/ })),
    { args: ['run', '--tiemout', '3'], stderr: /unknown option '--tiemout'\n\(Did you mean --timeout\?\)/ },
    { args: ['run', '--timeout', 'soon'], stderr: /Expected a positive number of seconds/ },
    { args: ['run', '--arg', 'novalue'], stderr: /Expected NAME=VALUE/ },
    { args: ['rnu'], stderr: /unknown command 'rnu'\n\(Did you mean run\?\)/ },
    { args: ['help', 'rnu'], stderr: /^error: unknown command 'rnu'\n\(Did you mean run\?\)/ },
    { args: ['help', 'tokens', 'lst'], stderr: /^error: unknown command 'lst'\n\(Did you mean list\?\)/ },
    { args: ['plan', 'help', 'pul'], stderr: /^error: unknown command 'pul'\n\(Did you mean pull\?\)/ },
    { args: ['run', 'help'], stderr: "segment-lua: cannot read 'help': there is no such file\n" },
  ])('exits 2 when it is used wrongly: $args', async ({ args, stderr }) => {
    const outcome = await runCli(args);
    expect(outcome.status).toBe(2);
    expect(outcome.stdout).toBe('');
    if (typeof stderr === 'string') expect(outcome.stderr).toBe(stderr);
    else expect(outcome.stderr).toMatch(stderr);
  });

  test.each([
    [['help'], '[options] [command]'],
    [['help', 'run'], 'run [options] [file]'],
    [['help', 'accounts', 'add'], 'accounts add [options] <name>'],
    [['accounts', 'help', 'add'], 'accounts add [options] <name>'],
  ])('shows how a command is used: %j', async (args, usage) => {
    const { status, stdout, stderr } = await runCli(args);
    expect({ status, stderr, usage: stdout.split('\n')[0] }).toEqual({
      status: 0,
      stderr: '',
      usage: `Usage: segment-lua ${usage}`,
    });
  });

  test('hands arguments to the script', async () => {
    const { stdout } = await runCli(['run', '-q', '--arg', 'month=2026-11', '--arg', 'plan=a=b'], {
      input: 'print(args.month, args.plan)',
    });
    expect(stdout).toBe('2026-11\ta=b\n');
  });

  test('lets another account be the default', async () => {
    const { stdout } = await runCli(['run', '--json', '--account', 'staging'], { input: track });
    expect((JSON.parse(stdout) as { received: unknown[] }).received).toMatchObject([{ account: 'staging' }]);
  });

  test('stops a script that takes too long', async () => {
    const { stderr, status } = await runCli(['run', '--timeout', '0.2'], { input: 'while true do end' });
    expect(status).toBe(1);
    expect(stderr).toMatch(/^stdin:1: .*\[limit_time\]\n {2}hint: line 1: --timeout gives a script longer/);
  });

  test('lets a script make many calls', async () => {
    const { stdout, status } = await runCli(['run'], { input: `for i = 1, 12000 do ${track} end` });
    expect(status).toBe(0);
    expect(stdout).toContain('The simulator received 12,000 events');
    expect(stdout).toContain('… and 11,950 more');
  });

  test('shows what would be sent, and sends nothing', async () => {
    const input = `${track}\nprint(${segment}.get_workspace({ slug = "acme" }).name)`;
    const { stdout, status } = await runCli(['run', '--dry-run'], { input });
    expect(status).toBe(0);
    expect(stdout).toMatch(/^<name>\n/);
    expect(stdout).toContain('POST https://api.segment.io/v1/batch');
    expect(stdout).toContain('"event": "Order Completed"');
    expect(stdout).toContain('GET https://api.segmentapis.com/');
    expect(stdout).not.toContain('received');
  });

  test('waits for Segment at each call when it is to confirm', async () => {
    const { stdout } = await runCli(['run', '-q', '--confirm'], { input: `print(${track}.status)` });
    expect(stdout).toBe('delivered\n');
  });

  test('reports events that were not delivered', async () => {
    const server = await startSimulatorServer({ port: 0 });
    server.simulator.inject({ status: 400, body: '{"message":"no"}', times: Infinity });
    const { cwd, file } = scriptFile(`-- one\n${track}`);
    const { stdout, stderr, status } = await runCli(['run', file, '--url', server.url], { cwd });
    await server.close();
    expect(status).toBe(1);
    expect(stdout).toContain(`${server.url} received no events`);
    expect(stderr).toMatch(
      /^script\.lua:2: the event was not delivered: .*400.* \[not_delivered\]\n {2}line 2: track [0-9a-f-]{36}: .*400/,
    );
  });

  test('delivers what is queued when it is interrupted, and exits 130', async () => {
    const server = await startSimulatorServer({ port: 0 });
    const child = startCli(['run', '-', '--url', server.url]);
    child.stdin.end(`${track}\nprint("ready")\nwhile true do end`);
    await once(child.stdout, 'data');
    child.kill('SIGINT');
    const { status, stderr } = await outcomeOf(child);
    const { events } = server.simulator;
    await server.close();
    expect(status).toBe(130);
    expect(stderr).toContain('Stopping: delivering what is queued');
    expect(events).toHaveLength(1);
  });

  test('ends at once at the second interrupt', async () => {
    const server = await startSimulatorServer({ port: 0 });
    server.simulator.inject({ hang: true, times: Infinity });
    const child = startCli(['run', '-', '--url', server.url]);
    child.stdin.end(`${track}\nprint("ready")\nwhile true do end`);
    await once(child.stdout, 'data');
    child.kill('SIGINT');
    await once(child.stderr, 'data');
    child.kill('SIGINT');
    const [status] = (await once(child, 'exit')) as [number];
    await server.close();
    expect(status).toBe(130);
  });

  test('colours nothing when NO_COLOR is set', async () => {
    const forced = await runCli(['run'], { input: track, env: { FORCE_COLOR: '1' } });
    const plain = await runCli(['run'], { input: track, env: { FORCE_COLOR: '1', NO_COLOR: '1' } });
    expect(forced.stdout).toContain('\u001B[1m');
    expect(plain.stdout).not.toContain('\u001B');
  });

  test('explains itself', async () => {
    const { stdout, stderr, status } = await runCli(['run', '--help']);
    expect({ stderr, status }).toEqual({ stderr: '', status: 0 });
    expect(stdout).toContain('Exit codes: 0');
    expect(stdout).toContain('--dry-run');
  });
});

describe('segment-lua run --watch', () => {
  test('runs again when the file changes, until it is interrupted', async () => {
    const { cwd, file } = scriptFile('print("first")');
    const child = startCli(['run', file, '--watch', '-q'], { cwd });
    const ended = outcomeOf(child);
    await printed(child, 'first');
    writeFileSync(file, 'print("second")');
    await printed(child, 'second');
    // As many editors save.
    writeFileSync(`${file}.new`, 'print("third")');
    renameSync(`${file}.new`, file);
    await printed(child, 'third');
    child.kill('SIGINT');
    const { stdout, status } = await ended;
    expect(stdout).toBe('first\nsecond\nthird\n');
    expect(status).toBe(130);
  });

  test('runs again for a change that was made while it ran', async () => {
    const { cwd, file } = scriptFile('app.integrations.segment.verify_token() print("first")');
    // The script waits for an answer, and the file changes before there is one.
    const server = createServer((_request, response) => {
      writeFileSync(file, 'print("second")');
      response.writeHead(401).end('{}');
    });
    await once(server.listen(0, '127.0.0.1'), 'listening');
    const { port } = server.address() as AddressInfo;
    const child = startCli(['run', file, '--watch', '-q', '--url', `http://127.0.0.1:${port}`], { cwd });
    const ended = outcomeOf(child);
    await printed(child, 'second');
    child.kill('SIGINT');
    expect((await ended).stdout).toBe('first\nsecond\n');
    server.close();
  });

  test('needs a file', async () => {
    expect(await runCli(['run', '--watch', '-'])).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('--watch needs a file'),
    });
  });
});
