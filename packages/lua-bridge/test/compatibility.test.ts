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
  const known: Readonly<Record<string, unknown>> = {
    luaL_newstate: () => ({}),
    luaL_loadstring: capture,
    luaL_loadbuffer: capture,
  };
  const auxiliary = new Proxy({}, { get: (_target, key) => known[String(key)] ?? (() => 0) });
  const stub = (id: string): unknown => {
    if (id.includes('lauxlib')) return auxiliary;
    return id.includes('fengaricore') || id.includes('defs')
      ? { to_luastring: (text: string) => text, lua_Debug: Object }
      : nothing;
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

const chunks = readdirSync(root)
  .filter((file) => file.endsWith('.test.js'))
  .sort()
  .flatMap(readChunks);
const raised = {
  instructions: Infinity,
  timeMs: 60_000,
  memoryBytes: 2 ** 31,
  stringBytes: 2 ** 30,
  outputBytes: 2 ** 30,
  hostCalls: Infinity,
  callDepth: Infinity,
  sourceBytes: 2 ** 30,
  patternSteps: Infinity,
};

describe('the official Lua 5.3 suite', () => {
  test('holds the chunks this list was made from', () => {
    expect(chunks).toHaveLength(363);
    expect(standAlone).toHaveLength(241);
  });

  test.each(standAlone.map((index) => [index, chunks[index]?.name ?? '', chunks[index]?.code ?? ''] as const))(
    'chunk %i: %s',
    async (_index, name, code) => {
      for (const compile of ['never', 'always'] as const) {
        const result = await createLua({ limits: raised, compile }).run(code, { name });
        if (!result.ok) throw result.error;
      }
    },
  );

  /*
   * `math.lua` runs this chunk only `if floatbits >= intbits`. Floats have 53 bits and the integers of Lua 5.3 have 64,
   * so the reference implementation runs the other branch, and so must we.
   */
  test('has in chunk 238 what holds only for integers that floats can represent', async () => {
    const code = chunks[238]?.code ?? '';
    const claim = code.slice(0, code.indexOf('assert(floatbits >= intbits)')).split('\n').length;
    const result = await createLua({ limits: raised }).run(code);
    expect(result).toMatchObject({
      ok: false,
      error: { line: claim, message: expect.stringContaining('assertion failed') as unknown },
    });
  });

  test('has in its place, for integers that floats cannot represent, what holds here', async () => {
    const result = await createLua().run(`
      local maxint, minint, intbits = math.maxinteger, math.mininteger, 64
      local fmax = 2^53
      local ifmax = fmax | 0
      assert(fmax < ifmax + 1 and fmax - 1 < ifmax and -(fmax - 1) > -ifmax)
      assert(not (fmax <= ifmax - 1) and -fmax > -(ifmax + 1) and not (-fmax >= -(ifmax - 1)))
      assert(fmax/2 - 0.5 < ifmax//2 and -(fmax/2 - 0.5) > -ifmax//2)
      assert(maxint < 2^intbits and minint > -2^intbits and maxint <= 2^intbits and minint >= -2^intbits)
      assert(maxint < maxint + 1.0 and maxint <= maxint + 1.0 and minint - 1.0 <= minint)
      assert(maxint + 0.0 == 2^63 and minint + 0.0 == -2^63 and minint + 0.0 == minint and maxint + 0.0 ~= maxint)
      assert(maxint < maxint + 0.0 and not (maxint + 0.0 < maxint) and not (maxint + 0.0 <= maxint) and not (minint < minint + 0.0))`);
    expect(result).toMatchObject({ ok: true });
  });
});
