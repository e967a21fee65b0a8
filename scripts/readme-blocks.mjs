// The TypeScript of a README, each block a program of its own: compiled as a user would, run with Segment simulated.
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { build } from 'esbuild';
import ts from 'typescript';

const root = fileURLToPath(new URL('..', import.meta.url));

/**
 * @typedef {object} Block
 * @property {string} where its README and which of the blocks there it is
 * @property {string} file where it lies, for others to import; it begins with a comment of that name, or has a number
 */

/** The text of a README; `path` is seen from the root of the repository. */
export function readmeAt(path) {
  return readFileSync(join(root, path), 'utf8');
}

/**
 * Lays the blocks of a README out as files, in a folder from which packages are found as they are beside the README.
 *
 * @param {string} path
 * @param {string} [text] another text than the README's own
 * @returns {{ folder: string, blocks: Block[], [Symbol.dispose]: () => void }}
 */
export function layOutBlocks(path, text = readmeAt(path)) {
  const modules = join(root, dirname(path), 'node_modules');
  mkdirSync(modules, { recursive: true });
  const folder = mkdtempSync(join(modules, '.readme-'));
  const names = new Set();
  const blocks = [...text.matchAll(/^```ts\n(?:\/\/ ([\w.-]+\.ts)\n)?(.*?)^```/gms)].map(([, named, code], i) => {
    const name = named === undefined || names.has(named) ? `block-${i + 1}.ts` : named;
    names.add(name);
    writeFileSync(join(folder, name), `${code}\nexport {};\n`);
    return { where: `${path}, block ${i + 1}`, file: join(folder, name) };
  });
  return { folder, blocks, [Symbol.dispose]: () => rmSync(folder, { recursive: true, force: true }) };
}

const STRICT = {
  module: ts.ModuleKind.NodeNext,
  moduleResolution: ts.ModuleResolutionKind.NodeNext,
  target: ts.ScriptTarget.ES2022,
  lib: ['lib.es2023.d.ts', 'lib.esnext.disposable.d.ts', 'lib.dom.d.ts'],
  types: ['node'],
  typeRoots: [join(root, 'node_modules/@types')],
  strict: true,
  skipLibCheck: true,
  noEmit: true,
};

/** What strict TypeScript says of some blocks. @param {Block[]} blocks */
export function problemsOf(blocks) {
  const program = ts.createProgram(
    blocks.map(({ file }) => file),
    STRICT,
  );
  return ts.getPreEmitDiagnostics(program).map(({ messageText, file, start = 0 }) => {
    const where = blocks.find((block) => block.file === file?.fileName)?.where ?? file?.fileName;
    const near = file?.text.slice(start).split('\n', 1)[0];
    return `${where}: ${ts.flattenDiagnosticMessageText(messageText, '\n')} Near: ${near}`;
  });
}

/** Modules as the blocks see them, but for what goes to Segment: the simulator answers. */
const SIMULATED = {
  '@moonwire/segment-sdk': `
    import { createSegment as create } from '@moonwire/segment-sdk';
    export * from '@moonwire/segment-sdk';
    export const createSegment = (options) =>
      create(options?.trackingUrl ? options : { transport: simulator.transport, ...options });`,
  '@moonwire/segment-sdk/public-api': `
    import { createPublicApi as create } from '@moonwire/segment-sdk/public-api';
    export * from '@moonwire/segment-sdk/public-api';
    export const createPublicApi = (options) => create({ transport: simulator.transport, ...options });`,
  '@moonwire/segment-lua': `
    import { createSegmentLua as create } from '@moonwire/segment-lua';
    export * from '@moonwire/segment-lua';
    export const createSegmentLua = ({ accounts, ...options }) => create({ simulator, ...options });`,
};

const simulateSegment = {
  name: 'simulate Segment',
  setup(esbuild) {
    esbuild.onResolve({ filter: /^@moonwire\/segment-(sdk|sdk\/public-api|lua)$/ }, ({ path, namespace }) =>
      namespace === 'simulated' ? { path, external: true } : { path, namespace: 'simulated' },
    );
    esbuild.onLoad({ filter: /.*/, namespace: 'simulated' }, ({ path }) => ({
      contents: `import { createSimulator } from '@moonwire/segment-sdk/simulator';
        const simulator = (globalThis[Symbol.for('simulator')] ??= createSimulator());${SIMULATED[path]}`,
      resolveDir: root,
    }));
  },
};

/** Makes a program for Node of a block; resolves to its path, beside the block. @param {Block} block */
export async function programOf({ file }) {
  const outfile = file.replace(/ts$/, 'mjs');
  await build({
    entryPoints: [file],
    outfile,
    bundle: true,
    packages: 'external',
    plugins: [simulateSegment],
    platform: 'node',
    format: 'esm',
    target: 'node20.19',
    logLevel: 'error',
  });
  return outfile;
}
