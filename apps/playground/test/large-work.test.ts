import { describe, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';

import { editor, NAMESPACE, runScript, show, write } from './open-page.js';
import { usePlayground } from './playground.js';
import { longestTask, type ProcessorTime, processorTime } from './processor-time.js';
import { slowness } from './slowness.js';

const { open } = usePlayground();

/** Puts a text in the place of the script as a paste does; a text of so many lines cannot come by keys. */
const paste = async (page: Page, text: string): Promise<void> => {
  await write(page, '');
  await editor(page).evaluate((content, pasted) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', pasted);
    content.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  }, text);
};

/** Presses a key and waits until it is on the screen. @returns The work of the page's thread, in milliseconds. */
const workOfKey = async (page: Page, time: ProcessorTime, key: string): Promise<number> => {
  const before = await time.mainThread();
  await page.keyboard.type(key);
  await page.evaluate(
    () =>
      new Promise((resolve) => {
        requestAnimationFrame(() => {
          const { port1, port2 } = new MessageChannel();
          port1.onmessage = resolve;
          port2.postMessage(undefined);
        });
      }),
  );
  return (await time.mainThread()) - before;
};

const LINE = `local order = { name = "item", total = math.floor(7 / 2) } -- ${NAMESPACE}`;
const TEXT = 'local total = order.total + 17 print(total)';

describe('large work stays quick', () => {
  test.each(['Home', 'End'])('typing in a script of 5,000 lines, at its %s', async (place) => {
    const { page } = await open();
    await paste(page, Array.from({ length: 2500 }, (_, index) => `do ${LINE} ${index}\nend`).join('\n'));
    await page.keyboard.press(`ControlOrMeta+${place}`);
    const time = await processorTime(page);
    const taken: number[] = [];
    for (const key of TEXT) taken.push(await workOfKey(page, time, key));
    taken.sort((a, b) => a - b);
    expect(taken[Math.floor(taken.length * 0.95)]).toBeLessThan(50 * (await slowness(page)));
  });

  test.each([
    ['a line', 'print(("x"):rep(1000000))'],
    ['a line of letters of many kinds', 'print(("aé界😀"):rep(100000))'],
    ['10,000 lines', 'for i = 1, 10000 do print(("x"):rep(99)) end'],
    ['500,000 lines', 'for i = 1, 500000 do print(1) end'],
  ])('output of 1 MB in %s', async (_title, code) => {
    const { page } = await open();
    await write(page, code);
    expect(await longestTask(page, () => runScript(page))).toBeLessThan(100 * (await slowness(page)));
  });

  test('50,000 events, once the limit on calls is set', async () => {
    const { page } = await open();
    await show(page, 'Simulator');
    await page.getByLabel('Calls', { exact: true }).fill('50000');
    await page.keyboard.press('Tab');
    await show(page, 'Events');
    await write(page, `for i = 1, 50000 do ${NAMESPACE}.track({ event = "E" .. i, userId = "u" }) end`);
    expect(await runScript(page)).toContain('50,000 events delivered');
    await page.getByRole('listbox', { name: /Segment received/ }).press('End');
    await page.getByRole('option', { name: /E50000/ }).waitFor();
    await page.getByRole('searchbox', { name: 'Search events' }).fill('E49999');
    await page.locator('.row.event', { hasText: 'E49999' }).waitFor();
    await expect(page.locator('.row.event').count()).resolves.toBe(1);
  });
});
