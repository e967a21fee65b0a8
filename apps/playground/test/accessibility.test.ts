import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { openPage, runScript, startBrowser } from './open-page.js';
import { serveSite, type SiteServer } from './site-server.js';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

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

const violations = async (page: Page): Promise<string[]> => {
  await page.evaluate(AXE);
  return page.evaluate(async () => {
    const { axe } = globalThis as unknown as { axe: { run: () => Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> } };
    const { violations: found } = await axe.run();
    return found.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(' | ')}`);
  });
};

const VIEWS = ['Events', 'Reference', 'Accounts', 'Simulator'];

describe.each(['light', 'dark'] as const)('in the %s theme, axe finds nothing', (colorScheme) => {
  test('before and after a run, in every view of a wide page', async () => {
    const { page } = await openPage(browser, site.url, { colorScheme, bypassCSP: true });
    expect(await violations(page)).toEqual([]);
    await runScript(page);
    for (const view of VIEWS) {
      await page.getByRole('button', { name: view }).first().click();
      expect({ view, violations: await violations(page) }).toEqual({ view, violations: [] });
    }
  });

  test('in each dialog, in the detail of an event, and in the comparison of two runs', async () => {
    const { page } = await openPage(browser, site.url, { colorScheme, bypassCSP: true });
    for (const dialog of ['Examples', 'Share']) {
      await page.getByRole('button', { name: dialog }).click();
      await page.locator('dialog[open]').waitFor();
      expect({ dialog, violations: await violations(page) }).toEqual({ dialog, violations: [] });
      await page.keyboard.press('Escape');
    }
    await runScript(page);
    await page.getByRole('option', { name: 'Order Completed' }).click();
    expect(await violations(page)).toEqual([]);
    await runScript(page);
    await page.getByRole('button', { name: 'Compare with the last run' }).click();
    await page.locator('.row.difference').nth(3).waitFor();
    expect(await violations(page)).toEqual([]);
  });

  test('on a phone, and nothing is wider than the screen', async () => {
    const { page } = await openPage(browser, site.url, { colorScheme, bypassCSP: true, viewport: { width: 360, height: 780 } });
    await runScript(page);
    expect(await violations(page)).toEqual([]);
    await expect(page.evaluate('document.documentElement.scrollWidth')).resolves.toBe(360);
  });
});
