import { existsSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type Browser, type BrowserContext, chromium, type Page as Tab } from 'playwright-core';

import { bundleForBrowser } from './bundle.js';
import { encryptionCases, readingCases, writingCases } from './conformance.js';
import type { Page } from './programs/browser-conformance.js';

declare const page: Page;

declare global {
  var kept: ReturnType<Page['open']> | undefined;
}

const executablePath = [
  process.env['CHROMIUM_PATH'],
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
].find((path) => path !== undefined && existsSync(path));
const args =
  '--no-sandbox --disable-gpu --disable-background-networking --disable-component-update --disable-sync --no-first-run'.split(
    ' ',
  );

const server = createServer();
let browser: Browser;
let context: BrowserContext;

async function openTab(): Promise<Tab> {
  const tab = await context.newPage();
  await tab.goto(`http://localhost:${(server.address() as AddressInfo).port}/`);
  return tab;
}

beforeAll(async () => {
  if (executablePath === undefined)
    throw new Error('No Chromium found; install the package chromium or set CHROMIUM_PATH');
  const script = await bundleForBrowser('browser-conformance.ts');
  server.on('request', (request, response) => {
    const isScript = request.url === '/page.js';
    response.setHeader('content-type', isScript ? 'text/javascript' : 'text/html');
    response.end(
      isScript ? script : '<!doctype html><title>accounts</title><script type="module" src="/page.js"></script>',
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  browser = await chromium.launch({ executablePath, args });
  context = await browser.newContext();
});

afterAll(async () => {
  await browser.close();
  server.close();
});

describe('a store in the browser, IndexedDB', () => {
  let outcomes: Awaited<ReturnType<Page['runSuite']>>;

  beforeAll(async () => {
    outcomes = await (await openTab()).evaluate(() => page.runSuite());
  });

  test.each([...writingCases, ...encryptionCases, ...readingCases])('$name', ({ name }) => {
    const outcome = outcomes.find((each) => each.name === name);
    expect(outcome).toEqual({ name, failure: undefined });
  });

  test('a registry in one tab hears what another tab does, and both write at once without loss', async () => {
    const [first, second] = [await openTab(), await openTab()];
    await first.evaluate(() => page.listen('tabs', 21));
    const add = (tab: Tab, prefix: string): Promise<void> =>
      tab.evaluate(async (start) => {
        const registry = page.open('tabs');
        for (let n = 0; n < 10; n += 1) await registry.add('segment', `${start}_${n}`, { writeKey: `key ${n}` });
      }, prefix);
    await Promise.all([add(first, 'first'), add(second, 'second')]);
    expect(await first.evaluate(() => page.heard())).toBe(21);
    expect(await second.evaluate(async () => (await page.open('tabs').list('segment')).length)).toBe(21);
  });

  test('a passphrase encrypts there by WebCrypto, and a wrong one throws', async () => {
    const tab = await openTab();
    await tab.evaluate(() =>
      page.openEncrypted('sealed', 'right').add('segment', 'production', { writeKey: 'canary' }),
    );
    const read = (passphrase: string): Promise<string | undefined> =>
      tab.evaluate(async (given) => {
        const account = await page
          .openEncrypted('sealed', given)
          .get('segment')
          .catch((error: unknown) => error);
        return account instanceof Error
          ? String(Reflect.get(account, 'code'))
          : (account as { fields: { writeKey?: { reveal(): string } } }).fields.writeKey?.reveal();
      }, passphrase);
    expect(await read('right')).toBe('canary');
    expect(await read('wrong')).toBe('wrong_key');
  });

  test('a store that could not be opened once, or whose connection was closed, goes on', async () => {
    const names = await (
      await openTab()
    ).evaluate(async () => {
      const registry = page.open('reopened');
      const codes: unknown[] = [];
      page.failNextOpening();
      await registry.add('segment', 'a', { writeKey: 'key' }).catch((error: unknown) => {
        codes.push(Reflect.get(error as object, 'code'));
      });
      await registry.add('segment', 'b', { writeKey: 'key' });
      page.closeNextConnection();
      await registry.add('segment', 'c', { writeKey: 'key' });
      page.closeNextConnection();
      return [...codes, ...(await registry.list('segment')).map(({ name }) => name)];
    });
    expect(names).toEqual(['store_failed', 'b', 'c']);
  });

  test('a store in one tab is in nobody’s way who deletes the database or brings a later version', async () => {
    const [first, second] = [await openTab(), await openTab()];
    const add = (name: string): Promise<string[]> =>
      first.evaluate(async (account) => {
        const registry = (globalThis.kept ??= page.open('shared'));
        await registry.add('segment', account, { writeKey: 'key' });
        return (await registry.list('segment')).map(({ name: listed }) => listed);
      }, name);
    expect(await add('a')).toEqual(['a']);
    expect(await second.evaluate(() => page.remove('shared'))).toBe('done');
    expect(await add('b')).toEqual(['b']);
    expect(await second.evaluate(() => page.upgrade('shared'))).toBe('done');
    await expect(add('c')).rejects.toThrow('later version');
    expect(await second.evaluate(() => page.remove('shared'))).toBe('done');
    expect(await add('d')).toEqual(['d']);
  });
});
