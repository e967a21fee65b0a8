// Brings what the tests need beyond npm packages: a Chromium for the browser tests, a Redis for the store tests.
import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** The programs the tests start, where they may be found, and the Debian package that brings each. */
const programs = [
  {
    name: 'Chromium',
    variable: 'CHROMIUM_PATH',
    debian: 'chromium',
    commands: ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'],
    paths: [
      '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
      '/Applications/Chromium.app/Contents/MacOS/Chromium',
    ],
  },
];

function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

function find({ variable, commands, paths }) {
  const folders = (process.env.PATH ?? '').split(delimiter);
  const named = process.env[variable] ? [process.env[variable]] : [];
  const candidates = [
    ...named,
    ...commands.flatMap((command) => folders.map((folder) => join(folder, command))),
    ...paths,
  ];
  return candidates.find(isExecutable);
}

function canInstall() {
  return process.getuid?.() === 0 && existsSync('/etc/debian_version');
}

function install({ name, debian }) {
  console.log(`  installing ${name} (apt-get install ${debian}) …`);
  const options = {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  };
  spawnSync('apt-get', ['update', '-qq'], options);
  spawnSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', debian], options);
}

function bring(program) {
  if (!find(program) && canInstall()) install(program);
  const path = find(program);
  if (path) return path;
  throw new Error(
    `${program.name} was not found. Install it (on Debian: apt-get install ${program.debian}), ` +
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
