import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { createContext, runInContext } from 'node:vm';
import { gzipSync } from 'node:zlib';

import { expect, test } from '@jest/globals';
import axios from 'axios';
import { build, type Plugin } from 'esbuild';
import ts from 'typescript';

import { operations as table } from '../src/index.js';
import { createSimulator, SIMULATOR_API_TOKEN } from '../src/simulator.js';

const importsOf = (file: string): string[] =>
  ts.preProcessFile(readFileSync(file, 'utf8'), true, true).importedFiles.map(({ fileName }) => fileName);

/** Everything an entry reaches, our own files and packages. */
const reached = (entry: string, seen = new Set<string>()): Set<string> => {
  for (const name of importsOf(entry)) {
    const file = name.startsWith('.') ? join(dirname(entry), name) : name;
    if (seen.has(file)) continue;
    seen.add(file);
    if (existsSync(file)) reached(file, seen);
  }
  return seen;
};

test.each(['dist/index.js', 'dist/simulator.js'])(
  '%s reaches no module of Node and no package but its own',
  (entry) => {
    const packages = [...reached(entry)].filter((name) => !name.startsWith('dist'));
    expect(packages.every((name) => name === 'axios' || name === 'jose')).toBe(true);
  },
);

test('both module systems give a working client, and know the errors of the other', async () => {
  const required = createRequire(join(process.cwd(), 'x.cjs'))('./dist/index.cjs') as typeof import('../src/index.js');
  const imported = (await import(join(process.cwd(), 'dist/index.js'))) as typeof import('../src/index.js');
  expect(required.SegmentError).not.toBe(imported.SegmentError);
  const error: unknown = await required
    .createSegment()
    .track({ event: 'E', userId: 'u' })
    .catch((thrown: unknown) => thrown);
  expect(imported.isSegmentError(error, 'auth')).toBe(true);
  expect(imported.isSegmentError(error, 'network')).toBe(false);
  for (const { createSegment, operations } of [required, imported]) {
    const simulator = createSimulator();
    const segment = createSegment({
      apiToken: SIMULATOR_API_TOKEN,
      axios: axios.create({ adapter: simulator.adapter }),
    });
    expect(await segment.getWorkspace({ slug: 'my-workspace' })).toMatchObject({ name: 'My Workspace' });
    expect(operations.map(({ name }) => name)).toEqual(table.map(({ name }) => name));
  }
});

test('a bundle carries the text of the management operations only if it imports the table', async () => {
  const bundle = async (names: string): Promise<string> => {
    const { outputFiles } = await build({
      stdin: { contents: `import { ${names} } from './dist/index.js'; console.log(${names});`, resolveDir: '.' },
      bundle: true,
      splitting: true,
      format: 'esm',
      outdir: 'bundle',
      write: false,
      logLevel: 'error',
      external: ['axios', 'jose'],
    });
    const files = new Map(outputFiles.map(({ path, text }) => [basename(path), text]));
    const loaded = (name: string): string => {
      const text = files.get(name) ?? '';
      return text + [...text.matchAll(/(?:from|import) "\.\/([^"]+)"/g)].map(([, file = '']) => loaded(file)).join('');
    };
    return loaded('stdin.js');
  };
  const [client, table] = await Promise.all([bundle('createSegment'), bundle('createSegment, operations')]);
  expect(client).toContain('Track a custom event for a user in Segment.');
  expect(client).not.toContain('List all sources');
  expect(table).toContain('List all sources');
});

test('a bundle with axios grows by 10.3 KB at first', async () => {
  const onDemandApart: Plugin = {
    name: 'on-demand-apart',
    setup: (bundler) => {
      bundler.onResolve({ filter: /\/on-demand-/ }, ({ path }) => ({ path, external: true }));
    },
  };
  const size = async (names: string): Promise<number> => {
    const { outputFiles } = await build({
      stdin: {
        contents: `import axios from 'axios'; import { createSegment } from './dist/index.js'; console.log(${names});`,
        resolveDir: '.',
      },
      bundle: true,
      minify: true,
      format: 'esm',
      platform: 'browser',
      write: false,
      logLevel: 'error',
      plugins: [onDemandApart],
    });
    return gzipSync(outputFiles[0]?.contents ?? '', { level: 9 }).length;
  };
  const bytes = (await size('axios, createSegment')) - (await size('axios'));
  // To a tenth, as the README says it.
  expect(Math.round(bytes / 102.4) / 10).toBeLessThanOrEqual(10.3);
});

test('the code of the client needs no Node global', () => {
  // Evaluated in a realm that has only what browsers and edge runtimes have.
  // The queues on disk and in Redis are for Node alone.
  const code = readdirSync('dist')
    .filter((name) => name.endsWith('.cjs') && !['durable.cjs', 'bullmq.cjs'].includes(name))
    .map((name) => readFileSync(join('dist', name), 'utf8'))
    .join('\n');
  expect(code).not.toMatch(/\b(?:Buffer\.from|process\.(?:env|nextTick)|setImmediate|__dirname)\b/);
  const globals = {
    TextEncoder,
    TextDecoder,
    URL,
    URLSearchParams,
    AbortController,
    setTimeout,
    clearTimeout,
    setInterval,
    clearInterval,
    performance,
    crypto,
    btoa,
    atob,
  };
  const load = (name: string): unknown => {
    if (name === 'axios') return { __esModule: true, default: { create: () => ({}) } };
    const realm = createContext({ ...globals, exports: {}, require: load });
    runInContext(readFileSync(join('dist', name), 'utf8'), realm);
    return realm.exports;
  };
  const { createSegment } = load('index.cjs') as typeof import('../src/index.js');
  expect(createSegment({ writeKey: 'key' })).toHaveProperty('track');
});
