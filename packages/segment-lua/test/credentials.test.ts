import { mkdirSync, readdirSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, test } from '@jest/globals';

import { type CliOptions, type Outcome, runCli } from './run-cli.js';
import { temporaryFolder } from './temporary-folder.js';

const KEY = 'canary-write-key-0123456789';
const TOKEN = 'sgp_canary-token-0123456789';

/** Adds an account and hands back what is kept of it. */
const keep = async (args: readonly string[], options: CliOptions = {}): Promise<unknown> => {
  const cwd = options.cwd ?? temporaryFolder();
  const added = await runCli(['accounts', ...args], { ...options, cwd });
  expect(added).toMatchObject({ status: 0, stderr: '' });
  return JSON.parse((await runCli(['accounts', 'show', 'shop', '--json'], { cwd })).stdout) as unknown;
};

const MASKED = { name: 'shop', writeKey: '••••6789' };

describe('credentials without the blanks and line ends around them come from', () => {
  test.each([`${KEY}\n`, `\n  ${KEY}  \n\n`, `\ufeff${KEY}\r\n`])('standard input: %j', async (input) => {
    expect(await keep(['add', 'shop', '--write-key-stdin'], { input })).toEqual(MASKED);
  });

  test('a variable and a file', async () => {
    const cwd = temporaryFolder();
    writeFileSync(join(cwd, 'token'), `${TOKEN}\n`);
    writeFileSync(join(cwd, 'key'), Buffer.from(`\ufeff${KEY}\r\n`, 'utf16le'));
    expect(await keep(['add', 'shop', '--write-key-file', 'key', '--api-token-file', 'token'], { cwd })).toEqual({
      ...MASKED,
      apiToken: '••••6789',
    });
    expect(await keep(['add', 'shop', '--write-key-env', 'K'], { env: { K: ` ${KEY}\n` } })).toEqual(MASKED);
  });

  test('JSON, as Windows writes it, too', async () => {
    const json = JSON.stringify({ writeKey: `${KEY}\n` });
    expect(await keep(['add', 'shop'], { input: `\ufeff${json}` })).toEqual(MASKED);
    const cwd = temporaryFolder();
    writeFileSync(join(cwd, 'accounts.json'), Buffer.from(`\ufeff{"shop": ${json}}\r\n`, 'utf16le'));
    expect(await keep(['import', 'accounts.json'], { cwd })).toEqual(MASKED);
  });
});

describe('credentials that are not one key are refused without being shown', () => {
  const refused = (outcome: Outcome, reason: string): void => {
    expect(outcome).toMatchObject({ status: 2, stderr: expect.stringContaining(reason) });
    expect(outcome.stdout + outcome.stderr).not.toContain('canary');
  };

  test.each([`${KEY}\n${TOKEN}\n`, `two canary words`, `canary\u0001key`])('from standard input: %j', async (input) => {
    refused(await runCli(['accounts', 'add', 'shop', '--write-key-stdin'], { input }), 'a blank or a line end');
  });

  test('from an import, and nothing of it is kept', async () => {
    const cwd = temporaryFolder();
    const input = JSON.stringify({ a: { writeKey: KEY }, b: { writeKey: 'canary key' } });
    refused(await runCli(['accounts', 'import', '-'], { cwd, input }), 'a blank or a line end');
    expect((await runCli(['accounts', 'list', '--json'], { cwd })).stdout).toBe('[]\n');
  });

  test.each(['{"writeKey": 7}', '["canary"]', 'null', 'canary'])('from what is no such JSON: %s', async (input) => {
    refused(await runCli(['accounts', 'add', 'shop'], { input }), 'expected JSON');
  });

  test('from a file that is not there, or a variable that is blank', async () => {
    refused(
      await runCli(['accounts', 'add', 'shop', '--write-key-file', 'nowhere']),
      "cannot read 'nowhere': there is no such file",
    );
    refused(await runCli(['accounts', 'add', 'shop', '--write-key-env', 'K'], { env: { K: ' \n' } }), 'not set');
  });
});

describe('accounts.json that', () => {
  const accountsAt = (cwd: string, content: Buffer | string): string => {
    const folder = join(cwd, 'config', 'segment-lua');
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    writeFileSync(join(folder, 'accounts.json'), content, { mode: 0o600 });
    return folder;
  };

  test('an editor saved with a byte order mark is read', async () => {
    const cwd = temporaryFolder();
    accountsAt(cwd, `\ufeff${JSON.stringify({ segment: { shop: { writeKey: `${KEY}\n` } } })}`);
    expect((await runCli(['accounts', 'list', '--json'], { cwd })).stdout).toContain('"shop"');
  });

  test('cannot be read is refused by every command, and stays', async () => {
    const cwd = temporaryFolder();
    const folder = accountsAt(cwd, '{"segment": {"shop": {"writeKey": "canary');
    const import_ = JSON.stringify({ a: { writeKey: KEY } });
    for (const args of [['list'], ['show'], ['import', '-'], ['remove', 'shop']]) {
      const outcome = await runCli(['accounts', ...args], { cwd, input: import_ });
      expect(outcome).toMatchObject({ status: 1, stderr: expect.stringContaining('it is no JSON at line 1') });
    }
    const live = await runCli(['run', '-', '--live'], { cwd, input: 'print(1)' });
    expect(live.stderr).toContain('it is no JSON at line 1');
    expect(readdirSync(folder)).toEqual(['accounts.json']);
  });

  test('was set aside is told of by every command', async () => {
    const cwd = temporaryFolder();
    const folder = accountsAt(cwd, '{"version":1,"services":{}}');
    renameSync(join(folder, 'accounts.json'), join(folder, 'accounts.json.corrupt-2026'));
    const input = JSON.stringify({ a: { writeKey: KEY } });
    for (const args of [
      ['accounts', 'list'],
      ['accounts', 'import', '-'],
      ['run', '-', '--live'],
      ['doctor', '--url', 'http://127.0.0.1:9'],
    ]) {
      const { stderr } = await runCli(args, { cwd, input: args[0] === 'run' ? 'print(1)' : input });
      expect({ args, stderr }).toEqual({ args, stderr: expect.stringContaining('was set aside as corrupt') });
    }
  });
});
