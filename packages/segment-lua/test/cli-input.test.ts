import { once } from 'node:events';
import { chmodSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';

import { describe, expect, test } from '@jest/globals';

import { outcomeOf, runCli, startCli } from './run-cli.js';
import { temporaryFolder } from './temporary-folder.js';

const track = 'app.integrations.segment.track({ event = "E", userId = "u" })';

const runFile = (content: string | Uint8Array, ...options: string[]) => {
  const cwd = temporaryFolder();
  writeFileSync(join(cwd, 'script.lua'), content);
  return runCli(['run', 'script.lua', '-q', ...options], { cwd });
};

describe('A script', () => {
  test.each([
    { what: 'that begins with a byte order mark', code: '\uFEFFprint("hi")\nerror("no")' },
    { what: 'that tells the shell how to run it', code: '#!/usr/bin/env -S segment-lua run\nprint("hi") error("no")' },
    { what: 'of both kinds', code: '\uFEFF# by hand\r\nprint("hi") error("no")' },
    { what: 'with ends of lines of Windows', code: 'print("hi")\r\nerror("no")\r\n' },
  ])('$what runs, and its lines are counted from its first', async ({ code }) => {
    expect(await runFile(code)).toEqual({ status: 1, stdout: 'hi\n', stderr: 'script.lua:2: no [runtime]\n' });
  });

  test('of no lines does nothing, well', async () => {
    expect(await runFile('')).toEqual({ status: 0, stdout: '', stderr: '' });
  });

  test('that is no text is wrong usage', async () => {
    const expected = {
      status: 2,
      stdout: '',
      stderr: "segment-lua: cannot read 'script.lua': it is not text in UTF-8\n",
    };
    expect(await runFile(Uint8Array.of(0x1b, 0x4c, 0x75, 0x61, 0xff, 0xfe))).toEqual(expected);
  });

  test('that uses an account that is not there is told which there are', async () => {
    const { status, stderr } = await runFile(track, '--account', 'nope');
    expect({ status, stderr }).toEqual({
      status: 1,
      stderr: expect.stringContaining("no account 'nope'; accounts: default, production, staging [unknown_account]"),
    });
  });
});

test('A reader that has seen enough ends a command quietly', async () => {
  const child = startCli(['run', '-', '-q']);
  child.stdin.end('for i = 1, 100000 do print(i) end');
  await once(child.stdout, 'data');
  child.stdout.destroy();
  const [stderr] = await Promise.all([text(child.stderr), once(child, 'exit')]);
  expect({ stderr, status: child.exitCode }).toEqual({ stderr: '', status: 0 });
});

describe('A configuration', () => {
  const configured = (content: string, mode: number) => {
    const cwd = temporaryFolder();
    const folder = join(cwd, 'config', 'segment-lua');
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    writeFileSync(join(folder, 'accounts.json'), content, { mode });
    chmodSync(join(folder, 'accounts.json'), mode);
    return { cwd, folder };
  };

  test('that does not parse is named, stays where it is, and nothing is sent', async () => {
    const { cwd, folder } = configured('{"canary', 0o600);
    const { status, stderr } = await runCli(['run', '-', '--live'], { cwd, input: track });
    expect({ status, stderr }).toEqual({
      status: 1,
      stderr: expect.stringMatching(/accounts\.json: it is no JSON at line 1.* nothing was changed\. Mend it there/),
    });
    expect(stderr).not.toContain('canary');
    expect(readdirSync(folder)).toEqual(['accounts.json']);
  });

  test('that others may read is refused with the command that mends it', async () => {
    const { cwd, folder } = configured('{"version":1,"services":{}}', 0o644);
    const { status, stderr } = await runCli(['accounts'], { cwd });
    expect({ status, stderr }).toEqual({
      status: 1,
      stderr: expect.stringContaining(`Fix: chmod 600 '${join(folder, 'accounts.json')}'`),
    });
  });
});

test('A name that no account may have is refused before its credentials are asked for', async () => {
  const child = startCli(['accounts', 'add', 'Bad-Name']);
  // Standard input stays open: whoever reads it waits for ever.
  const { status, stderr } = await outcomeOf(child);
  expect({ status, stderr }).toEqual({
    status: 1,
    stderr: expect.stringContaining("'Bad-Name' cannot name an account"),
  });
});

test('A page that is not there is suggested once', async () => {
  expect(await runCli(['docs', 'trakc'])).toEqual({
    status: 1,
    stdout: '',
    stderr: 'segment-lua: Unknown page: trakc. Did you mean: track\n',
  });
});
