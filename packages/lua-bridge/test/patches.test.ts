import { createRequire } from 'node:module';
import { runInNewContext } from 'node:vm';

import { describe, expect, test } from '@jest/globals';

import { createLua } from '../src/index.js';

/*
 * Each fault of fengari that this package mends, as a script and its right result. The same script must fail on an
 * unpatched copy: a patch whose test passes without it has become needless, or tests nothing.
 */
const require = createRequire(import.meta.url);

/* An unpatched fengari. Jest's registry gives this package the patched modules, so the copy is loaded beside it. */
const unpatched = (): ((code: string) => unknown) => {
  const load = `
    const Module = require('node:module');
    const path = require('node:path');
    const cache = new Map();
    const loadFile = (file) => {
      if (cache.has(file)) return cache.get(file).exports;
      const module = { exports: {} };
      cache.set(file, module);
      const local = (id) => (id.startsWith('.') ? loadFile(path.resolve(path.dirname(file), id)) : Module.createRequire(file)(id));
      const source = require('node:fs').readFileSync(file, 'utf8');
      require('node:vm').compileFunction(source, ['module', 'exports', 'require'])(module, module.exports, local);
      return module.exports;
    };
    loadFile(entry)`;
  const { lua, lauxlib, lualib, to_luastring } = runInNewContext(load, {
    require,
    entry: require.resolve('fengari'),
    process,
    Uint8Array,
    console,
  }) as Record<string, Record<string, (...args: unknown[]) => unknown>> & {
    to_luastring: (text: string) => Uint8Array;
  };
  return (code) => {
    const L = lauxlib?.['luaL_newstate']?.();
    lualib?.['luaL_openlibs']?.(L);
    lauxlib?.['luaL_loadstring']?.(L, to_luastring(code));
    return lua?.['lua_pcall']?.(L, 0, 1, 0) === 0 ? lua['lua_tojsstring']?.(L, -1) : 'error';
  };
};

const mended: [file: string, script: string, right: string][] = [
  [
    'string-hash',
    'return tostring("\\n1" == "\\xa3\\1") .. tostring(({["\\n1"] = 1})["\\xa3\\1"]) .. tostring("a\\tb" < "a b")',
    'falseniltrue',
  ],
  ['arithmetic', 'return tostring(2147483647 + 1)', '2147483648'],
  ['arithmetic', 'return tostring(1732406400 * 1000)', '1732406400000'],
  ['arithmetic', 'return tostring(1 << 40)', '1099511627776'],
  ['number', 'return tostring(1/0) .. tostring(-1/0)', 'inf-inf'],
  ['number', 'return tostring(1732406400000)', '1732406400000'],
  ['constant-fold', 'return tostring(2147483647 + 2147483647)', '4294967294'],
  [
    'op-for',
    'local n = 0 for i = 2147483645, 2147483647 do n = n + 1 if n > 9 then break end end return tostring(n)',
    '3',
  ],
  [
    'number',
    'return tostring(tonumber(("9"):rep(16)) == 9999999999999999) .. math.type(9007199254740993)',
    'trueinteger',
  ],
  [
    'lua-table',
    'local t = {[1] = 1, [1.0] = 2} return tostring(t[1]) .. tostring(#t) .. tostring(({[2^53] = "x"})[1 << 53])',
    '21x',
  ],
];

describe('the mended faults of fengari', () => {
  const old = unpatched();

  test('the unpatched copy works otherwise', () => {
    expect(old('return tostring(1 + 1)')).toBe('2');
  });

  test.each(mended)('%s: %s', async (_file, script, right) => {
    const result = await createLua().run(script);
    expect(result).toMatchObject({ ok: true, values: [right] });
    expect(old(script)).not.toBe(right);
  });
});
