import { defineConfig } from 'tsup';
import { base } from '../../tsup.base.js';

// fengari is bundled: the patches in src/fengari change it for the whole process, so it must be our own copy.
export default defineConfig({
  ...base({ index: 'src/index.ts', 'worker-thread': 'src/worker/thread-entry.ts' }),
  shims: true,
  noExternal: ['fengari', 'sprintf-js'],
  esbuildOptions(options) {
    options.mainFields = ['module', 'main'];
    options.define = { ...options.define, 'process.env.FENGARICONF': '""', process: 'undefined' };
  },
});
