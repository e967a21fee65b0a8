// The public packages as users get them: packed, and installed in projects of their own outside this checkout.
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('..', import.meta.url));

/** Programs that use the packages. */
export const consumers = join(root, 'scripts/consumers');

export const packages = readdirSync(join(root, 'packages'));

/** Runs a command in a folder; what it printed is in the error if it fails. */
export function execute(command, options, folder, environment = process.env) {
  try {
    return execFileSync(command, options, {
      cwd: folder,
      env: environment,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'pipe'],
      timeout: 300_000,
    });
  } catch (error) {
    throw new Error(`${command} ${options.join(' ')}\n${error.stdout}${error.stderr}`, { cause: error });
  }
}

/** Runs a program that prints `works` when it does. */
export function expectWorks(what, command, options, folder) {
  const said = execute(command, options, folder).trim();
  if (said.split('\n').at(-1) !== 'works') throw new Error(`${what} printed ${JSON.stringify(said)} instead of works`);
}

function pack(name, destination) {
  execute('npm', ['pack', '--silent', '--pack-destination', destination], join(root, 'packages', name));
  return readdirSync(destination).find((file) => file.startsWith(`moonwire-${name}-`));
}

/** Packs every package into a folder: their tarballs by name. */
export function packAll(folder) {
  return Object.fromEntries(packages.map((name) => [name, join(folder, pack(name, folder))]));
}

/** Of our packages, those that one of them depends on. */
export function dependenciesOf(name) {
  const { dependencies = {} } = JSON.parse(readFileSync(join(root, 'packages', name, 'package.json'), 'utf8'));
  return Object.keys(dependencies)
    .filter((key) => key.startsWith('@moonwire/'))
    .map((key) => key.slice('@moonwire/'.length));
}

/** An empty project in which some things are installed. */
export function emptyProject(folder, installed, manifest = {}) {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ name: 'consumer', private: true, ...manifest }));
  execute('npm', ['install', '--prefer-offline', '--no-audit', '--no-fund', '--no-progress', ...installed], folder);
}

/** Gives `use` a folder that is gone afterwards; what fails is printed, and the exit code says so. */
export async function inFolder(use) {
  const work = mkdtempSync(join(tmpdir(), 'moonwire-pack-'));
  try {
    await use(work);
  } catch (error) {
    console.error(error.message);
    process.exitCode = 1;
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}
