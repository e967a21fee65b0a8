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

/** Waits until a condition holds that a page has to ask for; `waitForFunction` takes any promise for true. */
const until = async (page: Page, holds: (scope: string) => Promise<boolean>): Promise<void> => {
  while (!(await page.evaluate(holds, url()))) await page.waitForTimeout(20);
};

const hasOneVersion = async (): Promise<boolean> => (await caches.keys()).length === 1;
const isTakenOver = async (scope: string): Promise<boolean> => {
  const registration = await navigator.serviceWorker.getRegistration(scope);
  return registration?.waiting === null && registration.active?.state === 'activated';
};

/** A page of the same host that is none of the playground's, from which its service worker can be seen. */
const openBeside = async (page: Page): Promise<Page> => {
  const beside = await page.context().newPage();
  const address = new URL('/beside.html', url()).href;
  await beside.route(address, (route) => route.fulfill({ contentType: 'text/html', body: 'beside' }));
  await beside.goto(address);
  return beside;
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
      await until(page, hasOneVersion);
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
      const elsewhere = await openBeside(page);
      await page.close();
      await until(elsewhere, isTakenOver);
      await elsewhere.goto(url());
      await editor(elsewhere).waitFor();
      expect(await mainScript(elsewhere)).not.toBe(first);
      await until(elsewhere, hasOneVersion);
      await expectRuns(elsewhere);
    },
    TIMEOUT,
  );
});
