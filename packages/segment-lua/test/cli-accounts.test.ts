import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, test } from '@jest/globals';

import { runCli } from './run-cli.js';
import { temporaryFolder } from './temporary-folder.js';

const CANARY = 'canary-write-key-0123456789';

describe('segment-lua accounts', () => {
  test('takes a credential from standard input or from a variable, and shows it masked', async () => {
    const cwd = temporaryFolder();
    const added = await runCli(
      ['accounts', 'add', 'shop', '--write-key-stdin', '--api-token-env', 'SHOP_TOKEN', '--json'],
      {
        cwd,
        input: `${CANARY}\n`,
        env: { SHOP_TOKEN: 'sgp_canary-token-0123456789' },
      },
    );
    expect({ ...added, stdout: JSON.parse(added.stdout) as unknown }).toEqual({
      status: 0,
      stderr: '',
      stdout: { added: 'shop' },
    });
    const shown = await runCli(['accounts', 'show', 'shop', '--json'], { cwd });
    expect(JSON.parse(shown.stdout)).toEqual({ name: 'shop', writeKey: '••••6789', apiToken: '••••6789' });
    const text = await runCli(['accounts', 'show'], { cwd });
    expect(text.stdout).toMatch(/writeKey +••••6789/);
    expect(shown.stdout + text.stdout).not.toContain('canary');
  });

  test('refuses to take both credentials from standard input, and names a variable that is not set', async () => {
    const both = await runCli(['accounts', 'add', 'shop', '--write-key-stdin', '--api-token-stdin'], { input: CANARY });
    expect(both).toMatchObject({ status: 2, stderr: expect.stringContaining('not both') });
    const unset = await runCli(['accounts', 'add', 'shop', '--write-key-env', 'NOWHERE']);
    expect(unset).toMatchObject({ status: 2, stderr: expect.stringContaining('the variable NOWHERE is not set') });
  });

  test('moves accounts to another machine by export and import', async () => {
    const [here, there] = [temporaryFolder(), temporaryFolder()];
    await runCli(['accounts', 'add', 'shop', '--region', 'eu'], {
      cwd: here,
      input: JSON.stringify({ writeKey: CANARY }),
    });
    const printed = await runCli(['accounts', 'export'], { cwd: here });
    expect(JSON.parse(printed.stdout)).toEqual({ shop: { region: 'eu' } });

    const file = join(here, 'export.json');
    const exported = await runCli(['accounts', 'export', '--with-secrets', '--output', file], { cwd: here });
    expect({ status: exported.status, mode: statSync(file).mode & 0o777 }).toEqual({ status: 0, mode: 0o600 });
    expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual({ shop: { writeKey: CANARY, region: 'eu' } });
    const again = await runCli(['accounts', 'export', '--output', file], { cwd: here });
    expect(again).toMatchObject({ status: 2, stderr: expect.stringContaining('is there already') });

    const imported = await runCli(['accounts', 'import', file, '--json'], { cwd: there });
    expect(JSON.parse(imported.stdout)).toEqual({ imported: ['shop'] });
    const listed = await runCli(['accounts', 'list', '--json'], { cwd: there });
    expect(JSON.parse(listed.stdout)).toMatchObject([
      { name: 'shop', secrets: ['writeKey'], fields: { region: 'eu' } },
    ]);
    expect([printed, exported, imported, listed].map(({ stdout, stderr }) => stdout + stderr).join()).not.toContain(
      CANARY,
    );
  });

  test('prints no credentials, and changes nothing for input that is not accounts', async () => {
    const cwd = temporaryFolder();
    const refused = await runCli(['accounts', 'export', '--with-secrets'], { cwd });
    expect(refused).toMatchObject({ status: 2, stdout: '', stderr: expect.stringContaining('needs --output FILE') });
    for (const input of [CANARY, '[]', '7', '{"shop":"x"}', `{"shop":{"writeKey":["${CANARY}"]}}`]) {
      const broken = await runCli(['accounts', 'import'], { cwd, input });
      expect(broken.stderr).not.toContain('canary');
      expect({ input, status: broken.status }).toEqual({ input, status: 2 });
    }
    expect((await runCli(['accounts', 'list', '--json'], { cwd })).stdout).toBe('[]\n');
  });

  test('imports all accounts or none', async () => {
    const cwd = temporaryFolder();
    await runCli(['accounts', 'add', 'kept'], { cwd, input: '{"writeKey":"k","region":"us"}' });
    const file = join(cwd, 'config', 'segment-lua', 'accounts.json');
    const before = readFileSync(file, 'utf8');
    const faults = {
      no_Name: { writeKey: 'k' },
      track: { writeKey: 'k' },
      unknown: { writekey: 'k' },
      elsewhere: { region: 'mars' },
      empty: { writeKey: '' },
    };
    for (const [name, fields] of Object.entries(faults)) {
      const input = JSON.stringify({
        fresh: { writeKey: CANARY },
        kept: { region: 'eu' },
        [name]: fields,
        later: { writeKey: CANARY },
      });
      const refused = await runCli(['accounts', 'import'], { cwd, input });
      expect(refused).toMatchObject({
        status: 2,
        stdout: '',
        stderr: expect.stringContaining(`account '${name}' of the input: segment: `),
      });
      expect(refused.stderr).not.toContain('canary');
      expect(readFileSync(file, 'utf8')).toBe(before);
    }
    const input = JSON.stringify({ fresh: { writeKey: CANARY }, kept: { region: 'eu' } });
    expect(await runCli(['accounts', 'import'], { cwd, input })).toMatchObject({
      status: 0,
      stdout: 'Imported fresh, kept.\n',
    });
    expect(JSON.parse(readFileSync(file, 'utf8'))).toMatchObject({
      services: { segment: { accounts: { fresh: { writeKey: CANARY }, kept: { writeKey: 'k', region: 'eu' } } } },
    });
  });

  test('answers every change as JSON, too', async () => {
    const cwd = temporaryFolder();
    const answers = [
      await runCli(['accounts', 'add', 'a', '--json'], { cwd, input: '{"writeKey":"k"}' }),
      await runCli(['accounts', 'rename', 'a', 'b', '--json'], { cwd }),
      await runCli(['accounts', 'default', 'b', '--json'], { cwd }),
      await runCli(['accounts', 'explain', '--json'], { cwd }),
      await runCli(['accounts', 'remove', 'b', '--json'], { cwd }),
    ].map(({ stdout }) => JSON.parse(stdout) as unknown);
    expect(answers).toMatchObject([
      { added: 'a' },
      { renamed: { from: 'a', to: 'b' } },
      { default: 'b' },
      { name: 'b', chosenBy: 'stored pointer' },
      { removed: 'b' },
    ]);
  });
});
