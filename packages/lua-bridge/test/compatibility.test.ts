import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { compileFunction } from 'node:vm';
import { describe, expect, test } from '@jest/globals';
import { createLua } from '../src/index.js';
import { standAlone } from './suite-chunks.js';

/*
 * The official Lua 5.3 suite, as fengari's package carries it: Jest files that hold Lua chunks. Each file is run with
 * stand-ins for fengari that note the chunks instead of running them.
 */
interface Chunk {
  file: string;
  name: string;
  code: string;
}

const root = join(createRequire(import.meta.url).resolve('fengari'), '../../test/test-suite');

const readChunks = (file: string): Chunk[] => {
  const chunks: Chunk[] = [];
  let name = '';
  const capture = (_state: unknown, code: string): never => {
    chunks.push({ file, name, code });
    throw new Error('captured');
  };
  const nothing = new Proxy({}, { get: () => () => 0 });
  const known: Readonly<Record<string, unknown>> = { luaL_newstate: () => ({}), luaL_loadstring: capture, luaL_loadbuffer: capture };
  const auxiliary = new Proxy({}, { get: (_target, key) => known[String(key)] ?? (() => 0) });
  const stub = (id: string): unknown => {
    if (id.includes('lauxlib')) return auxiliary;
    return id.includes('fengaricore') || id.includes('defs') ? { to_luastring: (text: string) => text, lua_Debug: Object } : nothing;
  };
  const note = (title: string, body: () => void): void => {
    name = title;
    try {
      body();
    } catch {
      // The chunk has been noted; the rest of the test is fengari's own.
    }
  };
  const source = readFileSync(join(root, file), 'utf8');
  const run = compileFunction(source, ['require', 'test', '__dirname', 'expect']) as (...args: unknown[]) => void;
  run(stub, Object.assign(note, { skip: () => undefined }), root, () => ({}));
  return chunks;
};

const chunks = readdirSync(root).filter((file) => file.endsWith('.test.js')).sort().flatMap(readChunks);
const raised = {
  instructions: Infinity, timeMs: 60_000, memoryBytes: 2 ** 31, stringBytes: 2 ** 30, outputBytes: 2 ** 30,
  hostCalls: Infinity, callDepth: Infinity, sourceBytes: 2 ** 30, patternSteps: Infinity,
};

describe('the official Lua 5.3 suite', () => {
  test('holds the chunks this list was made from', () => {
    expect(chunks).toHaveLength(363);
    expect(standAlone).toHaveLength(241);
  });

  test.each(standAlone.map((index) => [index, chunks[index]?.name ?? '', chunks[index]?.code ?? ''] as const))('chunk %i: %s', async (_index, name, code) => {
    const result = await createLua({ limits: raised }).run(code, { name });
    if (!result.ok) throw result.error;
  });
});
