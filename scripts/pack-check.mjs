// Packs every public package, installs it in an empty project, and uses it from ESM, CJS, strict TypeScript and a
// bundler; and all of them in a default Jest.
import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { build } from 'esbuild';
import { rollup } from 'rollup';

import { architecture } from './architecture.mjs';
import {
  consumers,
  dependenciesOf,
  emptyProject,
  execute,
  expectWorks,
  inFolder,
  packages,
  packAll,
  root,
} from './packed-projects.mjs';

const tsc = join(root, 'node_modules/typescript/lib/tsc.js');

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

/** The Jest before the one that tests this repository; its users run CommonJS. */
const EARLIER_JEST = '29.7.0';

/** Compiles the same use, without what later libraries know. */
function compileWithLowest(lowest, folder) {
  const { compilerOptions } = tsconfig;
  const options = { ...compilerOptions, lib: ['ES2022', 'DOM'], noEmit: true };
  const config = { compilerOptions: options, include: tsconfig.include };
  writeFileSync(join(folder, 'tsconfig.lowest.json'), JSON.stringify(config));
  execute(process.execPath, [lowest, '-p', 'tsconfig.lowest.json'], folder);
}

/** Compiles one source as an ES module and as CommonJS, then runs both. */
function useTyped(name, folder) {
  writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify(tsconfig));
  copyFileSync(join(consumers, `${name}.ts`), join(folder, 'use.mts'));
  copyFileSync(join(consumers, `${name}.ts`), join(folder, 'use.cts'));
  execute(process.execPath, [tsc, '-p', '.'], folder);
  for (const file of ['use.mjs', 'use.cjs']) expectWorks(`${name}: ${file}`, process.execPath, [file], folder);
}

/** A browser bundle fails here if it can reach a `node:` import. */
async function bundleForBrowser(name, folder) {
  const manifest = JSON.parse(readFileSync(join(folder, 'node_modules/@moonwire', name, 'package.json'), 'utf8'));
  // Whoever imports an entry that needs one has it.
  const peers = Object.keys(manifest.peerDependencies ?? {});
  for (const entry of architecture[`packages/${name}`].browser) {
    const contents = `export * from '@moonwire/${join(name, entry)}'`;
    await build({
      stdin: { contents, resolveDir: folder },
      bundle: true,
      write: false,
      platform: 'browser',
      format: 'esm',
      external: peers,
      logLevel: 'silent',
    });
  }
}

/** The compiled use of the bridge, bundled, runs its threads where nothing is installed. */
async function bundleForNode(folder, alone) {
  mkdirSync(alone, { recursive: true });
  for (const [source, file, format] of [
    ['use.mjs', 'esbuild.mjs', 'esm'],
    ['use.mjs', 'esbuild.cjs', 'cjs'],
    ['use.cjs', 'esbuild-of-cjs.cjs', 'cjs'],
  ]) {
    const files = { entryPoints: [join(folder, source)], outfile: join(alone, file) };
    await build({ ...files, bundle: true, platform: 'node', format, logLevel: 'silent' });
  }
  const installed = {
    '@moonwire/lua-bridge': '@moonwire/lua-bridge/dist/index.js',
    re2js: 're2js/build/index.js',
  };
  const resolveId = (id) => installed[id] && join(folder, 'node_modules', installed[id]);
  const bundle = await rollup({ input: join(folder, 'use.mjs'), plugins: [{ name: 'installed', resolveId }] });
  for (const [file, format] of [
    ['rollup.mjs', 'es'],
    ['rollup.cjs', 'cjs'],
  ]) {
    await bundle.write({ file: join(alone, file), format, inlineDynamicImports: true });
  }
  for (const file of ['esbuild.mjs', 'esbuild.cjs', 'esbuild-of-cjs.cjs', 'rollup.mjs', 'rollup.cjs'])
    expectWorks(file, process.execPath, [file], alone);
}

/** The same uses in CommonJS, as tests of a project whose Jest has no configuration. */
function writeJestTest(name, folder, project) {
  copyFileSync(join(project(name), 'use.cjs'), join(folder, `${name}.cjs`));
  const test = `test('works', async () => {
    const said = new Promise((resolve) => jest.spyOn(console, 'log').mockImplementation(resolve));
    require('./${name}.cjs');
    expect(await said).toBe('works');
  }, 60_000);`;
  writeFileSync(join(folder, `${name}.test.cjs`), test);
}

function useInJest(jest, folder) {
  const options = ['--rootDir', folder, '--testMatch', '**/*.test.cjs', '--forceExit'];
  execute(process.execPath, [jest, ...options], folder);
}

await inFolder(async (work) => {
  const project = (name) => join(work, 'projects', name);
  const tarballs = packAll(work);
  const all = join(work, 'all');
  emptyProject(all, [...Object.values(tarballs), `typescript@${LOWEST_TYPESCRIPT}`, `jest@${EARLIER_JEST}`]);
  for (const name of packages) {
    emptyProject(
      project(name),
      [name, ...dependenciesOf(name)].map((key) => tarballs[key]),
    );
    useTyped(name, project(name));
    compileWithLowest(join(all, 'node_modules/typescript/lib/tsc.js'), project(name));
    await bundleForBrowser(name, project(name));
    writeJestTest(name, all, project);
    console.log(`@moonwire/${name}: ESM, CJS, strict TypeScript (${LOWEST_TYPESCRIPT}, too), a browser bundle work`);
  }
  await bundleForNode(project('lua-bridge'), join(work, 'alone'));
  console.log('Threads from bundles of esbuild and rollup work');
  copyFileSync(join(consumers, 'fewer-globals.cjs'), join(all, 'fewer-globals.cjs'));
  expectWorks('fewer-globals.cjs', process.execPath, ['fewer-globals.cjs'], all);
  console.log('What needs no thread works without the globals that edge runtimes lack');
  useInJest(join(all, 'node_modules/jest/bin/jest.js'), all);
  useInJest(join(root, 'node_modules/jest/bin/jest.js'), all);
  console.log(`Everything works in a default Jest ${EARLIER_JEST}, and in the one of this repository`);
});
