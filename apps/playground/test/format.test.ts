import { describe, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';

import { editor, NAMESPACE, runScript, scriptText, write } from './open-page.js';
import { usePlayground } from './playground.js';

const { open, shared } = usePlayground();

const format = async (page: Page, code: string): Promise<string> => {
  await write(page, code);
  await page.getByRole('button', { name: 'Format' }).click();
  return scriptText(page);
};

/** Types as a hand does, from an empty script. */
const typed = async (page: Page, ...keys: string[]): Promise<string> => {
  await write(page, '');
  for (const key of keys) await (key === 'Enter' ? page.keyboard.press('Enter') : page.keyboard.insertText(key));
  return scriptText(page);
};

const STRANGE = [
  'print(#[[',
  '  one   ',
  '      two',
  'end',
  ']])   ',
  'local s = [==[ ]] ',
  '   } end ]==]  ..  "a\\',
  '    b"   ',
  '--[[ a comment',
  '      that is   ',
  '  laid out ]]   ',
  'if s then',
  '-- keeps its end   ',
  "local q = 'it -- is [[ no comment'",
  'local t = {',
  '[ [[key]] ] = 1, -- { (',
  "a = function() return '}' end,",
  '}',
  'end',
].join('\n');

const STRANGE_FORMATTED = [
  'print(#[[',
  '  one   ',
  '      two',
  'end',
  ']])',
  'local s = [==[ ]] ',
  '   } end ]==]  ..  "a\\',
  '    b"',
  '--[[ a comment',
  '      that is   ',
  '  laid out ]]',
  'if s then',
  '  -- keeps its end   ',
  "  local q = 'it -- is [[ no comment'",
  '  local t = {',
  '    [ [[key]] ] = 1, -- { (',
  "    a = function() return '}' end,",
  '  }',
  'end',
].join('\n');

describe('Format', () => {
  test('leaves strings and comments as they are, to the letter', async () => {
    const { page } = await shared();
    expect(await format(page, STRANGE)).toBe(STRANGE_FORMATTED);
    expect(await format(page, STRANGE_FORMATTED)).toBe(STRANGE_FORMATTED);
    await write(page, 'print(#[[\n      26 letters, in all\n ]])');
    const before = await runScript(page);
    await page.getByRole('button', { name: 'Format' }).click();
    expect(await runScript(page)).toBe(before);
  });

  test.each([
    ['calls with a table', `${NAMESPACE}.track({\nevent = "A",\nproperties = {\na = 1\n}\n})`],
    ['functions as arguments', 'try("a", function()\nprint(1)\nend)\npcall(function()\nif a then\nb()\nend\nend, 1)'],
    ['branches', 'if a then\nb()\nelseif c then\nd()\nelse\ne()\nend'],
    ['loops', 'for i = 1, 2 do\nwhile a do\nrepeat\nb()\nuntil c\nend\nend'],
    ['one-liners', 'if a then return end\nlocal f = function() return {} end\nprint(f)'],
    ['what goes on in the next line', 'local a =\nb +\nc\nlocal d = e\nand f\nor g\nprint(a)'],
    ['chains of calls', 'local a = b\n:c()\n:d({\ne = 1\n})\nprint(a)'],
  ])('indents %s by two, and once more changes nothing', async (_title, code) => {
    const { page } = await shared();
    const once = await format(page, code);
    expect(once).toMatchSnapshot();
    expect(await format(page, once)).toBe(once);
    expect(once.replaceAll(/\s+/g, ' ')).toBe(code.replaceAll(/\s+/g, ' '));
  });

  test('changes no guide and no example', async () => {
    const { page } = await open();
    await page.getByRole('button', { name: 'Examples' }).click();
    const cards = page.locator('dialog[open] .card');
    const count = await cards.count();
    expect(count).toBeGreaterThan(15);
    await page.keyboard.press('Escape');
    for (let index = 0; index < count; index += 1) {
      await page.getByRole('button', { name: 'Examples' }).click();
      await cards.filter({ visible: true }).nth(index).click();
      const code = await scriptText(page);
      await page.getByRole('button', { name: 'Format' }).click();
      expect(await scriptText(page)).toBe(code);
    }
  }, 120_000);

  test('is undone in one step', async () => {
    const { page } = await shared();
    await write(page, STRANGE);
    await page.getByRole('button', { name: 'Format' }).click();
    await editor(page).press('ControlOrMeta+z');
    expect(await scriptText(page)).toBe(STRANGE);
  });
});

describe('Enter', () => {
  test('indents once what a call, a table or a block opens, and what closes goes back', async () => {
    const { page } = await shared();
    expect(await typed(page, `${NAMESPACE}.track({`, 'Enter', 'event = "A"')).toMatch(
      /^app\S+track\(\{\n {2}event = "A"/,
    );
    expect(await typed(page, 'if a then', 'Enter', 'b()', 'Enter')).toBe('if a then\n  b()\n  ');
    await page.keyboard.type('end');
    expect(await scriptText(page)).toBe('if a then\n  b()\nend');
    expect(await typed(page, 'local s = [[', 'Enter', 'x')).toBe('local s = [[\nx');
  });
});
