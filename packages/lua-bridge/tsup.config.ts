import { fileURLToPath } from 'node:url';

import { defineConfig, type Options } from 'tsup';

import { base } from '../../tsup.base.js';

type Plugin = NonNullable<Options['esbuildPlugins']>[number];

const door = fileURLToPath(new URL('src/vm/compiler/door.cjs', import.meta.url));

/* Of fengari only the compiler is used; what it imports of the rest leads to our own door. */
const compilerOnly: Plugin = {
  name: 'compiler-only',
  setup: (build) => {
    build.onResolve({ filter: /^\.\/(lobject|ldebug|ldo|lfunc|lstring|ltable|luaconf|lvm)\.js$/ }, ({ importer }) =>
      /fengari[\\/]src[\\/]/.test(importer) ? { path: door } : undefined,
    );
  },
};

export default defineConfig({
  ...base({ index: 'src/index.ts', 'worker-thread': 'src/worker/thread-entry.ts' }),
  shims: true,
  // Both threads parse it when they start.
  minify: true,
  noExternal: ['fengari'],
  esbuildPlugins: [compilerOnly],
  esbuildOptions(options) {
    options.mainFields = ['module', 'main'];
  },
});
