// Brings what the tests need beyond npm packages: a Chromium for the browser tests, shells for those of completion,
// luacheck for those of definitions, Redis and Valkey for those of queues.
import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';

/** The programs the tests start: what may be taken for each, the best first, and the Debian package that brings it. */
const programs = [
  {
    name: 'Chromium',
    variable: 'CHROMIUM_PATH',
    choices: [
      // Without a window around its pages, which takes more work than ours does.
      { debian: 'chromium-headless-shell', commands: ['chromium-headless-shell'], paths: [] },
      {
        debian: 'chromium',
        commands: ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'],
        paths: [
          '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
          '/Applications/Chromium.app/Contents/MacOS/Chromium',
        ],
      },
    ],
  },
  { name: 'zsh', variable: 'ZSH_PATH', choices: [{ debian: 'zsh', commands: ['zsh'], paths: [] }] },
  { name: 'fish', variable: 'FISH_PATH', choices: [{ debian: 'fish', commands: ['fish'], paths: [] }] },
  {
    name: 'luacheck',
    variable: 'LUACHECK_PATH',
    choices: [{ debian: 'lua-check', commands: ['luacheck'], paths: [] }],
  },
  {
    name: 'Redis',
    variable: 'REDIS_PATH',
    choices: [{ debian: 'redis-server', commands: ['redis-server'], paths: [] }],
  },
  {
    name: 'Valkey',
    variable: 'VALKEY_PATH',
    choices: [{ debian: 'valkey-server', commands: ['valkey-server'], paths: [] }],
  },
];

/** Where Debian keeps newer packages for a release; Debian 12 has Valkey only there. */
const BACKPORTS = [
  '-o',
  `Dir::Etc::sourcelist=${join(tmpdir(), 'moonwire-backports.list')}`,
  '-o',
  'Dir::Etc::sourceparts=-',
  '-o',
  'APT::Get::List-Cleanup=0',
];

function writeBackports() {
  const [, release] = /^VERSION_CODENAME=(.+)$/m.exec(readFileSync('/etc/os-release', 'utf8')) ?? [];
  const signedBy = '[signed-by=/usr/share/keyrings/debian-archive-keyring.gpg]';
  // They lie where the release itself is taken from.
  const format = ['--format', '$(CODENAME) $(REPO_URI)', 'Created-By: Packages'];
  const { stdout } = spawnSync('apt-get', ['indextargets', ...format], { encoding: 'utf8' });
  const [, site = ''] =
    stdout
      .split('\n')
      .map((line) => line.split(' '))
      .find(([name]) => name === release) ?? [];
  writeFileSync(join(tmpdir(), 'moonwire-backports.list'), `deb ${signedBy} ${site} ${release}-backports main\n`);
}

function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

function findNamed({ variable }) {
  return [process.env[variable]].find((path) => path && isExecutable(path));
}

function find({ commands, paths }) {
  const folders = (process.env.PATH ?? '').split(delimiter);
  const candidates = [...commands.flatMap((command) => folders.map((folder) => join(folder, command))), ...paths];
  return candidates.find(isExecutable);
}

function canInstall() {
  return process.getuid?.() === 0 && existsSync('/etc/debian_version');
}

function install(debian) {
  console.log(`  installing ${debian} (apt-get install ${debian}) …`);
  const options = {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  };
  const isDone = (...more) =>
    spawnSync('apt-get', ['update', '-qq', ...more], options).status === 0 &&
    spawnSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', debian, ...more], options).status === 0;
  if (isDone()) return;
  writeBackports();
  isDone(...BACKPORTS);
}

function bring(program) {
  const named = findNamed(program);
  if (named) return named;
  for (const choice of program.choices) {
    if (!find(choice) && canInstall()) install(choice.debian);
    const path = find(choice);
    if (path) return path;
  }
  throw new Error(
    `${program.name} was not found. Install it (on Debian: apt-get install ${program.choices[0].debian}), ` +
      `or name the program in the variable ${program.variable}, then run npm test again.`,
  );
}

/**
 * Finds every program the tests start; as root on Debian installs what is missing.
 * @returns The environment variables that tell the tests where each is.
 * @throws Error that says what to install, where a program is missing and cannot be installed.
 */
export function prepareTestMachine() {
  return Object.fromEntries(programs.map((program) => [program.variable, bring(program)]));
}

/** What of it is on this machine, as environment variables; installs nothing. */
export function findTestPrograms() {
  const found = programs.map((program) => {
    const paths = [findNamed(program), ...program.choices.map(find)];
    return [program.variable, paths.find((path) => path !== undefined)];
  });
  return Object.fromEntries(found.filter(([, path]) => path !== undefined));
}
