import { readFileSync } from 'node:fs';
import { deflateRawSync } from 'node:zlib';

import { describe, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';

import { editor, NAMESPACE, runScript, scriptText, show, write } from './open-page.js';
import { usePlayground } from './playground.js';

const { open, shared, url } = usePlayground();

const linkOf = async (page: Page): Promise<string> => {
  await page.getByRole('button', { name: 'Share' }).click();
  return page.getByRole('textbox', { name: 'Link' }).inputValue();
};

const hashOf = (text: string): string => `#v1=${deflateRawSync(text).toString('base64url')}`;

const EMPTY = { code: '', accounts: [], workspace: { slug: 'w', name: 'W', sources: [], users: [] }, faults: [] };

describe('a link', () => {
  test('carries the script, accounts, workspace and faults, and runs nothing by itself', async () => {
    const { page } = await open();
    await write(page, `${NAMESPACE}.acme.track({ event = "Shared — ünïcode 🌙", userId = "u" })`);
    await show(page, 'Accounts');
    await page.getByLabel('Name of a new account').fill('acme');
    await page.getByRole('button', { name: 'Add account' }).click();
    await show(page, 'Simulator');
    await page.getByLabel('Name of source 1').fill('Shared source');
    await page.getByLabel('Fault').selectOption({ label: '503 Service Unavailable' });
    await page.getByRole('button', { name: 'Add fault' }).click();
    const link = await linkOf(page);
    expect(link).toContain('#v1=');

    const { page: other } = await open(link.slice(url().length));
    await editor(other).getByText('ünïcode 🌙').waitFor();
    await other.getByText('Opened a shared playground.', { exact: false }).waitFor();
    await expect(other.locator('.status').count()).resolves.toBe(0);
    expect(new URL(other.url()).hash).toBe('');
    await show(other, 'Simulator');
    await expect(other.getByLabel('Name of source 1').inputValue()).resolves.toBe('Shared source');
    expect(await runScript(other)).toContain('1 event delivered');
    await show(other, 'Events');
    await other.locator('.row.request', { hasText: '503' }).waitFor();
    await other.locator('.row.event', { hasText: 'acme' }).waitFor();
  });

  test('opens in a page that is open already, and the script before it comes back by undo', async () => {
    const { page } = await open();
    await write(page, 'print("theirs")');
    const link = await linkOf(page);
    await page.keyboard.press('Escape');
    await write(page, 'print("mine")');
    await page.evaluate((hash) => {
      location.hash = hash;
    }, new URL(link).hash);
    await editor(page).getByText('theirs').waitFor();
    await editor(page).click();
    await page.keyboard.press('ControlOrMeta+z');
    await editor(page).getByText('mine').waitFor();
  });

  test('is copied', async () => {
    const { page } = await open('', { permissions: ['clipboard-read', 'clipboard-write'] });
    const link = await linkOf(page);
    await page.getByRole('button', { name: 'Copy link' }).click();
    await page.getByText('Copied the link').waitFor();
    await expect(page.evaluate(() => navigator.clipboard.readText())).resolves.toBe(link);
  });

  test('is not made when it would be too long; the script is still exported', async () => {
    const { page } = await open();
    const noise = Array.from({ length: 5000 }, (_, index) =>
      Math.abs(Math.sin(index + 1))
        .toString(36)
        .slice(2),
    ).join('');
    await write(page, `-- ${noise}\nprint("long")`);
    await page.getByRole('button', { name: 'Share' }).click();
    await page.getByText('This playground is too large for a link.', { exact: false }).waitFor();
    await expect(page.getByRole('textbox', { name: 'Link' }).count()).resolves.toBe(0);
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Export as a file' }).click(),
    ]);
    expect(download.suggestedFilename()).toBe('script.lua');
    expect(readFileSync(await download.path(), 'utf8')).toContain('print("long")');
  });

  test.each([
    ['is cut off', '#v1=q1ZKzk9J'],
    ['is not packed', '#v1=bm90LWRlZmxhdGU'],
    ['holds something else', hashOf('{"code": 7}')],
    ['unpacks to more than it may', hashOf(JSON.stringify({ ...EMPTY, code: ' '.repeat(600_000) }))],
    ['is of another version', '#v9=AAAA'],
  ])('that %s is refused with a word, and changes nothing', async (_title, hash) => {
    const { page, faults } = await shared();
    await page.evaluate((damaged) => {
      location.hash = damaged;
    }, hash);
    await page.waitForFunction(() => location.hash === '');
    await page.getByText('This link is damaged or was made by another version.').waitFor();
    expect(await scriptText(page)).toContain('Say who the user is');
    expect(faults).toEqual([]);
  });
});

describe('the embedded page', () => {
  test('has the script, its output, events and reference, but no accounts and simulator, and opens the whole one', async () => {
    const { page } = await open('?embed');
    await expect(page.getByRole('button', { name: 'Accounts' }).count()).resolves.toBe(0);
    await expect(page.getByRole('button', { name: 'Simulator' }).count()).resolves.toBe(0);
    await write(page, 'print("embedded")');
    expect(await runScript(page)).toContain('embedded');
    const [whole] = await Promise.all([
      page.waitForEvent('popup'),
      page.getByRole('button', { name: 'Open in the playground' }).click(),
    ]);
    await editor(whole).getByText('embedded').waitFor();
    await whole.getByRole('button', { name: 'Accounts' }).first().waitFor();
  });

  test('works inside a page of somebody else', async () => {
    const { page } = await open();
    await page.route('**/host.html', (route) =>
      route.fulfill({
        contentType: 'text/html',
        body: `<iframe src="${url()}?embed" width="800" height="500"></iframe>`,
      }),
    );
    await page.goto(new URL('/host.html', url()).href);
    const frame = page.frameLocator('iframe');
    await frame.getByRole('button', { name: 'Run' }).click();
    await frame.locator('.status[data-status=succeeded]').waitFor({ state: 'attached' });
  });
});
