import { defineConfig, type Options } from 'tsup';

import { base } from '../../tsup.base.js';
import { embedPlugin } from './build/embed.mjs';

/**
 * Leaves the site in a file of its own beside the package's entry: a bundler then leaves it out, and markdown-it and
 * highlight.js with it, where only other renderers are used.
 */
const siteApart = (path: string): NonNullable<Options['esbuildPlugins']>[number] => ({
  name: 'site-apart',
  setup(build) {
    build.onResolve({ filter: /\/html\.js$/ }, () => ({ path, external: true, sideEffects: false }));
  },
});

export default defineConfig([
  { ...base({ index: 'src/index.ts' }), format: 'esm', esbuildPlugins: [siteApart('./html.js')] },
  { ...base({ index: 'src/index.ts' }), format: 'cjs', clean: false, esbuildPlugins: [siteApart('./html.cjs')] },
  { ...base({ html: 'src/targets/html.ts' }), dts: false, clean: false, esbuildPlugins: [embedPlugin] },
  {
    ...base({ cli: 'src/cli.ts' }),
    format: 'esm',
    platform: 'node',
    dts: false,
    clean: false,
    esbuildPlugins: [embedPlugin],
  },
]);
