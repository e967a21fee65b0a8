import { defineConfig, type Options } from 'tsup';

import { base } from '../../tsup.base.js';

type Plugin = NonNullable<Options['esbuildPlugins']>[number];

/* Bytecode is neither read nor written, so what would read and write it can stay out. */
const withoutBytecode: Plugin = {
  name: 'without-bytecode',
  setup: (build) => {
    build.onLoad({ filter: /fengari[\\/]src[\\/](ldump|lundump)\.js$/ }, () => ({ contents: 'module.exports = {};' }));
  },
};

// fengari is bundled: the patches in src/fengari change it for the whole process, so it must be our own copy.
export default defineConfig({
  ...base({ index: 'src/index.ts', 'worker-thread': 'src/worker/thread-entry.ts' }),
  shims: true,
  // Both threads parse it when they start.
  minify: true,
  noExternal: ['fengari', 'sprintf-js'],
  esbuildPlugins: [withoutBytecode],
  esbuildOptions(options) {
    options.mainFields = ['module', 'main'];
    options.define = { ...options.define, 'process.env.FENGARICONF': '""', process: 'undefined' };
  },
});
