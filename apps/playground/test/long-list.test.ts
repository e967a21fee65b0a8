import { describe, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';

import { NAMESPACE, runScript, show, write } from './open-page.js';
import { usePlayground } from './playground.js';

const { open, shared } = usePlayground();

const list = (page: Page) => page.getByRole('listbox', { name: /Segment received/ });
const send = (count: number): string =>
  `for i = 1, ${count} do ${NAMESPACE}.track({ event = "E" .. i, userId = "u" }) end`;

/** Places of the list, top to bottom, at which no row is to be seen though there are rows to fill it. */
const blankPlaces = (page: Page): Promise<number[]> =>
  list(page).evaluate(async (element) => {
    await new Promise((resolve) => {
      requestAnimationFrame(() => setTimeout(resolve));
    });
    const { left, top, width, height } = element.getBoundingClientRect();
    const places: number[] = [];
    const filled = [...element.children].reduce((sum, child) => sum + child.getBoundingClientRect().height, 0);
    for (let y = 4; y < Math.min(height, filled) - 4; y += 12)
      if (!document.elementFromPoint(left + width / 2, top + y)?.closest('[role=option]')) places.push(y);
    return places;
  });

const scrollTo = (page: Page, top: number): Promise<void> =>
  list(page).evaluate((element, to) => {
    element.scrollTop = to;
  }, top);

describe('the list of events is never blank', () => {
  test.each([70, 300, 5000])('when a script of %i events is run again after scrolling to the end', async (count) => {
    const { page } = await shared();
    await write(page, send(count));
    await runScript(page);
    await scrollTo(page, 1e6);
    expect(await blankPlaces(page)).toEqual([]);
    await runScript(page);
    expect(await blankPlaces(page)).toEqual([]);
    await write(page, send(30));
    await runScript(page);
    expect(await blankPlaces(page)).toEqual([]);
  });

  test('after another view was on show, where it is as far down as it was', async () => {
    const { page } = await open();
    await write(page, send(400));
    await runScript(page);
    await scrollTo(page, 6000);
    await page.getByRole('option', { name: 'E170', exact: false }).first().waitFor();
    await show(page, 'Reference');
    await show(page, 'Events');
    expect(await blankPlaces(page)).toEqual([]);
    await page.getByRole('option', { name: 'E170', exact: false }).first().waitFor();
  });

  test.each([
    [1440, 1800],
    [3840, 2160],
    [390, 844],
    [1024, 3000],
  ])('in a window of %i × %i, at its bottom and in the middle, also when it grows', async (width, height) => {
    const { page } = await open();
    await write(page, send(400));
    await runScript(page);
    await page.setViewportSize({ width, height });
    if (width < 900) await page.locator('.views [data-view=events]').click();
    for (const top of [0, 3000, 1e6]) {
      await scrollTo(page, top);
      expect({ top, blank: await blankPlaces(page) }).toEqual({ top, blank: [] });
    }
  });

  test('when the detail closes, a filter shortens it, and while runs are compared', async () => {
    const { page } = await open();
    await write(page, `${send(300)} ${NAMESPACE}.identify({ userId = "one" })`);
    await runScript(page);
    await scrollTo(page, 5000);
    await page.getByRole('option').nth(20).click();
    await page.getByRole('button', { name: 'Close the detail' }).click();
    expect(await blankPlaces(page)).toEqual([]);
    await page.getByRole('searchbox', { name: 'Search events' }).fill('E29');
    expect(await blankPlaces(page)).toEqual([]);
    await page.getByRole('searchbox', { name: 'Search events' }).fill('');
    expect(await blankPlaces(page)).toEqual([]);
  });
});

describe('a filter', () => {
  test('by a type can be taken off when no event of the type is left', async () => {
    const { page } = await open();
    await write(page, `${NAMESPACE}.identify({ userId = "u" }) ${NAMESPACE}.track({ event = "A", userId = "u" })`);
    await runScript(page);
    const types = page.getByRole('group', { name: 'Show one type' });
    await types.getByRole('button', { name: 'identify' }).click();
    await write(page, `${NAMESPACE}.track({ event = "B", userId = "u" })`);
    await runScript(page);
    await page.getByText('No event matches.').waitFor();
    await expect(types.getByRole('button', { name: 'identify' }).getAttribute('aria-pressed')).resolves.toBe('true');
    await types.getByRole('button', { name: 'identify' }).click();
    await page.getByRole('option', { name: /track[^]*B/ }).waitFor();
  });

  test('of any kind is taken off where nothing matches', async () => {
    const { page } = await open();
    await runScript(page);
    await page.getByRole('searchbox', { name: 'Search events' }).fill('nowhere to be found');
    await page.getByRole('button', { name: 'Show all' }).click();
    await page.getByRole('option', { name: 'Order Completed' }).waitFor();
    await expect(page.getByRole('searchbox', { name: 'Search events' }).inputValue()).resolves.toBe('');
  });
});
