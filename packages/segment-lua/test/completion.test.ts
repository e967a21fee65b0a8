import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { expect, test } from '@jest/globals';

import { completeLine } from '../src/cli/commands/completion/complete-line.js';
import { createProgram } from '../src/cli/program.js';
import { CLI } from './run-cli.js';
import { temporaryFolder } from './temporary-folder.js';
import { KEY, openProgram } from './terminal.js';

const ACCOUNTS = { SEGMENT_SHOP_WRITE_KEY: 'k', SEGMENT_TEAM_WRITE_KEY: 'j' };

/** What may stand in place of the last word. */
const complete = async (words: readonly string[]): Promise<string[]> => {
  const { choices, hasFiles } = await completeLine(createProgram(), words);
  return [...choices.map(({ word }) => word), ...(hasFiles ? ['@files'] : [])].sort();
};

const COMPLETED = [
  [['ru'], ['run']],
  [['nonsense', 'x'], []],
  [['run', ''], ['@files']],
  [['run', '--', ''], ['@files']],
  [['run', '--dr'], ['--dry-run']],
  [
    ['run', '--account', ''],
    ['shop', 'team'],
  ],
  [['run', '--account=s'], ['--account=shop']],
  [['run', '--allow', 'delete_so'], ['delete_source']],
  [['run', '--timeout', ''], []],
  [
    ['import', 'a.csv', '--format', ''],
    ['csv', 'ndjson', 'json'],
  ],
  [['import', 'a.csv', '--map', ''], ['@files']],
  [['docs', 'ident'], ['identify']],
  [
    ['api', 'get_dest'],
    ['get_destination', 'get_destination_metadata', 'get_destinations_catalog'],
  ],
  [['api', 'tracking'], ['tracking-plans']],
  [
    ['api', 'updateDestination', '--enabled', ''],
    ['true', 'false'],
  ],
  [['api', 'list_audiences', '--space-id', 's', '--search.ty'], ['--search.type']],
  [
    ['api', 'list_audiences', '--search.type', ''],
    ['DEFINITION', 'KEY', 'NAME'],
  ],
  [['accounts', 'ren'], ['rename']],
  [
    ['job', 'li'],
    ['limit', 'list'],
  ],
  [['job', 'list', '--state', 'fa'], ['failed']],
  [['submit', ''], ['@files']],
  [['schedule', 'add', 'weekly', ''], ['@files']],
  [
    ['accounts', 'rename', ''],
    ['shop', 'team'],
  ],
  [
    ['accounts', 'add', 'x', '--region', ''],
    ['us', 'eu'],
  ],
  [['accounts', 'add', 'x', '--write-key-file', ''], ['@files']],
  [['completion', 'f'], ['fish']],
] as const;

test.each(COMPLETED)('%j goes on with %j', async (words, expected) => {
  const folder = temporaryFolder();
  Object.assign(process.env, ACCOUNTS, { XDG_CONFIG_HOME: folder });
  expect(await complete(words)).toEqual([...expected].sort());
});

const { ZSH_PATH: zsh = 'zsh', FISH_PATH: fish = 'fish' } = process.env;

const SHELLS = [
  [['bash', '--norc', '-i'], 'source <(segment-lua completion bash)'],
  [[zsh, '-f', '-i'], 'unsetopt beep; source <(segment-lua completion zsh)'],
  [
    [zsh, '-f', '-i'],
    'unsetopt beep; segment-lua completion zsh > _segment-lua; fpath+=$PWD; autoload -Uz compinit; compinit -i',
  ],
  [[fish, '--no-config', '-i'], 'segment-lua completion fish | source'],
] as const;

const LINES = [
  ['run hel', 'hello.lua'],
  ['run --account=te', 'team'],
  ['import x --format nd', 'ndjson'],
  ['api create_destination --meta', '--metadata-id'],
] as const;

test.each(SHELLS)(
  'A Tab completes in %j after %s',
  async (shell, start) => {
    const cwd = temporaryFolder();
    mkdirSync(join(cwd, 'bin'));
    writeFileSync(join(cwd, 'bin', 'segment-lua'), `#!/bin/sh\nexec '${process.execPath}' '${CLI}' "$@"\n`);
    chmodSync(join(cwd, 'bin', 'segment-lua'), 0o755);
    writeFileSync(join(cwd, 'hello.lua'), '');
    const path = `${join(cwd, 'bin')}:${process.env['PATH'] ?? ''}`;
    const terminal = openProgram(shell, cwd, { ...ACCOUNTS, PATH: path, HOME: cwd, ZDOTDIR: cwd });
    terminal.type(`${start}; echo rea''dy${KEY.enter}`);
    await terminal.shows('ready');
    for (const [typed, completed] of LINES) {
      terminal.type(`segment-lua ${typed}${KEY.tab}`);
      await terminal.shows(completed);
      terminal.type('\u0015');
    }
    terminal.type(`exit${KEY.enter}`);
    expect(await terminal.ended).toBe(0);
  },
  60_000,
);
