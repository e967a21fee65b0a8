import { describe, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';

import { drawnScript, editor, ending, NAMESPACE, runScript, scriptText, show, write } from './open-page.js';
import { usePlayground } from './playground.js';

const { open, shared } = usePlayground();

/** What has the focus. It is moved in the frame after what had it went, and waited for: nothing at all is a failure. */
const focused = async (page: Page): Promise<string> => {
  await page.waitForFunction(() => document.activeElement && document.activeElement !== document.body);
  return page.evaluate(
    () => document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.className ?? '',
  );
};

const isWriting = (page: Page): Promise<boolean> => editor(page).evaluate((element) => element.matches(':focus'));

describe('in the editor', () => {
  test.each(['end', 'do', 'then', 'nil', 'print'])('Enter after %s breaks the line', async (word) => {
    const { page } = await shared();
    await write(page, '');
    await page.keyboard.type(`local x = 1 ${word}`, { delay: 40 });
    await page.keyboard.press('Control+Space');
    await page.keyboard.press('Enter');
    await page.keyboard.type('y');
    expect((await scriptText(page)).split('\n').map((line) => line.trim())).toEqual([`local x = 1 ${word}`, 'y']);
  });

  test('Tab takes the completion on offer, and else indents the lines selected; Shift+Tab goes back', async () => {
    const { page } = await shared();
    await write(page, `${NAMESPACE}.`);
    await page.keyboard.type('tr');
    await page.locator('.cm-completionInfo').getByText('Track a custom event').waitFor();
    // For 75 ms after they appear, the editor takes no key for them, and nothing tells that they are over.
    await page.waitForTimeout(150);
    await page.keyboard.press('Tab');
    expect(await scriptText(page)).toBe(`${NAMESPACE}.track`);
    await write(page, 'print(1)\nprint(2)');
    await page.keyboard.press('ControlOrMeta+a');
    await page.keyboard.press('Tab');
    expect(await drawnScript(page, '  print(1)\n  print(2)')).toBe('  print(1)\n  print(2)');
    await page.keyboard.press('Shift+Tab');
    expect(await drawnScript(page, 'print(1)\nprint(2)')).toBe('print(1)\nprint(2)');
    expect(await isWriting(page)).toBe(true);
  });

  test('Escape and then Tab leave it', async () => {
    const { page } = await shared();
    await write(page, 'print(1)');
    await page.keyboard.press('Escape');
    await page.keyboard.press('Tab');
    expect(await isWriting(page)).toBe(false);
    expect(await scriptText(page)).toBe('print(1)');
  });

  test.each([
    [1440, 900],
    [901, 700],
    [900, 400],
    [390, 844],
    [320, 640],
  ])('the documentation of a completion is to be seen, all of it, in a page of %i × %i', async (width, height) => {
    const { page } = await open('', { viewport: { width, height } });
    await write(page, `${NAMESPACE}.`);
    await page.keyboard.type('tr');
    const help = page.locator('.cm-completionInfo');
    await help.getByText('Track a custom event').waitFor();
    // It is put in its place in the frame after.
    await page.waitForFunction(
      () => document.querySelector('.editor')?.shadowRoot?.querySelector<HTMLElement>('.cm-completionInfo')?.style.left,
    );
    const hidden = await help.evaluate((element) => {
      const { left, top, right, bottom } = element.getBoundingClientRect();
      const root = element.getRootNode() as ShadowRoot;
      // The corners are round.
      const corners = [left + 8, right - 8].flatMap((x) => [top + 8, bottom - 8].map((y) => [x, y] as const));
      return corners.filter(([x, y]) => !element.contains(root.elementFromPoint(x, y)));
    });
    expect(hidden).toEqual([]);
  });

  test('Ctrl+Enter while a script runs ends it and runs the one on show', async () => {
    const { page } = await shared();
    await write(page, 'print("first") while true do pcall(error) end');
    await page.keyboard.press('ControlOrMeta+Enter');
    await page.getByRole('log', { name: 'Output' }).getByText('first').waitFor();
    await write(page, 'print("second")');
    await page.keyboard.press('ControlOrMeta+Enter');
    expect(await ending(page)).toMatch(/^second/);
  });

  test('the line of an error is the one that failed, whatever was edited during the run', async () => {
    const { page } = await shared();
    await write(page, 'while os.clock() < 3 do end\nlocal x = nil\nprint(x.y)');
    await page.keyboard.press('ControlOrMeta+Enter');
    await page.keyboard.press('ControlOrMeta+Home');
    await page.keyboard.insertText('-- one\n-- two\n');
    expect(await ending(page)).toContain('script.lua:3');
    await expect(page.locator('.cm-problem').innerText()).resolves.toBe('print(x.y)');
    await page.getByRole('alert').getByRole('button', { name: 'script.lua:3' }).first().click();
    await expect(page.locator('.cm-activeLine').innerText()).resolves.toBe('print(x.y)');
  });

  test('no line is marked where the one that failed was removed during the run', async () => {
    const { page } = await shared();
    await write(page, 'while os.clock() < 3 do end\nlocal x = nil\nprint(x.y)');
    await page.keyboard.press('ControlOrMeta+Enter');
    await page.keyboard.press('Shift+Home');
    await page.keyboard.press('Delete');
    expect(await ending(page)).toContain('script.lua:3');
    await expect(page.locator('.cm-problem, .cm-problem-line').count()).resolves.toBe(0);
  });
});

describe('the focus never falls to the page', () => {
  test('when Run is pressed by key, and when the run has ended', async () => {
    const { page } = await open();
    await page.locator('.run').focus();
    await page.keyboard.press('Enter');
    await ending(page);
    expect(await focused(page)).toContain('run');
  });

  test.each([1440, 390])('when the detail closes, by its button and by Escape, %i px wide', async (width) => {
    const { page } = await open('', { viewport: { width, height: 844 } });
    await runScript(page);
    if (width < 900) await page.locator('.views [data-view=events]').click();
    const close = page.getByRole('button', { name: 'Close the detail' });
    for (const key of ['Enter', 'Escape']) {
      await page.locator('.row.event').first().click();
      await focused(page);
      await close.press(key);
      await close.waitFor({ state: 'detached' });
      expect(await focused(page)).toContain('Requests and events');
    }
    await page.keyboard.press('End');
    await close.waitFor();
    await page.keyboard.press('Escape');
    await close.waitFor({ state: 'detached' });
  });

  test('when an earlier run is chosen', async () => {
    const { page } = await open();
    await runScript(page);
    await page.locator('.history summary').press('Enter');
    await page.locator('.history').getByRole('button').last().press('Enter');
    await page.locator('.history').getByText('Run 1', { exact: true }).waitFor();
    await page.waitForFunction(() => document.activeElement?.textContent === 'Run 1');
  });

  test('when an account, a fault or a real key goes', async () => {
    const { page } = await open();
    await show(page, 'Accounts');
    await page.getByRole('button', { name: 'Remove production' }).press('Enter');
    await page.getByRole('button', { name: 'Remove production' }).waitFor({ state: 'detached' });
    await focused(page);
    await page.getByRole('button', { name: 'Use a real key for default' }).press('Enter');
    await page.getByLabel('I want calls of this account to reach Segment').check();
    await page.getByLabel('Write key').fill('a-real-key');
    await page.getByRole('button', { name: 'Use the real key' }).press('Enter');
    await page.locator('.bar.live').waitFor();
    await focused(page);
    await page.getByRole('button', { name: 'Put default back on the simulator' }).press('Enter');
    await page.locator('.bar.live').waitFor({ state: 'detached' });
    await focused(page);
    await show(page, 'Simulator');
    await page.getByRole('button', { name: 'Add fault' }).click();
    await page.getByRole('button', { name: /^Remove: 429/ }).press('Enter');
    await page.getByRole('button', { name: /^Remove: 429/ }).waitFor({ state: 'detached' });
    await focused(page);
  });
});

test('a double click on Run does not stop the run', async () => {
  const { page } = await open();
  // What a first visit runs is over: until then the button is Stop.
  await ending(page);
  await write(page, 'for i = 1, 3e6 do end print("to the end")');
  await page.locator('.run').dblclick();
  expect(await ending(page)).toContain('to the end');
});
