import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { openPage, runScript, startBrowser } from './open-page.js';
import { serveSite, type SiteServer } from './site-server.js';

let site: SiteServer;
let browser: Browser;

beforeAll(async () => {
  site = await serveSite();
  browser = await startBrowser();
});

afterAll(async () => {
  await browser.close();
  site.close();
});

describe('the gallery', () => {
  test('holds only examples that run to the end without an error', async () => {
    const { page } = await openPage(browser, site.url);
    const cards = page.locator('.card');
    const count = await cards.count();
    expect(count).toBeGreaterThan(11);
    for (let index = 0; index < count; index += 1) {
      await page.getByRole('button', { name: 'Examples' }).click();
      const title = await cards.nth(index).innerText();
      await cards.nth(index).click();
      const output = await runScript(page);
      expect({ title, output, status: await page.locator('.status').innerText() }).toEqual({ title, output, status: 'Done' });
    }
  });

  test('goes through Try it, too', async () => {
    const { page } = await openPage(browser, site.url);
    await page.getByRole('button', { name: 'Reference' }).first().click();
    await page.getByRole('button', { name: 'Try it: Get workspace details' }).click();
    expect(await runScript(page)).toContain('My Workspace');
  });
});
