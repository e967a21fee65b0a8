import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';

import { beforeAll, describe, expect, test } from '@jest/globals';

import { bundleForNode, bundleStandalone } from './bundle.js';
import { encryptionCases, readingCases, writingCases } from './conformance.js';
import { temporaryFolder } from './temporary-folder.js';

const run = promisify(execFile);
let home: string;
let accounts: string;

beforeAll(async () => {
  home = temporaryFolder();
  accounts = join(home, 'kept', 'accounts.json');
  await writeFile(join(home, 'password'), 'password');
});

/** Runs a shell line in a session of its own, with a keyring that is unlocked. */
async function inKeyringSession(line: string): Promise<string> {
  const script = `gnome-keyring-daemon --unlock --components=secrets --daemonize < ${home}/password > /dev/null && ${line}`;
  const env = { ...process.env, HOME: home, XDG_DATA_HOME: home, XDG_RUNTIME_DIR: home };
  const { stdout } = await run('dbus-run-session', ['--', 'sh', '-c', script], { env });
  return stdout;
}

interface Outcome {
  readonly name: string;
  readonly failure?: string;
}

describe('a store in the system keyring', () => {
  let outcomes: Outcome[];

  beforeAll(async () => {
    const program = await bundleForNode('keyring-conformance.ts');
    outcomes = await tryStore(program);
    // On a busy machine the daemon itself has been seen to go away half-way, for every case that follows.
    if (outcomes.some(({ failure }) => failure?.includes('the system keyring cannot be used')))
      outcomes = await tryStore(program);
  });

  const tryStore = async (program: string): Promise<Outcome[]> => {
    const lines = (await inKeyringSession(`node ${program}`)).trim().split('\n');
    return lines.map((line) => JSON.parse(line) as Outcome);
  };

  test.each([...writingCases, ...encryptionCases, ...readingCases])('$name', ({ name }) => {
    expect(outcomes.find((outcome) => outcome.name === name)).toEqual({ name });
  });
});

describe('a keyring that cannot be used is a typed error, and nothing is written in plain text instead', () => {
  test('when it does not answer: after three seconds', async () => {
    const program = await bundleForNode('keyring-failure.ts');
    const outcome = JSON.parse(await inKeyringSession(`node ${program} ${accounts} stop`)) as { ms: number };
    expect(outcome).toMatchObject({ name: 'AccountError', code: 'keyring_timeout' });
    expect(outcome.ms).toBeGreaterThanOrEqual(2_990);
    expect(existsSync(accounts)).toBe(false);
  });

  test('when there is none', async () => {
    const program = await bundleForNode('keyring-failure.ts');
    const env = { ...process.env, DBUS_SESSION_BUS_ADDRESS: `unix:path=${home}/absent` };
    const { stdout } = await run('node', [program, accounts], { env });
    expect(JSON.parse(stdout)).toMatchObject({ name: 'AccountError', code: 'keyring_unavailable' });
    expect(existsSync(accounts)).toBe(false);
  });

  test('when its package is not installed', async () => {
    const program = join(home, 'program.cjs');
    await bundleStandalone('keyring-failure.ts', program);
    const { stdout } = await run('node', [program, accounts]);
    expect(JSON.parse(stdout)).toMatchObject({
      code: 'keyring_unavailable',
      message: expect.stringContaining('npm install @napi-rs/keyring'),
    });
    expect(existsSync(accounts)).toBe(false);
  });
});
