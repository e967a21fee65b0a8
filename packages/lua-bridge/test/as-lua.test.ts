import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';

import { check, createLua, createRepl } from '../src/index.js';
import { errorOf, valuesOf } from './sandboxes.js';

/*
 * What Lua 5.3 of PUC-Rio does where a script could tell the difference. The right values were written by that Lua;
 * ours were compared with it on some 100,000 random snippets of each kind besides.
 */

const run = async (code: string, ...args: unknown[]): Promise<unknown[]> =>
  valuesOf(await createLua().run(code, { args }));

/** Runs bodies of functions; gives what each returned as texts, or its error. */
const runAll = async (bodies: readonly string[]): Promise<string[]> =>
  (await run(
    `local out = {}
     for i, body in ipairs(...) do
       local results = table.pack(pcall(assert(load(body, '=s'))))
       for n = 1, results.n do results[n] = tostring(results[n]) end
       out[i] = table.concat(results, ' ', results[1] == 'true' and 2 or 1)
     end
     return json.array(out)`,
    bodies,
  )) as unknown as string[];

const expectAll = async (cases: Readonly<Record<string, string>>): Promise<void> => {
  const [texts] = (await runAll(Object.keys(cases))) as unknown as [string[]];
  expect(Object.fromEntries(Object.keys(cases).map((body, i) => [body, texts[i]]))).toEqual(cases);
};

/** A float rounded to so many decimals, a half to the even neighbour, by its exact value. */
const roundExactly = (value: number, decimals: number): string => {
  const scale = 1074n;
  const exact = BigInt(Math.abs(value) * 2 ** 300) << (scale - 300n);
  const scaled = exact * 10n ** BigInt(decimals);
  const [whole, rest, half] = [scaled >> scale, scaled & ((1n << scale) - 1n), 1n << (scale - 1n)];
  const rounded = whole + (rest > half || (rest === half && whole % 2n === 1n) ? 1n : 0n);
  const digits = rounded.toString().padStart(decimals + 1, '0');
  const sign = value < 0 ? '-' : '';
  return decimals === 0 ? sign + digits : `${sign}${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`;
};

describe('numbers as text', () => {
  test('decimals that end in 5 are rounded by what the float is', async () => {
    await expectAll({
      'return ("%.1f %.1f %.2f %.3f"):format(0.45, 0.65, 0.005, 0.0005)': '0.5 0.7 0.01 0.001',
      'return ("%.5g %g %.2g %.3g"):format(7351.05, 43736.65, 0.265, -0.4045)': '7351.1 43736.7 0.27 -0.405',
      'return ("%.0f %.0f %.0f %.2e %.0e"):format(0.5, 1.5, 2.5, 260.5, 9.5)': '0 2 2 2.60e+02 1e+01',
      'return ("%.0e %.0e %.1f %.20f"):format(2.5, 3.5, 0.25, 0.1)': '2e+00 4e+00 0.2 0.10000000000000000555',
      'return 123456789012345.0, 12345678901234.5, 1e15 .. ""': '1.2345678901234e+14 12345678901234.0 1e+15',
      'return 0.1, 1e100, -0.0, 3.14159265358979, 1e14, 123456.5, 1e-5':
        '0.1 1e+100 -0.0 3.1415926535898 1e+14 123456.5 1e-05',
      'return ("%.40g|%.3f"):format(0.0001, 2^70)':
        '0.0001000000000000000047921736023859295983129|1180591620717411303424.000',
    });
  });

  test('any float, rounded to any number of decimals', async () => {
    const float = fc.oneof(
      fc.double({ min: -1e6, max: 1e6, noNaN: true }).filter((value) => Math.abs(value) > 1e-9),
      fc
        .tuple(fc.integer({ min: -99999, max: 99999 }), fc.integer({ min: 0, max: 6 }))
        .map(([n, d]) => (n * 10 + 5) / 10 ** d),
      fc.tuple(fc.integer({ min: -99999, max: 99999 }), fc.integer({ min: 0, max: 12 })).map(([n, d]) => n / 2 ** d),
    );
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(float, fc.integer({ min: 0, max: 8 })), { minLength: 50, maxLength: 50 }),
        async (cases) => {
          const [texts] = await run(
            'local out = {} for i, c in ipairs(...) do out[i] = ("%." .. c[2] .. "f"):format(c[1]) end return json.array(out)',
            cases.map(([value, decimals]) => [value + 0, decimals]),
          );
          expect(texts).toEqual(cases.map(([value, decimals]) => roundExactly(value, decimals)));
        },
      ),
      { numRuns: 20 },
    );
  });

  test('flags and odd conversions', async () => {
    await expectAll({
      'return ("%.1a %.0a %#.0a %a"):format(1.96875, 1.5, 3.0, 0.5)': '0x2.0p+0 0x2p+0 0x2.p+1 0x1p-1',
      'return ("%#x %#o %#.3g %#.0f %#.0e %#g"):format(255, 8, 1, 3.0, 3.0, 0.5)': '0xff 010 1.00 3. 3.e+00 0.500000',
      'return ("%c%c"):format(321, -191), #("%c"):format(2^53 | 0)': 'AA 1',
      'return ("%5s|%-5s|%.2s"):format("ab", "cd", "xyz")': '   ab|cd   |xy',
      'return ("%5s"):format("a\\0b")': "false s:1: bad argument #1 to 'format' (string contains zeros)",
      'return #("%s"):format("a\\0b")': '3',
      'return ("%-s"):format(("a\\0"):rep(80))': "false s:1: bad argument #1 to 'format' (string contains zeros)",
      'return ("%y"):format(1)': "false s:1: invalid option '%y' to 'format'",
      'return ("%"):format(1)': "false s:1: invalid option '%<\\0>' to 'format'",
    });
  });

  test('numerals', async () => {
    await expectAll({
      [`return ${'0'.repeat(50)}42, tonumber(("0"):rep(5000) .. "9007199254740993"), "${'0'.repeat(60)}7" + 1`]:
        '42 9007199254740993 8.0',
      'return 0x0p2048, tonumber("-0x0.0p-9999"), "0x00p9999" + 1': '0.0 -0.0 1.0',
      'return 0x1p-1075, 0x.8p-1073, 0x1p1024, 9223372036854775808': '0.0 4.9406564584125e-324 inf 9.2233720368548e+18',
      'return 0xffffffffffffffffff, tonumber("1e"), tonumber("0x"), tonumber(("9"):rep(400))': '-1 nil nil inf',
      'return tonumber("7" .. ("0"):rep(300), 8) == 0, tonumber("zz", 36), tonumber("8", 8)': 'true 1295 nil',
    });
  });
});

describe('arithmetic', () => {
  test('powers and remainders at the edges', async () => {
    await expectAll({
      'local h = math.huge return (-1)^h, (-1)^-h, 1^(0/0), 2^0.5, (-8)^(1/3) ~= (-8)^(1/3)':
        '1.0 1.0 1.0 1.4142135623731 true',
      'local h, nan = math.huge, 0/0 return nan % h ~= nan % h, nan % -h ~= nan % -h, -1 % h, 1 % -h, h % 2 ~= h % 2':
        'true true inf -inf true',
      'return 5.5 % -2, -5.5 % 2, -0.0 % 1, 5 // 0.0, -5 // 0.0, 1e308 % 1e-308 < 1e-308':
        '-0.5 0.5 -0.0 inf -inf true',
      'return math.modf(3.7)': '3 0.7',
      'local a, b = math.modf(-3.7) return a, b < -0.69, math.modf(2^70), math.modf(-math.huge)':
        '-3 true 1.1805916207174e+21 -inf 0.0',
      'return math.type((math.modf(5.0))), math.type((math.modf(5))), math.modf(" 5.5 ")': 'integer integer 5 0.5',
      'return math.max(1, 2.5), math.max(2, 2.0), math.min(2.0, 2), math.max("10", "9"), math.min("b", "a")':
        '2.5 2 2.0 9 a',
      'return math.max(1, "x")': 'false attempt to compare number with string',
      'return math.max({})  ~= nil, pcall(math.max)': "true false bad argument #1 to 'math.max' (value expected)",
      'local m = {__lt = function(a, b) return a.v < b.v end} local function o(v) return setmetatable({v = v}, m) end return math.max(o(1), o(3), o(2)).v':
        '3',
    });
  });
});

describe('lists with nil', () => {
  test('a constructor, varargs and table.pack keep every place', async () => {
    await expectAll({
      'local function f() return nil, "err" end local r = { f() } return #r, r[2]': '2 err',
      'return #{1, nil, 3}, #{nil, nil, 3}, #{nil}, #{1, nil}, #{n = 1, nil, 2}': '3 3 0 1 2',
      'local function f(...) return select("#", table.unpack({...})), #{...} end return f(nil, 1, nil, 2)': '4 4',
      'local t = table.pack(nil, nil, 3) return t.n, #t, table.unpack(t)': '3 3 nil nil 3',
      'local t = {1, nil, 3} table.insert(t, 4) return t[4], #t': '4 4',
      'local t = {1, nil, 3} return table.remove(t), #t, table.unpack(t, 1, 3)': '3 1 1 nil nil',
      'local t = {1, 2, 3, 4, 5} t[4] = nil return #t': '5',
      'local t = {} for i = 1, 5 do t[i] = i end t[4] = nil return #t': '3',
      'local t = {nil, 2} table.insert(t, 5) return #t, t[1], t[2], t[3]': '0 nil 2 5',
      'return pcall(table.concat, {1, nil, 3})': "false invalid value (nil) at index 2 in table for 'concat'",
      'local t = {} t[1] = 1 t[2] = 2 t[4] = 4 return #t': '4',
      'local t = {[1] = 1, [2] = 2, [4] = 4} return #t': '4',
      'local t = {1, 2, nil, 4} t[#t + 1] = 5 return #t, t[5]': '5 5',
    });
  });

  test('the length of a constructor that ends in a value is its number of items', async () => {
    const item = fc.constantFrom('nil', '1', '"x"', 'false', '(f())');
    await fc.assert(
      fc.asyncProperty(fc.array(item, { maxLength: 120 }), async (items) => {
        const list = [...items, '7'].join(', ');
        expect(
          await run(`local function f() return nil, 2 end local t = {${list}} return #t, select("#", table.unpack(t))`),
        ).toEqual([items.length + 1, items.length + 1]);
      }),
      { numRuns: 30 },
    );
  });

  test('a table holds what a map would, whatever is set and removed, and its length is a border', async () => {
    const key = fc.oneof(fc.integer({ min: -1, max: 40 }), fc.constantFrom('a', 'b', 'n'));
    const step = fc.tuple(key, fc.constantFrom<1 | 2 | false>(1, 2, false));
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 150 }), async (steps) => {
        const model = new Map<string | number, number>();
        for (const [name, value] of steps) {
          if (value === false) model.delete(name);
          else model.set(name, value);
        }
        const [keys, length, counted] = await run(
          `local t = {}
           for _, s in ipairs(...) do t[s[1]] = s[2] or nil end
           local keys, n = {}, #t
           for k, v in pairs(t) do keys[#keys + 1] = tostring(k) .. "=" .. v assert(t[k] == v) end
           assert(n == 0 or t[n] ~= nil) assert(t[n + 1] == nil)
           local counted = 0
           for k in pairs(t) do counted = counted + 1 t[k] = nil end
           assert(next(t) == nil and #t == 0)
           return json.array(keys), n, counted`,
          steps,
        );
        expect([...(keys as string[])].sort()).toEqual([...model].map(([name, value]) => `${name}=${value}`).sort());
        expect(length).toBeLessThanOrEqual(40);
        expect(counted).toBe(model.size);
      }),
      { numRuns: 60 },
    );
  });

  test('a list from which the last is removed is still a list for the host, and for JSON', async () => {
    expect(
      await run(
        'local t = {1, 2, 3} table.remove(t) local u = {1, 2} u[#u] = nil return t, u, json.encode(t), {1, nil, 3}',
      ),
    ).toEqual([[1, 2], [1], '[1,2]', { 1: 1, 3: 3 }]);
    expect(await run('return json.encode(json.array{1, nil, 3}), #json.decode("[1,null]")')).toEqual(['[1,null,3]', 2]);
  });

  test('pairs visits key 0 where Lua does', async () => {
    const order = (body: string): string =>
      `local o = {} for k in pairs(${body}) do o[#o + 1] = k end return table.concat(o, " ")`;
    await expectAll({
      [order('{[0] = 1, [1] = 2, [2] = 3, [3] = 4}')]: '0 1 2 3',
      [order('{[0] = "z", "a", "b", "c"}')]: '1 2 3 0',
      [order('(function() local t = {} for i = 0, 4 do t[i] = i end return t end)()')]: '1 2 3 4 0',
      [order('(function() local t = {[0] = 0, [1] = 1} t[2] = 2 return t end)()')]: '1 2 0',
      [order('{[-1] = 1, [0] = 2}')]: '0 -1',
    });
  });
});

describe('library functions', () => {
  test('assert puts the position before its message, as error does', async () => {
    await expectAll({
      'local function f() assert(false, "msg") end f()': 'false s:1: msg',
      '\nassert(nil)': 'false s:2: assertion failed!',
      'return select(2, pcall(assert, false, "msg"))': 'msg',
      'return select(2, pcall(function() assert(false, 42) end))': '42',
      'return type(select(2, pcall(function() assert(false, {}) end)))': 'table',
      'return select("#", assert(1, nil, nil))': '3',
    });
  });

  test('dates: isdst, fields in any order, modifiers', async () => {
    await expectAll({
      'local t = {year = 2024, month = 1, day = 31} local n = os.time(t) t = {year = 2024, month = 1, day = 31, isdst = true} return n - os.time(t), os.time{year = 2024, month = 1, day = 31, isdst = false} - n':
        '3600 0',
      'return os.time(setmetatable({}, {__index = {year = 2024, month = 1, day = 1}})) == os.time{year = 2024, month = 1, day = 1}':
        'true',
      'return os.date("!%Ex %OH %EY %Od", 0), os.date("!%G-W%V-%u", 1704067200)': '01/01/70 00 1970 01 2024-W01-1',
      'return os.date("%Ep")': "false s:1: bad argument #1 to 'date' (invalid conversion specifier '%Ep')",
      'return os.date("a%Qb")': "false s:1: bad argument #1 to 'date' (invalid conversion specifier '%Qb')",
      'return os.time{}': "false s:1: field 'day' missing in date table",
      'return os.time{year = 2024, month = 1.5, day = 1}': "false s:1: field 'month' is not an integer",
      'return os.time{year = 2^31, month = 1, day = 1}': "false s:1: field 'year' is out-of-bound",
    });
  });

  test('packing', async () => {
    await expectAll({
      'return string.pack("<I12", -2):byte(-4, -1)': '0 0 0 0',
      'return string.unpack("<i12I10", string.pack("<i12I10", -2, -3))': '-2 -3 23',
      'return string.unpack("z", "ab")': 'ab 4',
    });
  });

  test('patterns that are malformed matter where a match gets there', async () => {
    await expectAll({
      'return ("abc"):find("x["), ("abc"):gsub("x%", ""), ("a"):match("()%1")': 'nil abc nil',
      'return ("abc"):find("a[")': "false s:1: malformed pattern (missing ']')",
      'return ("abc"):find("%")': "false s:1: malformed pattern (ends with '%')",
      'local g = ("ab"):gmatch("a*") return g(), g(), g(), g()': 'a  nil nil',
      'local o = {} for a in ("a,b,,c"):gmatch("[^,]*") do o[#o + 1] = a end return table.concat(o, "|")': 'a|b||c',
    });
  });

  test('collectgarbage', async () => {
    await expectAll({
      'return collectgarbage("step"), collectgarbage("isrunning"), collectgarbage(), collectgarbage("setpause", 150), collectgarbage("setpause", 200)':
        'true true 0 200 150',
      'collectgarbage("stop") local a = collectgarbage("isrunning") collectgarbage("restart") return a, collectgarbage("isrunning")':
        'false true',
      'local t = {} for i = 1, 20000 do t[i] = {} end collectgarbage() local full = collectgarbage("count") t = nil collectgarbage() return math.type(full), full - collectgarbage("count") > 500':
        'float true',
    });
  });
});

describe('source texts', () => {
  const mark = '\ufeff';

  test('a byte order mark and a first line with # are skipped, lines keep their numbers', async () => {
    expect(await run(`${mark}return 1`)).toEqual([1]);
    expect(await run('#!/usr/bin/env lua\nreturn 2')).toEqual([2]);
    expect(await run(`${mark}# a comment`)).toEqual([]);
    expect(errorOf(await createLua().run(`${mark}#!lua\nerror("x")`)).message).toBe('script.lua:2: x');
    const lua = createLua({ modules: { a: `${mark}#!lua\nreturn 3`, b: '#!lua\nerror("y")' } });
    expect(valuesOf(await lua.run('return require("a"), pcall(require, "b")'))).toEqual([3, false, 'b.lua:2: y']);
    expect(check('#!lua\nx = = 1')).toEqual([{ message: "unexpected symbol near '='", line: 2, column: 5 }]);
    expect(check(`${mark}local x = 1`)).toEqual([]);
    // To `load` it is a text like any other, as in Lua.
    expect(await run('return (load("#!lua\\nreturn 1"))')).toEqual([undefined]);
  });

  test('check finds the column of what the compiler had read last', () => {
    const columns = {
      'local = = 1': 7,
      'local s = "= =" x = = 1': 21,
      'f(x y)': 5,
      'print("ä") x = = 1': 16,
      'x = "a\nb"': 5,
      'if a then b() end end': 19,
      'goto done': 6,
      '::a:: ::a::': 9,
      'x = 3 break': 7,
      'x = {1, 2 3}': 11,
      'y = 3 +': 8,
      'x = "\\q"': 5,
      'é = 1': 1,
    };
    expect(Object.fromEntries(Object.keys(columns).map((code) => [code, check(code)[0]?.column]))).toEqual(columns);
  });

  test('a prompt shows `= x` as Lua’s own did', async () => {
    const repl = createRepl();
    await repl.feed('x = 20');
    expect(await repl.feed('= x + 1, "a"')).toEqual({ kind: 'values', text: '21\t"a"' });
    expect(await repl.feed('=x')).toEqual({ kind: 'values', text: '20' });
  });
});
