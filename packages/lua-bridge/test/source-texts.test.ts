import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

import { describe, expect, test } from '@jest/globals';

import { createLua } from '../src/index.js';
import { valuesOf } from './sandboxes.js';

/* What `load` of lua5.3 says of texts that are at fault. */
const FAULTS: Readonly<Record<string, string>> = {
  'x = "a\\qb"': `1: invalid escape sequence near '"a\\q'`,
  'x = "\\xg1"': `1: hexadecimal digit expected near '"\\xg'`,
  'x = "\\x4"': `1: hexadecimal digit expected near '"\\x4"'`,
  'x = "\\u41"': `1: missing '{' near '"\\u4'`,
  'x = "\\u{}"': `1: hexadecimal digit expected near '"\\u{}'`,
  'x = "\\u{110000}"': `1: UTF-8 value too large near '"\\u{110000'`,
  'x = "\\u{41"': `1: missing '}' near '"\\u{41"'`,
  'x = "\\300"': `1: decimal escape too large near '"\\300"'`,
  'x = "ab\\t\\065\ncd"': `1: unfinished string near '"ab\tA'`,
  'x = "ab': '1: unfinished string near <eof>',
  "x = 'ab\\": '1: unfinished string near <eof>',
  'x = "\\z  \n  ': '2: unfinished string near <eof>',
  'x = [[a\nb': '2: unfinished long string (starting at line 1) near <eof>',
  'x = [==[a]=]': '1: unfinished long string (starting at line 1) near <eof>',
  '--[[ a\n\n': '3: unfinished long comment (starting at line 1) near <eof>',
  'x = [=a': "1: invalid long string delimiter near '[='",
  'x = 0x': "1: malformed number near '0x'",
  'x = 1e': "1: malformed number near '1e'",
  'x = 3ee+5': "1: malformed number near '3ee'",
  'x = 1..2': "1: malformed number near '1..2'",
  'x = = "\\065\\n"': "1: unexpected symbol near '='",
  'x = 1 "\\065\\t"': `1: unexpected symbol near '"A\t"'`,
  'x = 1 [=[\na\r\nb]=]': "3: unexpected symbol near '[=[a\nb]=]'",
  'x = 1 "a\\0b"': `1: unexpected symbol near '"a'`,
  'x = @': "1: unexpected symbol near '@'",
  'x = \u0001': "1: unexpected symbol near '<\\1>'",
  'x = y ~ = z': "1: unexpected symbol near '='",
  'goto continue': "1: no visible label 'continue' for <goto> at line 1",
  break: '1: <break> at line 1 not inside a loop',
  'for = 1': "1: <name> expected near '='",
  'x = 9 -- c\n= 1': "2: unexpected symbol near '='",
};

/* Expressions, and what lua5.3 makes of them. */
const MEANINGS: Readonly<Record<string, string | number>> = {
  '"\\a\\b\\f\\n\\r\\t\\v\\\\\\"\\\'"': '\x07\b\f\n\r\t\v\\"\'',
  '"\\65\\0651\\x41\\u{e9}\\z  \n  B"': 'AA1AéB',
  '"a\\\r\nb\\\n\rc"': 'a\nb\nc',
  '[[\r\na\r\nb\n\rc\rd\n\ne]]': 'a\nb\nc\nd\n\ne',
  '[==[ ]] ]=] ]==]': ' ]] ]=] ',
  '#"\\0\\u{10FFFF}"': 5,
  '0xA.8p1 + .5 + 3. + 1e-1': 24.6,
  '0xffffffffffffffff + 7 // 2 - -- it goes on\n 1 --[[ and\n on ]] + 1': 2,
  '1 << 2 == 4 and 1 ~= 2 and 3 >= 2 and 2 <= 3 and "yes" or "no"': 'yes',
};

describe('source texts', () => {
  test('what is wrong with one is told in Lua’s own words', async () => {
    const load = 'local _, message = load(..., "=text") return message';
    const told = await Promise.all(
      Object.keys(FAULTS).map(async (text) => [text, valuesOf(await createLua().run(load, { args: [text] }))[0]]),
    );
    const expected = Object.entries(FAULTS).map(([text, message]) => [text, `text:${message}`]);
    expect(Object.fromEntries(told)).toEqual(Object.fromEntries(expected));
  });

  test('strings and numerals of all forms mean what they do in Lua', async () => {
    const found = await Promise.all(
      Object.keys(MEANINGS).map(async (text) => [text, valuesOf(await createLua().run(`return ${text}`))[0]]),
    );
    expect(Object.fromEntries(found)).toEqual(MEANINGS);
  });

  test('lines are counted whatever ends them', async () => {
    const text = 'x = 1\r\ny = [[\n\r\r]]\r--[[\n]] z = "\\z\n\n"\nreturn debug.traceback("", 1):match(":(%d+):")';
    expect(valuesOf(await createLua().run(text))).toEqual(['9']);
  });
});

test('the parser finds the numbers that fengari defines', () => {
  const require = createRequire(import.meta.url);
  const { to_luastring: keep, ...own } = require('../src/vm/compiler/definitions.cjs') as Record<string, unknown>;
  expect(require('fengari/src/defs.js')).toMatchObject(own);
  expect((keep as (text: string) => unknown)('text')).toBe('text');
  const taken = ['lparser', 'lcode'].flatMap((name) => {
    const text = readFileSync(require.resolve(`fengari/src/${name}.js`), 'utf8');
    const [, names = ''] = /const \{([^=]*)\} = require\('\.\/defs\.js'\)/.exec(text) ?? [];
    return names.match(/\b(?:LUA|to)_\w+/g) ?? [];
  });
  const { constant_types: kinds, ...numbers } = own as { constant_types: object };
  expect(new Set(taken)).toEqual(new Set([...Object.keys(numbers), ...Object.keys(kinds), 'to_luastring']));
});
