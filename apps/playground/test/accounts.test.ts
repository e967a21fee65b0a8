import { describe, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';

import { NAMESPACE, runScript, show, write } from './open-page.js';
import { usePlayground } from './playground.js';

const { open, url } = usePlayground();

const CANARY = 'canary-key-7f3a';
const track = (account = ''): string => `${NAMESPACE}${account}.track({ event = "A", userId = "u" })`;

const addAccount = async (page: Page, name: string): Promise<void> => {
  await page.getByLabel('Name of a new account').fill(name);
  await page.getByRole('button', { name: 'Add account' }).click();
};

/** Stands in for Segment. @returns What it was sent: addresses, headers and bodies. */
const standIn = async (page: Page): Promise<{ authorization: string; rest: string }[]> => {
  const sent: { authorization: string; rest: string }[] = [];
  await page.route('https://api.segment.io/**', async (route) => {
    const { authorization = '', ...headers } = route.request().headers();
    sent.push({ authorization, rest: JSON.stringify([route.request().url(), headers, route.request().postData()]) });
    await route.fulfill({
      status: 200,
      body: '{"success":true}',
      headers: { 'access-control-allow-origin': '*', 'access-control-allow-headers': '*' },
    });
  });
  return sent;
};

const giveRealKey = async (page: Page, account = 'default'): Promise<void> => {
  await show(page, 'Accounts');
  await page.getByRole('button', { name: `Use a real key for ${account}` }).click();
  await page.getByRole('checkbox').check();
  await page.getByLabel('Write key').fill(CANARY);
  await page.getByRole('button', { name: 'Use the real key' }).click();
  await page.getByRole('button', { name: 'Back to the simulator' }).waitFor();
};

describe('accounts', () => {
  test('are told apart in the list of events, and go when they are removed', async () => {
    const { page } = await open();
    await show(page, 'Accounts');
    await addAccount(page, 'acme');
    await page.getByRole('heading', { name: 'acme' }).waitFor();
    await write(page, ['', '.production', '.acme'].map(track).join('\n'));
    await runScript(page);
    await show(page, 'Events');
    for (const account of ['default', 'production', 'acme'])
      await page.locator('.row.event', { hasText: account }).waitFor();
    await show(page, 'Accounts');
    await page.getByRole('button', { name: 'Remove acme' }).click();
    await page.getByRole('heading', { name: 'acme' }).waitFor({ state: 'detached' });
    expect(await runScript(page)).toContain(`${NAMESPACE}.acme`);
  });

  test('refuse names that are a function, in use, or no name at all, and say why', async () => {
    const { page } = await open();
    await show(page, 'Accounts');
    for (const name of ['track', 'production', 'no name']) {
      await addAccount(page, name);
      await expect(page.getByRole('alert').innerText()).resolves.toContain(name);
    }
    await addAccount(page, 'fine');
    await page.getByRole('heading', { name: 'fine' }).waitFor();
    await expect(page.getByRole('alert').count()).resolves.toBe(0);
  });
});

describe('a real key', () => {
  test('is asked for behind a warning, and nothing can be entered before it is accepted', async () => {
    const { page } = await open();
    await show(page, 'Accounts');
    await page.getByRole('button', { name: 'Use a real key for default' }).click();
    await page.getByText('Run will then send real events to Segment.').waitFor();
    await expect(page.getByLabel('Write key').isDisabled()).resolves.toBe(true);
    await expect(page.getByRole('button', { name: 'Use the real key' }).isDisabled()).resolves.toBe(true);
    await page.getByRole('button', { name: 'Stay on the simulator' }).click();
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
    await page.getByText('simulator, write key simulator-default').waitFor();
  });

  test('is in the header of its own requests, and nowhere else: no storage, address, page, worker or other request', async () => {
    const { page, requests } = await open();
    const sent = await standIn(page);
    await giveRealKey(page);
    await write(page, `${track()}\n${track('.production')}`);
    await runScript(page);
    expect(sent.map(({ authorization }) => authorization)).toEqual([`Basic ${btoa(`${CANARY}:`)}`]);
    const traces = [CANARY, btoa(`${CANARY}:`), btoa(CANARY)];
    const kept = await page.evaluate(async () => {
      const databases = await indexedDB.databases();
      const cached: string[] = [];
      for (const name of await caches.keys())
        for (const request of await (await caches.open(name)).keys()) cached.push(request.url);
      return JSON.stringify([
        Object.entries(localStorage),
        Object.entries(sessionStorage),
        databases,
        cached,
        document.cookie,
        location.href,
        history.state,
        document.documentElement.outerHTML,
      ]);
    });
    const everything = [kept, ...requests, ...sent.map(({ rest }) => rest)].join('\n');
    for (const trace of traces) expect(everything).not.toContain(trace);
    await page.locator('.inspected').getByRole('button', { name: 'Events' }).click();
    await page.getByRole('option', { name: /live/ }).click();
    await page.getByRole('button', { name: 'Request', exact: true }).click();
    const shown = await page.getByRole('region', { name: 'Detail' }).innerText();
    for (const trace of traces) expect(shown).not.toContain(trace);
  });

  test('never reaches the worker', async () => {
    const { page } = await open();
    await standIn(page);
    await page.addInitScript(() => {
      const posted: unknown[] = ((globalThis as { posted?: unknown[] }).posted = []);
      globalThis.Worker = class extends Worker {
        override postMessage(message: unknown): void {
          posted.push(message);
          super.postMessage(message);
        }
      };
    });
    await page.reload();
    await giveRealKey(page);
    await write(page, track());
    await runScript(page);
    const posted = await page.evaluate(() => JSON.stringify((globalThis as { posted?: unknown[] }).posted));
    expect(posted).toContain('live');
    for (const trace of [CANARY, btoa(`${CANARY}:`)]) expect(posted).not.toContain(trace);
  });

  test('is forgotten with the page, when the account goes back, and when a link is opened', async () => {
    const { page } = await open();
    const sent = await standIn(page);
    await giveRealKey(page);
    await page.getByRole('button', { name: 'Back to the simulator' }).click();
    await giveRealKey(page);
    await page.reload();
    await show(page, 'Accounts');
    await page.getByRole('button', { name: 'Use a real key for default' }).waitFor();
    await page.getByRole('button', { name: 'Share' }).click();
    const link = await page.getByRole('textbox', { name: 'Link' }).inputValue();
    await page.keyboard.press('Escape');
    await giveRealKey(page);
    await page.goto(link.replace(/^[^#]*/, url()));
    await page.getByRole('button', { name: 'Use a real key for default' }).waitFor();
    expect(await runScript(page)).toContain('Revenue');
    expect(sent).toEqual([]);
  });

  test('cannot read a workspace, and the error says that browsers are not answered and what to do', async () => {
    const { page, requests } = await open();
    await giveRealKey(page);
    await write(
      page,
      `print(select(2, pcall(${NAMESPACE}.get_workspace, { slug = "mine" })).code)\n${NAMESPACE}.get_workspace({ slug = "mine" })`,
    );
    const output = await runScript(page);
    expect(output).toMatch(/^no_cors$/m);
    expect(output).toMatch(/script\.lua:2: the Public API does not answer browsers \(it sends no CORS headers\)/);
    expect(output).toContain('back on the simulator');
    expect(output).toContain('no_cors');
    expect(requests.filter((address) => !address.startsWith(url()) && !address.startsWith('data:'))).toEqual([]);
  });
});
