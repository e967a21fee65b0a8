import { once } from 'node:events';
import { mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, test } from '@jest/globals';
import { startSimulatorServer } from '@moonwire/segment-sdk/simulator/server';

import { outcomeOf, runCli, startCli } from './run-cli.js';
import { temporaryFolder } from './temporary-folder.js';

const segment = 'app.integrations.segment';
const track = `${segment}.track({ event = "Order Completed", userId = "user-42" })`;

describe('segment-lua docs and search', () => {
  test('list the pages', async () => {
    const { stdout, stderr, status } = await runCli(['docs']);
    expect({ stderr, status }).toEqual({ stderr: '', status: 0 });
    expect(stdout).toMatch(/^track +Track a custom event/m);
  });

  test('read a page, by any name a script knows it by', async () => {
    const pages = await Promise.all(['track', `${segment}.track`].map((page) => runCli(['docs', page])));
    expect(pages[0]?.stdout).toContain('Order Completed');
    expect(pages[1]).toEqual(pages[0]);
  });

  test('say what may have been meant', async () => {
    const { stdout, stderr, status } = await runCli(['docs', 'trakc']);
    expect({ stdout, status }).toEqual({ stdout: '', status: 1 });
    expect(stderr).toContain('Did you mean: track');
  });

  test('find pages', async () => {
    const { stdout } = await runCli(['search', '--json', 'worksapce', 'slug']);
    expect((JSON.parse(stdout) as { name: string }[]).map(({ name }) => name)).toContain('get_workspace');
    expect(await runCli(['search', 'qqqqqqqq'])).toMatchObject({ status: 1, stdout: '' });
  });
});

describe('segment-lua check', () => {
  test('prints a line for each problem, and nothing for a good script', async () => {
    const cwd = temporaryFolder();
    writeFileSync(join(cwd, 'bad.lua'), `\n${segment}.trakc({})`);
    writeFileSync(join(cwd, 'good.lua'), track);
    const { stdout, status } = await runCli(['check', 'bad.lua', 'good.lua'], { cwd });
    expect(stdout).toBe(`bad.lua:2:26: Unknown function: ${segment}.trakc. Did you mean: track [unknown_function]\n`);
    expect(status).toBe(1);
    expect(await runCli(['check', 'good.lua'], { cwd })).toEqual({ status: 0, stdout: '', stderr: '' });
    expect((await runCli(['check', 'missing.lua'], { cwd })).status).toBe(2);
  });

  test('says once, in the order of the lines, what is required and not there', async () => {
    const cwd = temporaryFolder();
    writeFileSync(join(cwd, 'bad.lua'), 'local a = require("cjson")\nlocal b = require("own")\nprint(a, b, totl)');
    const { stdout } = await runCli(['check', '--json', 'bad.lua'], { cwd });
    expect((JSON.parse(stdout) as { line: number; hint?: string }[]).map(({ line, hint }) => [line, hint])).toEqual([
      [1, expect.stringContaining('json is there without require')],
      [2, undefined],
      [3, expect.any(String)],
    ]);
  });
});

describe('segment-lua simulate', () => {
  test('serves the simulator until it is stopped', async () => {
    const child = startCli(['simulate', '--json']);
    const [line] = (await once(child.stdout, 'data')) as [Buffer];
    const { url } = JSON.parse(line.toString()) as { url: string };
    const { stdout, status } = await runCli(['run', '--url', url], { input: track });
    child.kill('SIGINT');
    expect({ status, stdout }).toMatchObject({ status: 0, stdout: expect.stringContaining(`${url} received 1 event`) });
    expect((await outcomeOf(child)).status).toBe(0);
  });
});

describe('segment-lua accounts', () => {
  const keys = '{"writeKey":"canary-write-key","apiToken":"sgp_simulator"}';

  test('keep accounts that --live uses, and show no credential', async () => {
    const cwd = temporaryFolder();
    const server = await startSimulatorServer();
    const added = await runCli(['accounts', 'add', 'production', '--region', 'eu'], { cwd, input: keys });
    const steps = [
      added,
      await runCli(['accounts'], { cwd }),
      await runCli(['accounts', 'rename', 'production', 'shop'], { cwd }),
      await runCli(['accounts', 'default', 'shop'], { cwd }),
      await runCli(['accounts', 'explain'], { cwd }),
      await runCli(['accounts', 'test', '--url', server.url], { cwd }),
      await runCli(['run', '--live', '--url', server.url], { cwd, input: track }),
      await runCli(['doctor', '--url', server.url], { cwd }),
      await runCli(['accounts', 'list', '--json'], { cwd }),
      await runCli(['accounts', 'remove', 'shop'], { cwd }),
    ];
    await server.close();
    expect(steps.map(({ status, stderr }) => [status, stderr])).toEqual(steps.map(() => [0, '']));
    expect(JSON.stringify(steps)).not.toContain('canary-write-key');
    const [, list, , , explained, tried, run, doctor, json] = steps.map(({ stdout }) => stdout);
    expect(list).toMatch(/^production \* +writeKey, apiToken +eu/m);
    expect(explained).toContain('accounts.json');
    expect(tried).toContain("shop: reads the workspace 'my-workspace' (eu)");
    expect(run).toContain('received 1 event');
    expect(doctor).toMatch(/✓ shop: reads the workspace 'my-workspace'/);
    expect(JSON.parse(json ?? '')).toMatchObject([
      { name: 'shop', isDefault: true, secrets: ['writeKey', 'apiToken'] },
    ]);
    expect(server.simulator.events.map(({ writeKey }) => writeKey)).toEqual(['canary-write-key']);
  });

  test('lie in a file that only their owner can read', async () => {
    const cwd = temporaryFolder();
    await runCli(['accounts', 'add', 'production'], { cwd, input: keys });
    const file = join(cwd, 'config', 'segment-lua', 'accounts.json');
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(readFileSync(file, 'utf8')).toContain('canary-write-key');
  });

  test('come from the environment first', async () => {
    const server = await startSimulatorServer();
    const env = { SEGMENT_WRITE_KEY: 'from-env', SEGMENT_STAGING_WRITE_KEY: 'staging-from-env' };
    const { status } = await runCli(['run', '--live', '--url', server.url], {
      env,
      input: `${track} ${segment}.staging.track({ event = "E", userId = "u" })`,
    });
    await server.close();
    expect(status).toBe(0);
    expect(server.simulator.events.map(({ writeKey }) => writeKey).sort()).toEqual(['from-env', 'staging-from-env']);
  });

  test('name the variables and the command when there are none', async () => {
    const { status, stderr } = await runCli(['run', '--live'], { input: track });
    expect({ status, stderr }).toEqual({
      status: 1,
      stderr:
        'stdin:1: track: no write key; give writeKey, or set SEGMENT_WRITE_KEY [missing_write_key]\n' +
        '  hint: line 1: segment-lua accounts add default asks for the write key of its source\n',
    });
  });

  test('refuse a name that a function has, and input that is no JSON without repeating it', async () => {
    const taken = await runCli(['accounts', 'add', 'track'], { input: keys });
    expect(taken).toMatchObject({ status: 1, stderr: expect.stringContaining("'track' cannot name an account") });
    const broken = await runCli(['accounts', 'add', 'production'], { input: 'canary-write-key' });
    expect(broken.status).toBe(2);
    expect(broken.stderr).not.toContain('canary');
  });
});

describe('segment-lua doctor', () => {
  test('says what is wrong and what to do', async () => {
    const server = await startSimulatorServer();
    const { stdout, status } = await runCli(['doctor', '--json', '--url', server.url], {
      env: { SEGMENT_API_TOKEN: 'sgp_revoked' },
    });
    await server.close();
    expect(status).toBe(1);
    expect(JSON.parse(stdout)).toMatchObject([
      { ok: true, subject: new URL(server.url).host, message: expect.stringContaining('answers in') },
      { ok: true, subject: 'clock' },
      { ok: false, subject: 'default', message: expect.stringContaining('refuses the API token') },
    ]);
    expect(stdout).not.toContain('sgp_revoked');
    const nowhere = await runCli(['doctor', '--url', 'http://127.0.0.1:1']);
    expect(nowhere.stdout).toContain('✗ 127.0.0.1:1: cannot be reached');
    expect(nowhere.stdout).toContain('✗ accounts: there are none');
  });
});

describe('segment-lua repl', () => {
  const talk = async (...lines: string[]) => runCli(['repl'], { input: `${lines.join('\n')}\n` });

  test('prints values, keeps globals, and continues unfinished lines', async () => {
    const { stdout, stderr, status } = await talk(
      'x = 20',
      'x + 1, "two"',
      'for i = 1, 2 do',
      '  print(i * x)',
      'end',
      'local y = 1',
      'y',
    );
    expect({ stderr, status }).toEqual({ stderr: '', status: 0 });
    expect(stdout).toBe('21\ttwo\n20\n40\nnil\n');
  });

  test('goes on after an error', async () => {
    const { stdout, stderr, status } = await talk('error("boom")', `${segment}.trakc`, ')', 'print("still here")');
    expect(stdout).toBe('still here\n');
    expect(stderr.split('\n').slice(0, 3)).toEqual([
      'stdin:1: boom [runtime]',
      `Unknown function: ${segment}.trakc. Did you mean: track [unknown_function]`,
      "stdin:1: unexpected symbol near ')' [syntax]",
    ]);
    expect(status).toBe(0);
  });

  test('starts anew when a limit ends it, and counts the events of before', async () => {
    const { stdout, stderr, status } = await talk('x = 1', track, 'string.rep("x", 1e9)', 'x', track);
    expect(stderr).toMatch(/^stdin:1: .*'stringBytes'.* \[limit_string\]\nStopped; the globals are gone\.\n$/);
    expect(stdout).toMatch(/nil\n[^]*The simulator received 2 of 2 events\.\n$/);
    expect(status).toBe(0);
  });

  test('reads the documentation and sends events', async () => {
    const { stdout } = await talk(':docs track', track, ':help');
    expect(stdout).toContain('Track a custom event');
    expect(stdout).toMatch(/The simulator received 1 of 1 events\.\n$/);
  });

  test('remembers its lines only for the one who typed them', async () => {
    const cwd = temporaryFolder();
    mkdirSync(join(cwd, 'state', 'segment-lua'), { recursive: true });
    await runCli(['repl'], { cwd, input: 'x = 1\n' });
    expect(() => statSync(join(cwd, 'state', 'segment-lua', 'history'))).toThrow('ENOENT');
  });
});
