import { describe, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';

import { runScript, show, write } from './open-page.js';
import { usePlayground } from './playground.js';

const { open, shared } = usePlayground();

const runButton = (page: Page) => page.locator('.run');

const enterRealKey = async (page: Page, region: string): Promise<void> => {
  await show(page, 'Accounts');
  await page.getByRole('button', { name: 'Use a real key for default' }).click();
  await page.getByLabel('I want calls of this account to reach Segment').check();
  await page.getByLabel('Write key').fill('a-real-key');
  await page.getByLabel('Region').selectOption(region);
  await page.getByRole('button', { name: 'Use the real key' }).click();
};

describe('a real key', () => {
  test('is said at the top for as long as it is in use, and on Run', async () => {
    const { page } = await open();
    await enterRealKey(page, 'eu');
    await page.locator('.notices').getByText('default sends to Segment (EU)').waitFor();
    expect(await runButton(page).innerText()).toContain('Run live');
    await page.getByRole('button', { name: 'Put default back on the simulator' }).click();
    expect(await runButton(page).innerText()).not.toContain('live');
  });

  test.each([
    ['Examples', (page: Page) => page.locator('.card').first()],
    ['Reference', (page: Page) => page.getByRole('button', { name: /^Try it/ }).first()],
  ])('is out of use once an example is opened, by %s', async (place, choose) => {
    const { page } = await open();
    await enterRealKey(page, 'us');
    await page.getByRole('button', { name: place }).first().click();
    await choose(page).click();
    expect(await runButton(page).innerText()).not.toContain('live');
    expect(await page.locator('.bar.live').count()).toBe(0);
  });
});

describe('faults', () => {
  test('are counted beside Run, which leads to them; an example starts without them', async () => {
    const { page } = await open();
    await show(page, 'Simulator');
    await page.getByRole('button', { name: 'Add fault' }).click();
    await page.getByRole('button', { name: 'Add fault' }).click();
    await show(page, 'Events');
    await page.getByRole('banner').getByRole('button', { name: '2 faults' }).click();
    await page.getByRole('button', { name: 'Add fault' }).waitFor();
    await show(page, 'Reference');
    await page
      .getByRole('button', { name: /^Try it/ })
      .first()
      .click();
    expect(await page.getByRole('button', { name: '2 faults' }).count()).toBe(0);
  });
});

test.each([390, 320])('a real key and faults fit a phone of %i px', async (width) => {
  const { page } = await open();
  await enterRealKey(page, 'us');
  await show(page, 'Simulator');
  await page.getByRole('button', { name: 'Add fault' }).click();
  await page.setViewportSize({ width, height: 740 });
  await page.getByRole('banner').getByRole('button', { name: '1 fault' }).waitFor();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
  expect(await runButton(page).evaluate((element) => element.getBoundingClientRect().right)).toBeLessThan(width);
});

describe('what a script returns is shown', () => {
  test.each([
    ['a table in itself', 'local t = { 1 } t[2] = t return t', 'returned [1,"<a table around it>"]'],
    ['integers of 64 bits', 'return math.maxinteger', 'returned "9223372036854775807"'],
    ['no number', 'return 0/0, 1/0', 'returned "nan", "Infinity"'],
    ['functions', 'return print, { print }', 'returned "<function>", ["<function>"]'],
    ['nothing and text', 'return nil, "a\\n"', 'returned nil, "a\\n"'],
  ])('whatever it is: %s', async (_, code, shown) => {
    const { page } = await shared();
    await write(page, code);
    expect(await runScript(page)).toContain(shown);
    expect(await page.locator('.status').innerText()).toBe('Done');
  });
});
