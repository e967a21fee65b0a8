import { defineConfig } from 'tsup';
import { base } from '../../tsup.base.js';
import { embedPlugin } from './build/embed.mjs';

export default defineConfig([
  // The site is a file of its own, so that a bundler leaves it out where only small renderers are used.
  { ...base({ index: 'src/index.ts', html: 'src/targets/html.ts' }), esbuildPlugins: [embedPlugin] },
  { ...base({ cli: 'src/cli.ts' }), format: 'esm', platform: 'node', dts: false, clean: false, esbuildPlugins: [embedPlugin] },
]);
