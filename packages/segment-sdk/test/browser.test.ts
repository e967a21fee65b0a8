import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { build } from 'esbuild';
import { type Browser, chromium, type Page } from 'playwright-core';

import type { Report } from '../src/index.js';
import { type SimulatorServer, startSimulatorServer } from '../src/simulator-server.js';
import { until } from './setup.js';

/** What the page's script leaves for a test to use. */
declare const createSegment: typeof import('../src/index.js').createSegment;

/** As far as the page's script uses it: the tests have no types of a browser. */
declare const Worker: new (
  url: string,
  options: { readonly type: 'module' },
) => {
  onmessage: (message: { readonly data: Report }) => void;
  readonly postMessage: (message: unknown) => void;
};

const PAGE = '<!doctype html><title>Shop</title><script type="module" src="/page.js"></script>';

const scripts = {
  '/page.js': "import { createSegment } from './dist/index.js'; globalThis.createSegment = createSegment;",
  '/worker.js': `import { createSegment } from './dist/index.js';
    onmessage = async ({ data: { url, count } }) => {
      const segment = createSegment({ writeKey: 'worker', trackingUrl: url });
      for (let n = 0; n < count; n += 1) void segment.track({ event: 'Event ' + n, userId: 'u' });
      postMessage(await segment.close());
    };`,
};

/** The built package as a user's bundler makes it ready for a browser. */
const bundled = async (contents: string): Promise<string> => {
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: '.' },
    bundle: true,
    minify: true,
    format: 'esm',
    platform: 'browser',
    write: false,
  });
  return outputFiles[0]?.text ?? '';
};

let site: Server;
let address: string;
let browser: Browser;
let page: Page;
let segmentServer: SimulatorServer;
let faults: string[];

beforeAll(async () => {
  const files = new Map(
    await Promise.all(Object.entries(scripts).map(async ([path, code]) => [path, await bundled(code)] as const)),
  );
  site = createServer(({ url = '/' }, response) => {
    const script = files.get(url);
    response.setHeader('content-type', script === undefined ? 'text/html' : 'text/javascript').end(script ?? PAGE);
  });
  await new Promise<void>((resolve) => site.listen(0, '127.0.0.1', resolve));
  address = `http://127.0.0.1:${(site.address() as AddressInfo).port}/`;
  browser = await chromium.launch({
    executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--no-first-run',
    ],
  });
}, 60_000);

afterAll(async () => {
  await browser.close();
  site.close();
});

beforeEach(async () => {
  segmentServer = await startSimulatorServer();
  // A tab of a browser that goes on: what `newPage` of a browser opens takes all of it along when it closes.
  page = await (await browser.newContext()).newPage();
  faults = [];
  page.on('pageerror', ({ message }) => faults.push(message));
  await page.goto(address);
  await page.waitForFunction(() => 'createSegment' in globalThis);
}, 30_000);

afterEach(async () => {
  await Promise.all(browser.contexts().map((context) => context.close()));
  await segmentServer.close();
  expect(faults).toEqual([]);
});

/** Tracks events of about 600 bytes in the page and leaves them waiting. */
const track = (count: number, options: object = {}): Promise<void> =>
  page.evaluate(
    ([url, given, most]) => {
      const segment = createSegment({
        writeKey: 'page',
        trackingUrl: url,
        flushAt: 1_000,
        flushIntervalMs: 600_000,
        ...given,
      });
      for (let n = 0; n < most; n += 1)
        void segment.track({ event: `Event ${n}`, userId: 'u', properties: { text: '€'.repeat(150) } });
    },
    [segmentServer.url, options, count] as const,
  );

const names = (count: number): string[] => Array.from({ length: count }, (_, n) => `Event ${n}`);

const arrived = async (count: number): Promise<void> => {
  const { simulator } = segmentServer;
  await until(() => simulator.events.length >= count);
  expect(simulator.events.map(({ event }) => event)).toEqual(names(count));
  const sent = simulator.requests.filter(({ method }) => method === 'POST');
  expect(Math.max(...sent.map(({ body }) => Buffer.byteLength(body)))).toBeLessThanOrEqual(64 * 1024);
};

describe('a page that goes away sends what waits', () => {
  test.each<[string, () => Promise<unknown>]>([
    ['to another address', () => page.goto('about:blank')],
    ['by a reload', () => page.reload()],
    ['with its tab', () => page.close()],
  ])(
    '%s',
    async (_, leave) => {
      await track(60);
      await leave();
      await arrived(60);
    },
    30_000,
  );

  test('and what is being sent', async () => {
    segmentServer.simulator.inject({ on: ({ method }) => method === 'OPTIONS', latencyMs: 300 });
    await track(60, { flushAt: 40, maxBatchEvents: 40 });
    await page.goto('about:blank');
    await arrived(60);
  }, 30_000);
});

test('a page that is left with more than a request may carry sends what fits', async () => {
  await track(300);
  await page.goto('about:blank');
  const { simulator } = segmentServer;
  await until(() => simulator.events.length > 0);
  await arrived(simulator.events.length);
  expect(simulator.events.length).toBeGreaterThan(60);
}, 30_000);

test('a page sends in the ordinary way, through the preflight of its origin', async () => {
  await track(60, { flushIntervalMs: 1 });
  await arrived(60);
}, 30_000);

test('a web worker can use the client', async () => {
  const report = await page.evaluate(
    (url) =>
      new Promise<Report>((resolve) => {
        const worker = new Worker('/worker.js', { type: 'module' });
        worker.onmessage = ({ data }) => {
          resolve(data);
        };
        worker.postMessage({ url, count: 60 });
      }),
    segmentServer.url,
  );
  expect(report).toMatchObject({ delivered: 60, failed: [] });
  await arrived(60);
}, 30_000);
