import { writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { describe, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';

import { editor, NAMESPACE, runScript, show, write } from './open-page.js';
import { usePlayground } from './playground.js';

const { open } = usePlayground();

const PLAN = {
  events: {
    'Order Completed': {
      properties: { revenue: { type: 'number', required: true }, currency: ['USD', 'EUR'], 'gift wrap': 'boolean' },
    },
    'Order Refunded': { properties: { reason: 'string' } },
  },
};

const SCRIPT = `local segment = ${NAMESPACE}
segment.track({ event = "Order Completed", userId = "u1", properties = { revenue = 10, currency = "USD" } })
segment.track({ event = "Order Complete", userId = "u2" })
segment.track({ event = "Order Completed", userId = "u3", properties = { revenue = "9", note = "n" } })`;

const setPlan = async (page: Page, plan: unknown): Promise<void> => {
  await show(page, 'Simulator');
  await page.getByLabel('Plan in JSON').fill(typeof plan === 'string' ? plan : JSON.stringify(plan));
  await page.keyboard.press('Tab');
};

const rows = async (page: Page): Promise<string[]> => {
  await show(page, 'Events');
  return (await page.locator('.row.event').allInnerTexts()).map((text) => text.replace(/\s+/g, ' ').trim());
};

describe('a tracking plan', () => {
  test('is opened, and says beside each event what it breaks; a blocked one is listed as such', async () => {
    const { page, requests, faults } = await open();
    await setPlan(page, PLAN);
    await page.getByText('2 events in the plan').waitFor();
    await write(page, SCRIPT);
    await runScript(page);
    expect(await rows(page)).toEqual([
      expect.not.stringContaining('breaks plan'),
      expect.stringContaining('breaks plan'),
      expect.stringContaining('breaks plan'),
    ]);
    await page.locator('.row.event').nth(1).click();
    expect(await page.locator('.violations').innerText()).toContain("Did you mean 'Order Completed'");
    await show(page, 'Simulator');
    await page.getByRole('button', { name: 'Block' }).click();
    await runScript(page);
    expect(await rows(page)).toEqual([
      expect.not.stringContaining('blocked'),
      expect.stringContaining('blocked'),
      expect.stringContaining('blocked'),
    ]);
    await show(page, 'Simulator');
    await page.getByRole('button', { name: 'Omit' }).click();
    await runScript(page);
    expect((await rows(page))[2]).toContain('omitted');
    expect(requests.filter((url) => !url.startsWith(new URL(page.url()).origin) && !url.startsWith('blob:'))).toEqual(
      [],
    );
    expect(faults.filter((fault) => !fault.startsWith('Applying inline style'))).toEqual([]);
  });

  test('marks what breaks it while one writes, and stops when it is removed', async () => {
    const { page } = await open();
    await write(page, SCRIPT);
    await setPlan(page, PLAN);
    const marks = page.locator('.cm-hint');
    await marks.first().waitFor();
    expect(await marks.allInnerTexts()).toEqual(['"Order Complete"', '"9"', '"n"']);
    await write(
      page,
      `local total = 3\n${NAMESPACE}.track({ event = "Order Completed", userId = "u", properties = { revenue = total } })`,
    );
    await page.waitForFunction(() => document.querySelector('.editor')?.shadowRoot?.querySelector('.cm-hint') === null);
    await write(page, `${NAMESPACE}.track({ event = "Order Completed", userId = "u", properties = {} })\n`);
    await marks.first().waitFor();
    expect(await marks.allInnerTexts()).toEqual(['track']);
    await page.getByRole('button', { name: 'Remove the plan' }).click();
    await page.waitForFunction(() => document.querySelector('.editor')?.shadowRoot?.querySelector('.cm-hint') === null);
  });

  test('completes its events and their properties', async () => {
    const { page } = await open();
    await setPlan(page, PLAN);
    await page.getByText('2 events in the plan').waitFor();
    await write(page, '');
    await editor(page).click();
    await page.keyboard.type(`${NAMESPACE}.track({ event = "Order`);
    const options = page.locator('.cm-tooltip-autocomplete li');
    await options.first().waitFor();
    expect(await options.allInnerTexts()).toEqual(['Order Completed', 'Order Refunded']);
    await page.keyboard.press('Escape');
    await write(page, `${NAMESPACE}.track({ event = "Order Completed", properties = { `);
    await page.keyboard.press('Control+Space');
    await options.first().waitFor();
    const labels = await page.locator('.cm-tooltip-autocomplete .cm-completionLabel').allInnerTexts();
    expect(labels).toEqual(['revenue', 'currency', 'gift wrap']);
    for (const name of ['currency', 'gift wrap']) {
      // A key that comes right after the list has opened is not meant for it.
      await page.waitForTimeout(100);
      await page.keyboard.press('ArrowDown');
      await page.locator('.cm-tooltip-autocomplete [aria-selected=true]', { hasText: name }).waitFor();
    }
    await page.keyboard.press('Tab');
    await page.getByText('["gift wrap"] =').waitFor();
    expect(await editor(page).innerText()).toContain('properties = { ["gift wrap"] = ');
  });

  test('that cannot be read says why, and holds nothing to it', async () => {
    const { page } = await open();
    await setPlan(page, '{ "rules": [{ "type": "TRACK" }] }');
    expect(await page.getByRole('alert').innerText()).toContain('rules.0.key');
    await setPlan(page, 'events:');
    await page.getByRole('alert').getByText(/JSON/).waitFor();
    await write(page, SCRIPT);
    expect(await runScript(page)).toContain('3 events delivered');
  });

  test('is read from a file, kept over a reload, and part of a link', async () => {
    const { page } = await open();
    const path = join(tmpdir(), `plan-${process.pid}.json`);
    writeFileSync(path, JSON.stringify(PLAN));
    await show(page, 'Simulator');
    await page.getByLabel('Open a file').setInputFiles(path);
    await page.getByText('2 events in the plan').waitFor();
    await page.waitForFunction(() => sessionStorage.getItem('playground.tab')?.includes('Order Refunded'));
    await page.reload();
    await show(page, 'Simulator');
    await page.getByText('2 events in the plan').waitFor();
    await page.getByRole('button', { name: 'Share' }).click();
    const link = await page.getByLabel('Link').inputValue();
    const other = await open(link.slice(link.indexOf('#')));
    await show(other.page, 'Simulator');
    await other.page.getByText('2 events in the plan').waitFor();
  });
});
