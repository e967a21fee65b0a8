import { defineConfig } from 'tsup';
import { base } from '../../tsup.base.js';

// fengari is bundled: the patches in src/fengari change it for the whole process, so it must be our own copy.
export default defineConfig({
  ...base({ index: 'src/index.ts' }),
  noExternal: ['fengari', 'sprintf-js'],
  esbuildOptions(options) {
    options.mainFields = ['module', 'main'];
    options.define = { 'process.env.FENGARICONF': '""', process: 'undefined' };
  },
});
