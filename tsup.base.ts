import type { Options } from 'tsup';

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
  external: [/^node:/],
});
