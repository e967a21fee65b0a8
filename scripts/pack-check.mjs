// Packs every public package, installs it in an empty project, and uses it from ESM, CJS, strict TypeScript and a
// bundler.
import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { build } from 'esbuild';

import { architecture } from './architecture.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const consumers = join(root, 'scripts/consumers');
const tsc = join(root, 'node_modules/typescript/lib/tsc.js');

function execute(command, options, folder) {
  try {
    return execFileSync(command, options, { cwd: folder, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
  } catch (error) {
    throw new Error(`${command} ${options.join(' ')}\n${error.stdout}${error.stderr}`, { cause: error });
  }
}

function pack(name, destination) {
  execute('npm', ['pack', '--silent', '--pack-destination', destination], join(root, 'packages', name));
  return readdirSync(destination).find((file) => file.startsWith(`moonwire-${name}-`));
}

const tsconfig = {
  compilerOptions: {
    strict: true,
    exactOptionalPropertyTypes: true,
    noUncheckedIndexedAccess: true,
    module: 'NodeNext',
    moduleResolution: 'NodeNext',
    target: 'ES2022',
    lib: ['ES2023', 'DOM', 'ESNext.Disposable'],
    types: [],
    skipLibCheck: true,
  },
  include: ['use.mts', 'use.cts'],
};

/** The lowest version whose compiler takes our types; every README states it. */
const LOWEST_TYPESCRIPT = '5.0.4';

/** Its compiler, in a folder of its own. */
function installLowest(folder) {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ name: 'lowest', private: true }));
  execute('npm', ['install', '--prefer-offline', '--no-progress', `typescript@${LOWEST_TYPESCRIPT}`], folder);
  return join(folder, 'node_modules/typescript/lib/tsc.js');
}

/** Compiles the same use, without what later libraries know. */
function compileWithLowest(lowest, folder) {
  const { compilerOptions } = tsconfig;
  const options = { ...compilerOptions, lib: ['ES2022', 'DOM'], noEmit: true };
  const config = { compilerOptions: options, include: tsconfig.include };
  writeFileSync(join(folder, 'tsconfig.lowest.json'), JSON.stringify(config));
  execute(process.execPath, [lowest, '-p', 'tsconfig.lowest.json'], folder);
}

/** An empty project with the package, and those of ours it depends on, installed from their tarballs. */
function emptyProject(folder, tarballs) {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ name: 'consumer', private: true }));
  writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify(tsconfig));
  execute('npm', ['install', '--prefer-offline', '--no-progress', ...tarballs], folder);
}

/** Compiles one source as an ES module and as CommonJS, then runs both. */
function useTyped(name, folder) {
  copyFileSync(join(consumers, `${name}.ts`), join(folder, 'use.mts'));
  copyFileSync(join(consumers, `${name}.ts`), join(folder, 'use.cts'));
  execute(process.execPath, [tsc, '-p', '.'], folder);
  for (const file of ['use.mjs', 'use.cjs']) {
    const said = execute(process.execPath, [file], folder).trim();
    if (said !== 'works') throw new Error(`${name}: ${file} printed ${JSON.stringify(said)} instead of works`);
  }
}

/** The same use in CommonJS, as a test of a project whose Jest has no configuration. */
const JEST_USE = `test('works', async () => {
  const said = new Promise((resolve) => jest.spyOn(console, 'log').mockImplementation(resolve));
  require('./use.cjs');
  expect(await said).toBe('works');
}, 60_000);`;

function useInJest(folder) {
  writeFileSync(join(folder, 'use.test.cjs'), JEST_USE);
  const options = ['--rootDir', folder, '--testMatch', '**/use.test.cjs', '--forceExit'];
  execute(process.execPath, [join(root, 'node_modules/jest/bin/jest.js'), ...options], folder);
}

/** A browser bundle fails here if it can reach a `node:` import. */
async function bundleForBrowser(name, folder) {
  for (const entry of architecture[`packages/${name}`].browser) {
    const contents = `export * from '@moonwire/${join(name, entry)}'`;
    await build({
      stdin: { contents, resolveDir: folder },
      bundle: true,
      write: false,
      platform: 'browser',
      format: 'esm',
      logLevel: 'silent',
    });
  }
}

function dependenciesOf(name) {
  const { dependencies = {} } = JSON.parse(readFileSync(join(root, 'packages', name, 'package.json'), 'utf8'));
  return Object.keys(dependencies)
    .filter((key) => key.startsWith('@moonwire/'))
    .map((key) => key.slice('@moonwire/'.length));
}

const work = mkdtempSync(join(tmpdir(), 'moonwire-pack-'));

try {
  const names = readdirSync(join(root, 'packages'));
  const tarballs = Object.fromEntries(names.map((name) => [name, join(work, pack(name, work))]));
  const lowest = installLowest(join(work, 'lowest'));
  for (const name of names) {
    const folder = join(work, 'projects', name);
    emptyProject(
      folder,
      [name, ...dependenciesOf(name)].map((key) => tarballs[key]),
    );
    useTyped(name, folder);
    compileWithLowest(lowest, folder);
    useInJest(folder);
    await bundleForBrowser(name, folder);
    console.log(
      `@moonwire/${name}: ESM, CJS, a default Jest, strict TypeScript (${LOWEST_TYPESCRIPT}, too) and a browser bundle work`,
    );
  }
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
} finally {
  rmSync(work, { recursive: true, force: true });
}
