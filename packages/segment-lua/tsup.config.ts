import { defineConfig } from 'tsup';
import { base } from '../../tsup.base.js';

export default defineConfig([
  base({ index: 'src/index.ts', check: 'src/check.ts' }),
  { ...base({ cli: 'src/cli/main.ts' }), format: 'esm', platform: 'node', dts: false, clean: false, minify: true },
]);
