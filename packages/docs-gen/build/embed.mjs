import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';

import { buildSync } from 'esbuild';

/**
 * A browser asset as one text: a script bundled and minified with all it imports, or a stylesheet minified.
 * @param {string} file Path of the `.ts` or `.css` source.
 */
export const embed = (file) =>
  buildSync({
    entryPoints: [file],
    bundle: true,
    minify: true,
    write: false,
    format: 'iife',
    target: 'es2022',
    charset: 'utf8',
  })
    .outputFiles.map(({ text }) => text)
    .join('');

/** @param {string} asset */
const sourceOf = (asset) =>
  [asset.replace(/asset$/, 'ts'), asset.replace(/asset$/, 'css')].find((file) => existsSync(file)) ?? asset;

/**
 * For tsup: `import script from './site.asset'` is the text of `site.ts` or `site.css`.
 * @type {import('esbuild').Plugin}
 */
export const embedPlugin = {
  name: 'embed',
  setup(build) {
    build.onResolve({ filter: /\.asset$/ }, ({ path, resolveDir }) => ({
      path: resolve(resolveDir, path),
      namespace: 'embed',
    }));
    build.onLoad({ filter: /./, namespace: 'embed' }, ({ path }) => ({
      contents: embed(sourceOf(path)),
      loader: 'text',
    }));
  },
};

/**
 * Jest takes `.ts` files for ES modules here, all others for CommonJS.
 * @param {string} path
 */
const moduleOf = (path) =>
  `${path.endsWith('.ts') ? 'export default' : 'module.exports ='} ${JSON.stringify(embed(path))};`;

/** For jest: the same texts, as modules. */
export default {
  /**
   * @param {string} _source
   * @param {string} path
   */
  process: (_source, path) => ({ code: moduleOf(path) }),
  /**
   * @param {string} _source
   * @param {string} path
   */
  getCacheKey: (_source, path) => createHash('sha256').update(moduleOf(path)).digest('hex'),
};
