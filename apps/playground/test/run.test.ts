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

const track = 'app.integrations.segment.track({ event = "Order Completed", userId = "user-42", properties = { revenue = 99.5 } })';

describe('the playground', () => {
  test('runs the script it starts with when Run is pressed, and lists what Segment received', async () => {
    const { page, faults, requests } = await openPage(browser, site.url);
    expect(await runScript(page)).toContain('Revenue: 111.0');
    const events = page.getByRole('option');
    await expect(events.allInnerTexts()).resolves.toEqual([
      expect.stringContaining('POST /v1/batch'),
      expect.stringMatching(/identify[^]*user-42[^]*default/),
      expect.stringMatching(/track[^]*Product Added/),
      expect.stringMatching(/track[^]*Product Added/),
      expect.stringMatching(/track[^]*Order Completed/),
    ]);
    expect(faults).toEqual([]);
    expect(requests.filter((url) => !url.startsWith(site.url) && !url.startsWith('data:') && !url.startsWith('blob:'))).toEqual([]);
  });

  test('runs with Ctrl+Enter, and shows the wire JSON of an event that is chosen', async () => {
    const { page } = await openPage(browser, site.url);
    await write(page, track);
    await page.keyboard.press('ControlOrMeta+Enter');
    await page.getByRole('option', { name: 'Order Completed' }).click();
    await expect(page.getByText('99.5').first().isVisible()).resolves.toBe(true);
    await expect(page.getByText('"messageId"').first().isVisible()).resolves.toBe(true);
  });

  test('ends a script that hangs when Stop is pressed, keeps what it had sent, and runs the next one', async () => {
    const { page } = await openPage(browser, site.url);
    await write(page, 'print("before") app.integrations.segment.get_workspace({ slug = "my-workspace" }) while true do end');
    await page.getByRole('button', { name: 'Run' }).first().click();
    await page.getByText('/v1').or(page.getByRole('option')).first().waitFor();
    await page.getByRole('button', { name: 'Stop' }).click();
    await page.locator('.status[data-status=stopped]').waitFor({ timeout: 250 });
    await expect(page.getByRole('log', { name: 'Output' }).innerText()).resolves.toContain('before');
    await expect(page.getByRole('option').count()).resolves.toBeGreaterThan(0);
    await write(page, 'print("after")');
    expect(await runScript(page)).toContain('after');
  });

  test('shows the error of a script with its code and a link to its line', async () => {
    const { page } = await openPage(browser, site.url);
    await write(page, '\napp.integrations.segment.trakc({})');
    const output = await runScript(page);
    expect(output).toContain('Unknown function: app.integrations.segment.trakc. Did you mean: track');
    expect(output).toContain('unknown_function');
    await expect(page.locator('.cm-problem').count()).resolves.toBeGreaterThan(0);
  });

  test('underlines a syntax error while it is typed', async () => {
    const { page } = await openPage(browser, site.url);
    await write(page, 'local x = = 1');
    await page.locator('.cm-problem').first().waitFor();
  });
});
