import { describe, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';

import { editor, ending, NAMESPACE, pointAt, runScript, scriptText, show, write } from './open-page.js';
import { usePlayground } from './playground.js';
import { processorTime } from './processor-time.js';
import { slowness } from './slowness.js';

const { open, shared } = usePlayground();

// They are chosen by a click: for a moment after they appear, the editor takes Enter for a line break.
const completions = (page: Page) => page.locator('.cm-tooltip-autocomplete li');

describe('the editor', () => {
  test('underlines a syntax error within 100 ms of the key, and no longer once it is mended', async () => {
    const { page } = await open();
    await write(page, 'local x = ');
    await page.locator('.cm-problem').waitFor();
    await page.keyboard.type('1');
    await page.locator('.cm-problem').waitFor({ state: 'detached' });
    const time = await processorTime(page);
    // Half of them may be waited, half worked: the page's own clock goes no further.
    await page.clock.install();
    await page.clock.pauseAt(Date.now() + 1000);
    const taken: number[] = [];
    for (let count = 0; count < 5; count += 1) {
      const before = await time.process();
      await page.keyboard.press('+');
      await page.clock.runFor(50);
      await page.locator('.cm-problem').waitFor();
      taken.push((await time.process()) - before);
      await page.keyboard.press('Backspace');
      await page.clock.runFor(50);
      await page.locator('.cm-problem').waitFor({ state: 'detached' });
    }
    expect(Math.min(...taken)).toBeLessThan(50 * (await slowness(page)));
  });

  test('says under the pointer what is wrong', async () => {
    const { page } = await shared();
    await write(page, 'local x = = 1');
    await page.locator('.cm-problem').hover();
    await page
      .locator('.cm-tooltip')
      .getByText(/unexpected symbol near '='/)
      .waitFor();
  });

  test('underlines the line of a run-time error, and a link in the output goes there', async () => {
    const { page } = await shared();
    await write(page, `local order = nil\n\nprint(order.total)\n${'\n'.repeat(80)}print("end")`);
    expect(await runScript(page)).toMatch(/attempt to index a nil value/);
    await page.getByRole('alert').getByRole('button', { name: 'script.lua:3' }).first().click();
    await expect(page.locator('.cm-problem').innerText()).resolves.toBe('print(order.total)');
    await expect(page.locator('.cm-activeLine').innerText()).resolves.toBe('print(order.total)');
  });

  test('formats the script by its button and by its key', async () => {
    const { page } = await shared();
    await write(page, 'if true then\nprint(1)   \n      end');
    await page.getByRole('button', { name: 'Format' }).click();
    const formatted = 'if true then\n  print(1)\nend';
    expect(await scriptText(page)).toBe(formatted);
    await write(page, 'if true then\nprint(1)   \n      end');
    await page.keyboard.press('Shift+Alt+F');
    expect(await scriptText(page)).toBe(formatted);
  });

  test('finds and replaces', async () => {
    const { page } = await shared();
    await write(page, 'local cat = 1\nprint(cat, cat)');
    await page.keyboard.press('ControlOrMeta+f');
    await page.getByRole('textbox', { name: 'Find' }).pressSequentially('cat');
    await page.getByText('3 matches').waitFor();
    await page.locator('.cm-searchMatch').nth(2).waitFor();
    await page.getByRole('textbox', { name: 'Replace' }).pressSequentially('dog');
    await page.getByRole('button', { name: 'replace all' }).click();
    expect(await scriptText(page)).toBe('local dog = 1\nprint(dog, dog)');
    await page.keyboard.press('Escape');
    await page.getByRole('textbox', { name: 'Find' }).waitFor({ state: 'detached' });
  });

  test('leaves what is written to the script while its find panel is open', async () => {
    const { page } = await shared();
    await write(page, 'print("cat")\n');
    await page.keyboard.press('ControlOrMeta+f');
    await page.getByRole('textbox', { name: 'Find' }).pressSequentially('cat');
    await editor(page).click();
    await page.keyboard.press('ControlOrMeta+End');
    await page.keyboard.type('-- a cat');
    expect(await scriptText(page)).toBe('print("cat")\n-- a cat');
    await page.getByText('2 matches').waitFor();
    await expect(page.getByRole('textbox', { name: 'Find' }).inputValue()).resolves.toBe('cat');
    await page.keyboard.press('Escape');
  });

  test('moves over a character with its accents and its joiners in one step', async () => {
    const { page } = await shared();
    const characters = ['e\u0301', '\u{1f469}\u200d\u{1f680}', '\u0e01\u0e33', '\u{1f1e9}\u{1f1ea}'].join('');
    await write(page, `-- ${characters}`);
    for (let count = 0; count < 4; count += 1) await page.keyboard.press('ArrowLeft');
    await page.keyboard.insertText('|');
    expect(await scriptText(page)).toBe(`-- |${characters}`);
  });

  test('undoes across a reload', async () => {
    const { page } = await open();
    await write(page, 'print("mine")');
    await page.reload();
    await editor(page).getByText('mine').waitFor();
    await editor(page).click();
    await page.keyboard.press('ControlOrMeta+z');
    await editor(page).getByText('Say who the user is').waitFor();
  });

  test('completes operations, then their parameters with the required ones marked', async () => {
    const { page } = await shared();
    await write(page, `${NAMESPACE}.`);
    await page.keyboard.type('tr');
    await completions(page).getByText('track', { exact: true }).waitFor();
    await page.locator('.cm-completionInfo').getByText('Track a custom event').waitFor();
    await completions(page).getByText('track', { exact: true }).click();
    await page.keyboard.type('({ ');
    await page.keyboard.press('Control+Space');
    await completions(page).filter({ hasText: 'event' }).first().waitFor();
    const offered = await completions(page).allInnerTexts();
    expect(offered.find((text) => text.startsWith('event'))).toContain('string, required');
    expect(offered.find((text) => text.startsWith('properties'))).not.toContain('required');
    await completions(page).getByText('event', { exact: true }).click();
    await page.keyboard.type('Signed Up');
    expect(await scriptText(page)).toBe(`${NAMESPACE}.track({ event = "Signed Up"})`);
  });

  test('completes what Lua brings, and what the script itself declares', async () => {
    const { page } = await shared();
    await write(page, 'local revenue = 1\n');
    await page.keyboard.type('string.form');
    await completions(page).getByText('format').waitFor();
    await page.keyboard.press('Escape');
    await page.keyboard.type('at(rev');
    await completions(page).getByText('revenue').waitFor();
  });

  test('completes an account as soon as it is added, and its functions', async () => {
    const { page } = await open();
    await show(page, 'Accounts');
    await page.getByLabel('Name of a new account').fill('acme');
    await page.getByRole('button', { name: 'Add account' }).click();
    await page.getByRole('heading', { name: 'acme' }).waitFor();
    await write(page, `${NAMESPACE}.`);
    await page.keyboard.type('ac');
    await completions(page).getByText('acme').click();
    await page.keyboard.type('.ide');
    await completions(page).getByText('identify').waitFor();
  });

  test('documents functions, accounts and parameters under the pointer, also by a short name', async () => {
    const { page } = await shared();
    await write(
      page,
      `local segment = ${NAMESPACE}\nsegment.track({ event = "A" })\nsegment.staging.identify({ traits = {} })`,
    );
    const tip = page.locator('.cm-tooltip-hover');
    const told = {
      track: 'track({ event',
      event: 'event: string (required)',
      staging: 'An account',
      identify: 'identify({ userId',
      traits: 'traits: object',
    };
    for (const [word, text] of Object.entries(told)) {
      await pointAt(page, word);
      await tip.filter({ hasText: text }).waitFor();
    }
  });

  test('documents what scripts have of libraries, under the pointer and beside their completion', async () => {
    const { page } = await shared();
    await write(page, 'print(json.decode(a), regex.match(b, c), string.format(d), parallel(e), math)');
    const tip = page.locator('.cm-tooltip-hover');
    const told = {
      decode: ['json.decode(text)', 'null is json.null'],
      match: ['regex.match(text, pattern)', 'linear time'],
      format: ['string', 'all of it but dump'],
      parallel: ['parallel(...)', 'at once'],
      math: ['math', 'older Lua'],
    };
    for (const [word, [call = '', summary = '']] of Object.entries(told)) {
      await pointAt(page, word);
      await tip.filter({ hasText: summary }).getByText(call, { exact: true }).waitFor();
    }
    await write(page, 'json.');
    await page.keyboard.type('dec');
    await page.locator('.cm-completionInfo').getByText('null is json.null').waitFor();
    await page.keyboard.press('Escape');
  });

  test('shows the parameters of the call around the cursor, until Escape', async () => {
    const { page } = await shared();
    await write(page, '');
    await page.keyboard.type(`${NAMESPACE}.track({ event = "A`);
    const help = page.locator('.doc-tip').filter({ hasText: 'track({' });
    await help.waitFor();
    await expect(help.locator('.active').innerText()).resolves.toBe('event');
    // The first one may end a completion that is on its way.
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
    await help.waitFor({ state: 'detached' });
  });

  test('runs with Ctrl+Enter', async () => {
    const { page } = await shared();
    await write(page, 'print("by key")');
    await page.keyboard.press('ControlOrMeta+Enter');
    expect(await ending(page)).toContain('by key');
  });
});
