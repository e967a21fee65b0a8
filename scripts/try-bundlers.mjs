// Bundles a program that runs scripts in threads, from the packed packages, with each bundler for Node, as ESM and as
// CommonJS, and runs what came out where nothing is installed. Too long for every `npm test`.
import { copyFileSync, cpSync, mkdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

import { consumers, emptyProject, expectWorks, inFolder, packAll } from './packed-projects.mjs';

const BUNDLERS = [
  'esbuild@0.28',
  'rollup@4',
  '@rollup/plugin-node-resolve@16',
  '@rollup/plugin-commonjs@29',
  '@rollup/plugin-json@6',
  'webpack@5',
  '@rspack/core@2',
];

const FORMATS = ['esm', 'cjs'];

function extensionOf(format) {
  return format === 'esm' ? 'mjs' : 'cjs';
}

/** For each bundler, what one would write in its configuration. */
const bundlers = {
  async esbuild(load, entry, output, format) {
    const { build } = await load('esbuild');
    // As esbuild's documentation says: CommonJS libraries in an ES module find `require` through a banner.
    const banner = "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);";
    await build({
      entryPoints: [entry],
      bundle: true,
      platform: 'node',
      format,
      outfile: join(output, `main.${extensionOf(format)}`),
      logLevel: 'silent',
      ...(format === 'esm' && { banner: { js: banner } }),
    });
  },
  async rollup(load, entry, output, format) {
    const { rollup } = await load('rollup');
    const { nodeResolve } = await load('@rollup/plugin-node-resolve');
    const { default: commonjs } = await load('@rollup/plugin-commonjs');
    const { default: json } = await load('@rollup/plugin-json');
    const plugins = [nodeResolve({ exportConditions: ['node'] }), commonjs(), json()];
    const bundle = await rollup({ input: entry, plugins, onwarn: () => undefined });
    const names = { entryFileNames: `main.${extensionOf(format)}`, chunkFileNames: `[name].${extensionOf(format)}` };
    await bundle.write({ dir: output, format, ...names });
  },
  async webpack(load, entry, output, format) {
    const { default: webpack } = await load('webpack');
    await runCompiler(webpack, entry, output, format);
  },
  async rspack(load, entry, output, format) {
    const { rspack } = await load('@rspack/core');
    await runCompiler(rspack, entry, output, format);
  },
};

function runCompiler(compile, entry, output, format) {
  const isModule = format === 'esm';
  const configuration = {
    mode: 'production',
    target: 'node20',
    entry,
    output: {
      path: output,
      filename: `main.${extensionOf(format)}`,
      chunkFilename: `[name].${extensionOf(format)}`,
      ...(isModule && { module: true, chunkFormat: 'module', library: { type: 'module' } }),
    },
    ...(isModule && { experiments: { outputModule: true } }),
    performance: { hints: false },
  };
  return new Promise((resolve, reject) => {
    compile(configuration, (error, stats) => {
      if (error) reject(error);
      else if (stats.hasErrors()) reject(new Error(stats.toString('errors-only')));
      else resolve();
    });
  });
}

await inFolder(async (work) => {
  const project = join(work, 'project');
  emptyProject(project, [...Object.values(packAll(work)), ...BUNDLERS]);
  const entry = join(project, 'main.mjs');
  copyFileSync(join(consumers, 'threads.mjs'), entry);
  const { resolve } = createRequire(entry);
  const load = async (name) => import(pathToFileURL(resolve(name)).href);
  for (const [name, bundle] of Object.entries(bundlers)) {
    for (const format of FORMATS) {
      const made = join(project, 'out', name, format);
      mkdirSync(made, { recursive: true });
      await bundle(load, entry, made, format);
      // Elsewhere, so that nothing of the project can be found.
      const alone = join(work, 'alone', name, format);
      cpSync(made, alone, { recursive: true });
      writeFileSync(join(alone, 'package.json'), '{}');
      expectWorks(`${name}, ${format}`, process.execPath, [`main.${extensionOf(format)}`], alone);
      console.log(`${name}, ${format}: works`);
    }
  }
});
