import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';

import { build } from 'esbuild';

import { temporaryFile } from './temporary-folder.js';

const here = fileURLToPath(new URL('.', import.meta.url));
const entry = (program: string): string => `${here}programs/${program}`;

/** Builds a program of `test/programs` so that another Node process can run it. Returns its path. */
export async function bundleForNode(program: string): Promise<string> {
  const outfile = temporaryFile(
    `${here}../node_modules/.cache/account-registry/${basename(program, '.ts')}-${process.pid}.mjs`,
  );
  await build({
    entryPoints: [entry(program)],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    packages: 'external',
    logLevel: 'error',
  });
  return outfile;
}

/** Builds a program with all it needs but the keyring's package, so that it runs where nothing is installed. */
export async function bundleStandalone(program: string, outfile: string): Promise<void> {
  const external = ['@napi-rs/keyring'];
  await build({
    entryPoints: [entry(program)],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    external,
    logLevel: 'error',
  });
}

/** Builds a program of `test/programs` for a browser. Returns its source. */
export async function bundleForBrowser(program: string): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [entry(program)],
    write: false,
    bundle: true,
    platform: 'browser',
    format: 'esm',
    logLevel: 'error',
  });
  return outputFiles[0]?.text ?? '';
}

/** Builds a text that uses the package by its public name. */
export async function bundleText(contents: string, outfile: string): Promise<void> {
  const alias = {
    '@moonwire/account-registry/node': `${here}../src/node.ts`,
    '@moonwire/account-registry': `${here}../src/index.ts`,
  };
  // The libraries below are CommonJS and ask for `require`.
  const banner = { js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);" };
  const external = ['@napi-rs/keyring'];
  await build({
    stdin: { contents, loader: 'ts', resolveDir: here },
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    alias,
    banner,
    external,
    logLevel: 'error',
  });
}
