import { describe, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';

import { ending, NAMESPACE, runScript, scriptText, show, write } from './open-page.js';
import { usePlayground } from './playground.js';

const { open } = usePlayground();

const WORKER = '**/worker-*.js';
const alert = (page: Page) => page.getByRole('log', { name: 'Output' }).getByRole('alert');

const enterKey = async (page: Page, key: string): Promise<void> => {
  await show(page, 'Accounts');
  await page.getByRole('button', { name: 'Use a real key for default' }).click();
  await page.getByRole('checkbox').check();
  await page.getByLabel('Write key').fill(key);
  await page.getByRole('button', { name: 'Use the real key' }).click();
};

/** Has the page's workers come to grief as `harm` says, in a page that is loaded anew. */
const withWorker = async (harm: string): Promise<Page> => {
  const { page } = await open();
  await page.route(WORKER, (route) => route.fulfill({ contentType: 'text/javascript', body: harm }));
  await page.reload();
  return page;
};

describe('a run ends in sight', () => {
  test('when the worker’s file is not there, and runs once it is', async () => {
    const { page } = await open();
    await page.route(WORKER, (route) => route.fulfill({ status: 404 }));
    await page.reload();
    await write(page, 'print("here")');
    expect(await runScript(page)).toMatch(/could not load[^]*check the network and reload/);
    await page.getByRole('button', { name: 'Reload the page' }).waitFor();
    await page.unroute(WORKER);
    expect(await runScript(page)).toContain('here');
  });

  test.each([
    ['cannot be compiled', 'this is no JavaScript', /SyntaxError|could not load/],
    ['throws when it starts', 'throw new Error("it fell over")', /it fell over/],
    ['throws while it runs', 'self.onmessage = () => { throw new Error("mid-air") }', /mid-air/],
    [
      'reports that it cannot go on',
      'self.onmessage = ({ data }) => { if (data.type === "run") self.postMessage({ type: "broken", reason: "no room" }) }',
      /no room/,
    ],
  ])('when the worker %s', async (_title, harm, said) => {
    const page = await withWorker(harm);
    await runScript(page);
    await expect(alert(page).innerText()).resolves.toMatch(said);
    await expect(alert(page).innerText()).resolves.toContain('your script is kept');
    await expect(page.getByRole('button', { name: 'Run' }).first().isVisible()).resolves.toBe(true);
  });

  test('when workers are forbidden altogether; the rest of the page works', async () => {
    const { page } = await open();
    await page.addInitScript(() => {
      globalThis.Worker = function refuse(): never {
        throw new DOMException('no workers here', 'SecurityError');
      } as never;
    });
    await page.reload();
    await write(page, 'print(1)');
    expect(await runScript(page)).toContain('could not load');
    expect(await scriptText(page)).toBe('print(1)');
  });

  test('when the worker’s file never comes: it says so while it waits, and Stop ends it', async () => {
    const { page } = await open();
    await page.route(WORKER, () => new Promise(() => undefined));
    // A first visit runs what it shows.
    await page.goto(page.url(), { waitUntil: 'commit' });
    await page.getByText('Loading Lua', { exact: false }).waitFor();
    await page.getByRole('button', { name: 'Stop' }).click();
    expect(await ending(page)).toContain('You stopped the script');
  });

  test('when a request of an account with a real key gets no answer at all', async () => {
    const { page } = await open();
    await page.route('https://api.segment.io/**', (route) => route.abort());
    await enterKey(page, 'a-key-of-ascii');
    await write(page, `${NAMESPACE}.track({ event = "A", userId = "u" })`);
    await page.getByRole('button', { name: /^Run/ }).first().click();
    await show(page, 'Events');
    await page
      .getByRole('option', { name: /no answer/ })
      .first()
      .waitFor();
    await page.getByRole('button', { name: 'Stop' }).click();
    expect(await ending(page)).toContain('You stopped the script');
  });
});

test('a real key that no header can carry is refused where it is entered', async () => {
  const { page } = await open();
  for (const key of ['schlüssel', 'key with space', 'ключ', 'emoji-🌙', 'tab\tkey']) {
    await enterKey(page, key);
    await page.getByRole('dialog').getByRole('alert').getByText('signs of ASCII', { exact: false }).waitFor();
    await page.keyboard.press('Escape');
  }
  await enterKey(page, ' plain-key ');
  await page.getByRole('button', { name: 'Back to the simulator' }).waitFor();
});

describe('the end of a run is in sight', () => {
  /** What is out of sight gets its height only when it is laid out, a moment later. */
  const comesIntoSight = (page: Page, selector: string): Promise<unknown> =>
    page.waitForFunction((wanted) => {
      const element = document.querySelector(wanted);
      if (!element) return false;
      // Its corners are round.
      const { left, top, width } = element.getBoundingClientRect();
      return element.contains(document.elementFromPoint(left + width / 2, top + 2));
    }, selector);

  test('below much output, with its error', async () => {
    const { page } = await open();
    await write(page, 'for i = 1, 500 do print("line", i) end error("at last")');
    await runScript(page);
    await comesIntoSight(page, '.failure');
  });

  test('but a reader who went back to the beginning stays there', async () => {
    const { page } = await open();
    await write(
      page,
      'for i = 1, 500 do print("line", i) end app.integrations.segment.get_workspace{ slug = "my-workspace" } while true do end',
    );
    await page.locator('.run').click();
    await page.locator('.printed').getByText('500').waitFor();
    await page.locator('.printout').evaluate((element) => (element.scrollTop = 0));
    await ending(page);
    expect(await page.locator('.printout').evaluate((element) => element.scrollTop)).toBe(0);
  });
});
