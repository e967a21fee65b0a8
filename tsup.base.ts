import { transform } from 'esbuild';
import type { Options } from 'tsup';

type Plugin = NonNullable<Options['plugins']>[number];

/**
 * CommonJS without `import()`: Jest runs it in a context that has none. What is loaded on demand is required then.
 */
const requireOnDemand: Plugin = {
  name: 'require-on-demand',
  async renderChunk(code, { path }) {
    if (this.format !== 'cjs' || !/\.cjs$/.test(path) || !code.includes('import(')) return undefined;
    const { minify, sourcemap } = this.options;
    return transform(code, {
      ...{ format: 'esm', target: 'node20', supported: { 'dynamic-import': false } },
      ...{ minifyWhitespace: minify === true, sourcemap: sourcemap === true, sourcefile: path },
    });
  },
};

/**
 * The build every published package shares: ESM, CJS and type definitions of each entry.
 * @param entry Output name → source file.
 */
export const base = (entry: Record<string, string>): Options => ({
  entry,
  format: ['esm', 'cjs'],
  target: 'node20',
  platform: 'neutral',
  dts: { compilerOptions: { ignoreDeprecations: '6.0' } },
  splitting: true,
  sourcemap: true,
  clean: true,
  treeshake: true,
  // tsup drops the `node:` prefix by default, and bundlers for the browser then look for a package called "fs".
  removeNodeProtocol: false,
  plugins: [requireOnDemand],
  external: [/^node:/],
});

/**
 * The same build where libraries exist as ES modules only: CommonJS carries them within, because Jest, and Node before
 * 20.19, cannot require an ES module.
 */
export const carryInCjs = (options: Options, libraries: readonly string[]): Options[] => [
  { ...options, format: 'esm', dts: false },
  { ...options, format: 'cjs', dts: false, clean: false, noExternal: [...(options.noExternal ?? []), ...libraries] },
  { ...options, clean: false, dts: typeof options.dts === 'object' ? { ...options.dts, only: true } : { only: true } },
];
