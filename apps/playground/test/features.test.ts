import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { openPage, runScript, startBrowser, write } from './open-page.js';
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

const namespace = 'app.integrations.segment';
const textOf = '.cm-content';

describe('the playground', () => {
  test('tells the accounts apart, and completes an account as soon as it is added', async () => {
    const { page } = await openPage(browser, site.url);
    await page.getByRole('button', { name: 'Accounts' }).first().click();
    await page.getByLabel('Name of a new account').fill('acme');
    await page.getByRole('button', { name: 'Add account' }).click();
    await write(page, `${namespace}.ac`);
    await page.keyboard.press('Control+Space');
    await page.locator('.cm-tooltip-autocomplete').getByText('acme').first().waitFor();
    await page.keyboard.press('Escape');
    await write(page, ['', '.production', '.acme'].map((account) => `${namespace}${account}.track({ event = "A", userId = "u" })`).join('\n'));
    await runScript(page);
    await page.getByRole('button', { name: 'Events' }).first().click();
    for (const account of ['default', 'production', 'acme']) await page.getByRole('option', { name: account }).first().waitFor();
  });

  test('shares its state by a link that does not run by itself', async () => {
    const { page } = await openPage(browser, site.url);
    await write(page, 'print("shared")');
    await page.getByRole('button', { name: 'Share' }).click();
    const link = await page.getByRole('textbox', { name: 'Link' }).inputValue();
    expect(link).toContain('#v1=');
    const other = await openPage(browser, link);
    await other.page.locator(textOf).getByText('shared').waitFor();
    expect(await other.page.locator('.status').count()).toBe(0);
  });

  test('undoes across a reload', async () => {
    const { page } = await openPage(browser, site.url);
    await write(page, 'print("mine")');
    await page.reload();
    await page.locator(textOf).getByText('mine').waitFor();
    await page.locator(textOf).click();
    await page.keyboard.press('ControlOrMeta+z');
    await page.locator(textOf).getByText('Say who the user is').waitFor();
  });

  test('opens and runs without a network after the first visit', async () => {
    const { page } = await openPage(browser, site.url);
    await page.evaluate(async () => {
      await navigator.serviceWorker.ready;
    });
    await page.waitForFunction('navigator.serviceWorker.controller !== null');
    await page.context().setOffline(true);
    await page.reload();
    expect(await runScript(page)).toContain('Revenue: 111');
  });

  test('retries under faults and loses nothing', async () => {
    const { page } = await openPage(browser, site.url);
    await page.getByRole('button', { name: 'Examples' }).click();
    await page.getByRole('button', { name: /Retry under faults/ }).click();
    await runScript(page);
    await page.getByRole('option', { name: /429/ }).waitFor();
    await page.getByRole('option', { name: /503/ }).waitFor();
    expect(await page.getByRole('option', { name: /Step Completed/ }).count()).toBe(5);
  });

  test('lists 5,000 events with a few dozen elements', async () => {
    const { page } = await openPage(browser, site.url);
    await write(page, `for i = 1, 5000 do ${namespace}.track({ event = "E" .. i, userId = "u" }) end`);
    expect(await runScript(page)).toContain('5,000 events delivered');
    expect(await page.getByRole('option').count()).toBeLessThan(120);
    await page.getByRole('listbox', { name: 'Requests and events' }).press('End');
    await page.getByRole('option', { name: /E5000/ }).waitFor();
  });

  test('is embedded without accounts and simulator', async () => {
    const { page } = await openPage(browser, `${site.url}?embed`);
    await page.getByRole('button', { name: 'Open in the playground' }).waitFor();
    expect(await page.getByRole('button', { name: 'Accounts' }).count()).toBe(0);
    expect(await runScript(page)).toContain('Revenue: 111');
  });

  test('keeps a real key out of storage, addresses, the page and every request but the one to Segment', async () => {
    const { page, requests } = await openPage(browser, site.url);
    const sent: string[] = [];
    await page.route('https://api.segment.io/**', async (route) => {
      sent.push(route.request().headers()['authorization'] ?? '', route.request().postData() ?? '');
      await route.fulfill({ status: 200, body: '{"success":true}', headers: { 'access-control-allow-origin': '*', 'access-control-allow-headers': '*' } });
    });
    await page.getByRole('button', { name: 'Accounts' }).first().click();
    await page.getByRole('button', { name: 'Use a real key for default' }).click();
    await page.getByRole('checkbox').check();
    await page.getByLabel('Write key').fill('canary-key-7f3a');
    await page.getByRole('button', { name: 'Use the real key' }).click();
    await write(page, `${namespace}.track({ event = "A", userId = "u" })`);
    await runScript(page);
    expect(sent.filter((text) => text.includes(btoa('canary-key-7f3a:')))).not.toEqual([]);
    expect(sent.filter((text) => text.includes('canary'))).toEqual([]);
    expect(requests.filter((url) => url.includes('canary'))).toEqual([]);
    const kept = await page.evaluate('JSON.stringify([localStorage, sessionStorage, location.href, document.documentElement.outerHTML])');
    expect(kept).not.toContain('canary');
  });

  test('weighs at most 300 KB in all, packed', () => {
    const dist = fileURLToPath(new URL('../dist', import.meta.url));
    const files = readdirSync(dist, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile() && !entry.name.endsWith('.map'));
    const size = files.reduce((sum, entry) => sum + gzipSync(readFileSync(join(entry.parentPath, entry.name))).length, 0);
    expect(size).toBeLessThanOrEqual(300 * 1024);
  });
});
