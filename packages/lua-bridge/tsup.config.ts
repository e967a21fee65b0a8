import { fileURLToPath } from 'node:url';

import { build as bundle } from 'esbuild';
import { defineConfig, type Options } from 'tsup';

import { base } from '../../tsup.base.js';
import { compileEarly } from './build/compile-early.js';
import { parserOnly } from './build/parser-only.js';

type Plugin = NonNullable<Options['esbuildPlugins']>[number];

const ENTRY = fileURLToPath(new URL('src/worker/thread-entry.ts', import.meta.url));

/* The script of a thread in one file that imports nothing, and runs as a module and as a classic script. */
const { outputFiles } = await bundle({
  entryPoints: [ENTRY],
  bundle: true,
  write: false,
  minify: true,
  format: 'iife',
  platform: 'neutral',
  target: 'node20',
  mainFields: ['module', 'main'],
  plugins: [parserOnly],
});
const script = outputFiles[0]?.text ?? '';

/* That script, as text for whoever imports it and as the whole of the thread's own entry. */
const threadScript: Plugin = {
  name: 'thread-script',
  setup: (build) => {
    build.onResolve({ filter: /\/thread\.asset$/ }, () => ({ path: 'thread', namespace: 'script' }));
    build.onLoad({ filter: /^thread$/, namespace: 'script' }, () => ({ contents: script, loader: 'text' }));
    build.onLoad({ filter: /[\\/]thread-entry\.ts$/ }, () => ({ contents: script, loader: 'js' }));
  },
};

/* Leaves it in a file of its own, which bundlers take along. */
const scriptApart = (path: string): Plugin => ({
  name: 'script-apart',
  setup: (build) => {
    build.onResolve({ filter: /\/thread-script\.js$/ }, () => ({ path, external: true }));
  },
});

const index = (format: 'esm' | 'cjs', script: string): Options => ({
  ...base({ index: 'src/index.ts', library: 'src/library.ts' }),
  format,
  clean: format === 'esm',
  minify: true,
  noExternal: ['fengari'],
  esbuildPlugins: [scriptApart(script), parserOnly],
  esbuildOptions(options) {
    options.mainFields = ['module', 'main'];
  },
  onSuccess: () => compileEarly(format === 'esm' ? 'index.js' : 'index.cjs'),
});

const threads: Options = {
  ...base({ 'thread-script': 'src/worker/thread-script.ts', 'worker-thread': 'src/worker/thread-entry.ts' }),
  dts: { compilerOptions: { ignoreDeprecations: '6.0' }, entry: { 'worker-thread': 'src/worker/thread-entry.ts' } },
  clean: false,
  sourcemap: false,
  treeshake: false,
  minify: true,
  esbuildPlugins: [threadScript],
};

export default defineConfig([index('esm', './thread-script.js'), index('cjs', './thread-script.cjs'), threads]);
