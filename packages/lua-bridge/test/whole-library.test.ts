import { describe, expect, test } from '@jest/globals';

import { createLua } from '../src/index.js';
import { errorOf, valuesOf } from './sandboxes.js';

const run = async (code: string): Promise<unknown[]> => valuesOf(await createLua().run(code));
const reasonOf = async (code: string): Promise<string> => errorOf(await createLua().run(code)).reason;

describe('what is missing says so by name', () => {
  test.each([
    ['io.open("x")', 'io.open is not in this sandbox'],
    ['local open = io.open open("x")', 'io.open is not in this sandbox'],
    ['local a, b = io.open, io.read b()', 'io.read is not in this sandbox'],
    ['local io = io for l in io.lines("x") do end', 'io.lines is not in this sandbox'],
    [
      'local open = io and io.open local function f() return function() open("x") end end f()()',
      'io.open is not in this sandbox',
    ],
    ['io.stdin:read()', 'io.stdin is not in this sandbox'],
    ['print(package.path)', 'package is not in this sandbox'],
    ['package.preload.x = 1', 'package is not in this sandbox'],
    ['local exit = os.exit exit()', 'os.exit is not in this sandbox'],
    ['os.execute("ls")', 'os.execute is not in this sandbox'],
    ['dofile("x")', 'dofile is not in this sandbox'],
    ['local d = debug d.sethook()', 'debug.sethook is not in this sandbox'],
    ['string.dump(print)', 'string.dump is not in this sandbox'],
    ['unpack({})', 'unpack is not in Lua 5.3: use table.unpack'],
    ['loadstring("x")', 'loadstring is not in Lua 5.3: use load'],
    ['foo()', "attempt to call a nil value (global 'foo')"],
    ['local open open()', "attempt to call a nil value (local 'open')"],
    ['foo.open()', "attempt to index a nil value (global 'foo')"],
  ])('%s', async (code, reason) => {
    expect(await reasonOf(code)).toBe(reason);
  });

  test('and is nil to libraries that ask first', async () => {
    expect(
      await run(
        `local open = io and io.open
         return open, package, os.execute, debug.sethook, os.getenv("HOME"), type(io.write), rawget(_G, "dofile")`,
      ),
    ).toEqual([undefined, undefined, undefined, undefined, undefined, 'function', undefined]);
  });
});

describe('io', () => {
  test('writes where print does, without a line end, within the limit of output', async () => {
    const pieces: string[] = [];
    const lua = createLua({ onOutput: (text) => pieces.push(text), limits: { outputBytes: 40 } });
    const result = await lua.run(
      'io.write("a", 1, 1.5):write("b\\n") print("c") io.stdout:write("d"):flush() io.stderr:write("ä")',
    );
    expect(result.output).toBe('a11.5b\nc\ndä');
    expect(pieces.join('')).toBe(result.output);
    expect(errorOf(await lua.run('while true do io.write("x") end')).code).toBe('limit_output');
    expect(errorOf(await lua.run('io.write(("x"):rep(41))')).code).toBe('limit_output');
    expect(await reasonOf('io.write({})')).toBe("bad argument #1 to 'write' (string expected, got table)");
  });
});

describe('debug', () => {
  test('traceback is Lua’s own, but for the C code around it', async () => {
    expect(
      await run(`local function inner() return debug.traceback("m") end
local t = { field = function() local text = inner() return text end }
function global() local text = t.field() return text end
local text = global()
return text`),
    ).toEqual([
      'm\nstack traceback:\n' +
        "\tscript.lua:1: in upvalue 'inner'\n" +
        "\tscript.lua:2: in field 'field'\n" +
        "\tscript.lua:3: in function 'global'\n" +
        '\tscript.lua:4: in main chunk',
    ]);
    expect(
      await run(`local co = coroutine.create(function() coroutine.yield() end) coroutine.resume(co)
        local function deep(n) if n == 0 then return debug.traceback() end local t = deep(n - 1) return t end
        local t = {}
        return debug.traceback(co), debug.traceback(co, "m", 1), debug.traceback(t) == t, #deep(30) < #deep(19) * 2,
          select(2, xpcall(error, debug.traceback, "e")):match("^e\\nstack traceback:")`),
    ).toEqual([
      "stack traceback:\n\t[C]: in function 'coroutine.yield'\n\tscript.lua:1: in function <script.lua:1>",
      'm\nstack traceback:\n\tscript.lua:1: in function <script.lua:1>',
      true,
      true,
      'e\nstack traceback:',
    ]);
  });

  test('getinfo of a function and of a level', async () => {
    expect(
      await run(`local up
local function f(a, b, ...)
  up = a
  return debug.getinfo(1), debug.getinfo(2, "lS"), debug.getinfo(f, "S")
end
local own, caller, none = f(1)
local func = own.func
own.func = nil
return own, caller, func == f, debug.getinfo(f, "uS"), debug.getinfo(print, "Slu"), debug.getinfo(99)`),
    ).toEqual([
      {
        name: 'f',
        namewhat: 'local',
        source: '@script.lua',
        short_src: 'script.lua',
        what: 'Lua',
        linedefined: 2,
        lastlinedefined: 5,
        currentline: 4,
        nups: 3,
        nparams: 2,
        isvararg: true,
        istailcall: false,
      },
      {
        source: '@script.lua',
        short_src: 'script.lua',
        what: 'main',
        linedefined: 0,
        lastlinedefined: 0,
        currentline: 6,
      },
      true,
      expect.objectContaining({ nups: 3, nparams: 2, isvararg: true, lastlinedefined: 5 }),
      {
        source: '=[C]',
        short_src: '[C]',
        what: 'C',
        linedefined: -1,
        lastlinedefined: -1,
        currentline: -1,
        nups: 0,
        nparams: 0,
        isvararg: true,
      },
      undefined,
    ]);
    expect(await reasonOf('debug.getinfo(1, "X")')).toBe("bad argument #2 to 'getinfo' (invalid option)");
    expect(await reasonOf('debug.getinfo("x")')).toBe("bad argument #1 to 'getinfo' (number expected, got string)");
    expect(await run('local t = debug.getinfo(1, "L").activelines return t[1]')).toEqual([true]);
  });

  test('gives scripts no function of the host that they could not name', async () => {
    const lua = createLua();
    lua.set('call', (f: () => unknown) => f());
    expect(
      valuesOf(
        await lua.run(
          'local seen for level = 0, 9 do local i = debug.getinfo(level, "Sf") if i and i.what == "C" then seen = seen or i.func end end return seen',
        ),
      ),
    ).toEqual([undefined]);
  });
});

test('bit32 and the older functions of math are there, as in the usual builds of Lua 5.3', async () => {
  expect(
    await run(`return bit32.band(0xff, 0x0f, -1), bit32.bor(1, 2^32 | 0, 4), bit32.bxor(), bit32.bnot(0), bit32.btest(1, 2),
      bit32.lshift(1, 31), bit32.lshift(1, 32), bit32.rshift(-1, 28), bit32.arshift(-8, 1), bit32.arshift(8, -1),
      bit32.lrotate(0x80000001, 1), bit32.rrotate(1, 33), bit32.extract(0xabcd, 4, 8), bit32.replace(0, -1, 28, 4)`),
  ).toEqual([15, 5, 0, 0xffffffff, false, 0x80000000, 0, 15, 0xfffffffc, 16, 3, 0x80000000, 0xbc, 0xf0000000]);
  expect(await reasonOf('bit32.extract(1, 31, 2)')).toBe('trying to access non-existent bits');
  expect(
    await run(
      'local f, e = math.frexp(-10) local g, h = math.frexp(5e-324) return f, e, g, h, math.ldexp(0.5, -1073), math.pow(-1, math.huge), math.log10(1000), math.cosh(0)',
    ),
  ).toEqual([-0.625, 4, 0.5, -1073, 5e-324, 1, 3, 1]);
});
