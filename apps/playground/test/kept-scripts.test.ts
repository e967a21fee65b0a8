import { describe, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';

import { editor, runScript, scriptText, show, write } from './open-page.js';
import { usePlayground } from './playground.js';

const { open, url } = usePlayground();

const TIMEOUT = 120_000;

const another = async (page: Page, address = ''): Promise<Page> => {
  const next = await page.context().newPage();
  await next.goto(url() + address);
  await editor(next).waitFor();
  return next;
};

const leave = (page: Page): Promise<unknown> => page.goto('about:blank');

const linkTo = async (page: Page, code: string): Promise<string> => {
  await write(page, code);
  await page.getByRole('button', { name: 'Share' }).click();
  const link = await page.getByRole('textbox', { name: 'Link' }).inputValue();
  await page.keyboard.press('Escape');
  return link.slice(url().length);
};

describe('the script that was edited last', () => {
  test(
    'is not touched by a link that is opened, and comes back by a button; edited, the shared one is kept beside it',
    async () => {
      const { page: theirs } = await open();
      const link = await linkTo(theirs, 'print("theirs")');
      const { page: first } = await open();
      await write(first, 'print("mine")');
      await leave(first);
      const page = await another(first, link);
      await editor(page).getByText('theirs').waitFor();
      await runScript(page);
      await page.reload();
      await editor(page).getByText('theirs').waitFor();
      await page.getByText('Your script is kept.', { exact: false }).waitFor();
      const plain = await another(page);
      await editor(plain).getByText('mine').waitFor();
      await plain.close();
      await page.getByRole('button', { name: 'Restore' }).click();
      await editor(page).getByText('mine').waitFor();
      await leave(page);

      const again = await another(page, link);
      await write(again, 'print("theirs, edited")');
      await leave(again);
      const last = await another(again);
      await editor(last).getByText('theirs, edited').waitFor();
      await last.getByRole('button', { name: 'Examples' }).click();
      await last
        .getByRole('dialog')
        .getByRole('button', { name: /print\("mine"\)/ })
        .click();
      await editor(last).getByText('mine').waitFor();
    },
    TIMEOUT,
  );

  test(
    'is not touched by an embed, whatever is written there; two embeds share nothing',
    async () => {
      const { page } = await open();
      await write(page, 'print("mine")');
      const host = await page.context().newPage();
      await host.route('**/host.html', (route) =>
        route.fulfill({
          contentType: 'text/html',
          body: `<iframe src="${url()}?embed" width="800" height="400"></iframe><iframe src="${url()}?embed" width="800" height="400"></iframe>`,
        }),
      );
      await host.goto(new URL('/host.html', url()).href);
      const [one, two] = [host.locator('iframe').nth(0).contentFrame(), host.locator('iframe').nth(1).contentFrame()];
      for (const frame of [one, two])
        await frame.getByRole('textbox', { name: 'Lua script' }).getByText('Say who').waitFor();
      await one.getByRole('textbox', { name: 'Lua script' }).click();
      await host.keyboard.press('ControlOrMeta+a');
      await host.keyboard.insertText('print("in the frame")');
      await host.reload();
      for (const frame of [one, two])
        await frame.getByRole('textbox', { name: 'Lua script' }).getByText('Say who').waitFor();
      await page.reload();
      await editor(page).getByText('mine').waitFor();
      const kept = await page.evaluate(() =>
        JSON.stringify([Object.entries(localStorage), Object.entries(sessionStorage)]),
      );
      expect(kept).not.toContain('in the frame');
    },
    TIMEOUT,
  );

  test(
    'survives an example that is opened, and two tabs that edit the same script',
    async () => {
      const { page } = await open();
      await write(page, 'print("mine")');
      await show(page, 'Reference');
      await page
        .getByRole('button', { name: /^Try it/ })
        .first()
        .click();
      const second = await another(page);
      await editor(second).getByText('mine').waitFor();
      const third = await another(page);
      await write(second, 'print("second tab")');
      await leave(second);
      await write(third, 'print("third tab")');
      await leave(third);
      const last = await another(page);
      await last.getByRole('button', { name: 'Examples' }).click();
      for (const name of ['second tab', 'third tab'])
        await last
          .getByRole('dialog')
          .getByRole('button', { name: new RegExp(name) })
          .waitFor();
    },
    TIMEOUT,
  );

  test('of an earlier version of the page is still there', async () => {
    const { page } = await open();
    await page.addInitScript(() => {
      localStorage.clear();
      sessionStorage.clear();
      localStorage.setItem('playground.draft', 'print("from before")');
    });
    await page.reload();
    await editor(page).getByText('from before').waitFor();
  });

  test(
    'comes back with its accounts, workspace and faults',
    async () => {
      const { page } = await open();
      await show(page, 'Accounts');
      await page.getByLabel('Name of a new account').fill('acme');
      await page.getByRole('button', { name: 'Add account' }).click();
      await show(page, 'Simulator');
      await page.getByLabel('Name of source 1').fill('Web shop');
      await page.getByLabel('Fault').selectOption({ label: '503 Service Unavailable' });
      await page.getByRole('button', { name: 'Add fault' }).click();
      await page.reload();
      for (const tab of [page, await another(page)]) {
        await show(tab, 'Accounts');
        await tab.getByRole('heading', { name: 'acme' }).waitFor();
        await show(tab, 'Simulator');
        await expect(tab.getByLabel('Name of source 1').inputValue()).resolves.toBe('Web shop');
        await tab.getByRole('button', { name: 'Remove: 503 Service Unavailable, 1 request' }).waitFor();
      }
    },
    TIMEOUT,
  );
});

describe('where nothing can be stored', () => {
  test('because storage is full, what is shown is what runs, and the page says that it is not kept', async () => {
    const { page } = await open();
    await write(page, 'print("stored")');
    await page.evaluate(() => {
      for (const storage of [localStorage, sessionStorage])
        for (let size = 1 << 22, part = 0; size > 0; part += 1)
          try {
            storage.setItem(`filler-${part}`, 'x'.repeat(size));
          } catch {
            size >>= 1;
          }
    });
    await write(page, `print("not stored, ${'long '.repeat(300)}")`);
    expect(await runScript(page)).toContain('not stored, long');
    await page.getByText('storage is full', { exact: false }).waitFor();
    await page.evaluate(() => {
      localStorage.clear();
      sessionStorage.clear();
    });
    await write(page, 'print("stored again")');
    await page.getByText('storage is full', { exact: false }).waitFor({ state: 'detached' });
    await page.reload();
    expect(await scriptText(page)).toBe('print("stored again")');
  });

  test.each(['', '?embed'])('because it throws, the page is whole all the same: %s', async (address) => {
    const { page, faults } = await open();
    await page.addInitScript(() => {
      const refuse = (): never => {
        throw new DOMException('Access is denied for this document.', 'SecurityError');
      };
      for (const name of ['localStorage', 'sessionStorage', 'indexedDB', 'caches'])
        Object.defineProperty(globalThis, name, { get: refuse });
      for (const name of ['serviceWorker', 'locks']) Object.defineProperty(Navigator.prototype, name, { get: refuse });
    });
    await page.goto(url() + address);
    await page.reload();
    await write(page, 'print("no storage")');
    expect(await runScript(page)).toContain('no storage');
    // Chromium's own editing styles what replaces a whole text, and the policy says no to that; nothing is lost by it.
    expect(faults.filter((fault) => !fault.startsWith('Applying inline style'))).toEqual([]);
    await expect(page.getByText('stores nothing here', { exact: false }).count()).resolves.toBe(address === '' ? 1 : 0);
  });
});
