import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { parse } from 'smol-toml';

import { readPlainToml } from '../src/stores/file/plain-toml.js';

const asData = (tree: unknown): unknown => JSON.parse(JSON.stringify(tree));

const key = fc.constantFrom('a', 'b', 'c-1', '_', '0', 'constructor', 'toString', '__proto__');
const word = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 6 }),
  fc.constantFrom('', '\\n', '\\', '"', '#', '\t', '\u007f', '\u0085', '\u2028', '[a]'),
);
const value = fc.oneof(
  word.map((text) => `"${text}"`),
  fc.constantFrom(
    '0',
    '12',
    '01',
    '-1',
    '1_0',
    '999999999999999',
    '9999999999999999',
    'true',
    '1.5',
    "'x'",
    '"""x"""',
    '[1]',
    '{}',
    '1979-05-27',
    '',
    '""',
  ),
);
const section = fc.array(key, { minLength: 1, maxLength: 3 }).map((keys) => keys.join('.'));
const line = fc.oneof(
  section.map((name) => `[${name}]`),
  fc.tuple(key, value).map(([name, text]) => `${name} = ${text}`),
  fc.tuple(section, value).map(([name, text]) => ` ${name}\t=${text} `),
  word.map((text) => `# ${text}`),
  fc.tuple(key, word).map(([name, text]) => `[${name}] # ${text}`),
  fc.constantFrom('', '  ', '[[a]]', '[a', 'a =', '[a.]', '[ a ]', '= 1', 'a', '\uFEFF'),
);
const document = fc
  .tuple(fc.array(line, { maxLength: 8 }), fc.constantFrom('\n', '\r\n', '\n\n', '\r'))
  .map(([lines, end]) => lines.join(end));

describe('TOML that is written the plain way', () => {
  test('is read as the library reads it, and whatever is not plain or not TOML is left to the library', () => {
    fc.assert(
      fc.property(document, (text) => {
        const tree = readPlainToml(text);
        if (tree !== undefined) expect(asData(tree)).toEqual(asData(parse(text)));
      }),
      { numRuns: 2_000 },
    );
  });

  test.each([
    [
      'sections, texts and numbers',
      'version = 1\n\n[services.segment]\ndefault = "a"\n\n[services.segment.accounts.a]\nwriteKey = "k#=[]"\n',
    ],
    ['comments and blanks', '# mine\n\n\t[a]\t# also mine\n  b = "žluťoučký"  # and this\n#'],
    ['ends of lines of Windows, and none at the end', '[a]\r\nb = ""\r\n\r\n[c]\r\nd = 0'],
    ['a section below one that comes later', '[a.b]\nx = "1"\n[a]\ny = "2"\n'],
    ['nothing', ''],
  ])('may hold %s', (_what, text) => {
    expect(readPlainToml(text)).toEqual(asData(parse(text)));
  });

  test.each([
    ['a section twice', '[a]\n[a]\n'],
    ['a key twice', 'a = "1"\na = "2"\n'],
    ['a section in the place of a text', 'a = "1"\n[a.b]\n'],
    ['a text in the place of a section', '[a.b]\n[a]\nb = "1"\n'],
    ['an escape', 'a = "\\u0041"\n'],
    ['a key that is no field of an object', '__proto__ = "1"\n'],
  ])('holds no %s', (_what, text) => {
    expect(readPlainToml(text)).toBeUndefined();
  });
});
