import { describe, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';

import { editor, runScript, write } from './open-page.js';
import { usePlayground } from './playground.js';

const { open, url, deployNext } = usePlayground();

const installed = async (page: Page): Promise<void> => {
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready;
  });
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
};

const lookForUpdate = (page: Page): Promise<unknown> =>
  page.evaluate(async () => (await navigator.serviceWorker.getRegistration())?.update());

const notice = (page: Page) => page.getByText('A new version is ready', { exact: false });
const mainScript = (page: Page): Promise<string> =>
  page
    .locator('script[src]')
    .first()
    .evaluate((script: HTMLScriptElement) => script.src);

/** The first run has a worker that was started with the page; only the second one asks for its file again. */
const expectRuns = async (page: Page): Promise<void> => {
  for (const word of ['once', 'twice', 'thrice']) {
    await write(page, `print("${word}")`);
    expect(await runScript(page)).toContain(word);
  }
};

// Many pages, on a machine that may be busy.
const TIMEOUT = 120_000;

describe('a deployment', () => {
  test(
    'leaves open tabs and returning visitors their version, until they ask for the new one',
    async () => {
      const { page } = await open('', { serviceWorkers: 'allow' });
      await installed(page);
      const first = await mainScript(page);
      deployNext();
      await lookForUpdate(page);
      await notice(page).waitFor();
      await expectRuns(page);

      const returning = await page.context().newPage();
      await returning.goto(url());
      await editor(returning).waitFor();
      await expectRuns(returning);
      await notice(returning).waitFor();

      await write(page, 'print("kept")');
      await page.getByRole('button', { name: 'Reload' }).click();
      await page.waitForFunction(
        (src) => !document.querySelector(`script[src="${src}"]`),
        first.replace(/^.*\/try\//, './'),
      );
      await editor(page).getByText('kept').waitFor();
      expect(await mainScript(page)).not.toBe(first);
      await expectRuns(page);
      await expect(notice(page).count()).resolves.toBe(0);

      // The other tab goes on with its own files, which no server has any more.
      await expectRuns(returning);
      await expect(page.evaluate(async () => (await caches.keys()).length)).resolves.toBe(2);
      await returning.close();
      await page.reload();
      await editor(page).waitFor();
      await page.waitForFunction(async () => (await caches.keys()).length === 1);
      await expectRuns(page);
    },
    TIMEOUT,
  );

  test(
    'is taken over by itself once no page of the version before is open',
    async () => {
      const { page } = await open('', { serviceWorkers: 'allow' });
      await installed(page);
      const first = await mainScript(page);
      deployNext();
      await lookForUpdate(page);
      await notice(page).waitFor();
      const context = page.context();
      let elsewhere = await context.newPage();
      await page.close();
      // A page that opens while the last one closes may still be of its version, or wait for a worker that is ending.
      for (let count = 0; count < 20; count += 1) {
        const opened = await elsewhere.goto(url(), { timeout: 3_000 }).catch(() => undefined);
        if (opened) await editor(elsewhere).waitFor();
        if (opened && (await mainScript(elsewhere)) !== first) break;
        const next = await context.newPage();
        await elsewhere.close();
        elsewhere = next;
      }
      await elsewhere.waitForFunction(async () => (await caches.keys()).length === 1);
      expect(await mainScript(elsewhere)).not.toBe(first);
      await expectRuns(elsewhere);
    },
    TIMEOUT,
  );
});
