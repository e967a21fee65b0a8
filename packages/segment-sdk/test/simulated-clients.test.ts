import { generateKeyPairSync } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';

import { Analytics as CustomerIo } from '@customerio/cdp-analytics-node';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { Analytics } from '@segment/analytics-node';
import Legacy from 'analytics-node';
import { build } from 'esbuild';
import { chromium, type Page } from 'playwright-core';

import { createSimulator } from '../src/simulator.js';
import { type SimulatorServer, startSimulatorServer } from '../src/simulator-server.js';

/** As far as the page's script uses it: the tests have no types of a browser. */
declare const Image: new () => {
  src: string;
  readonly naturalWidth: number;
  onload: () => void;
  onerror: () => void;
};

declare const AnalyticsBrowser: typeof import('@segment/analytics-next').AnalyticsBrowser;

let server: SimulatorServer;

beforeEach(async () => {
  server = await startSimulatorServer();
});

afterEach(async () => {
  await server.close();
});

/** The events that arrived, by type. */
const arrived = () => server.simulator.events.map(({ type, writeKey }) => `${type} ${writeKey}`).sort();

const statuses = () => [...new Set(server.simulator.requests.map(({ status }) => status))];

const EVERY_TYPE = ['alias key', 'group key', 'identify key', 'page key', 'screen key', 'track key'];

/** The calls that all of Segment's server libraries share. */
interface Client {
  readonly identify: (message: never) => unknown;
  readonly track: (message: never) => unknown;
  readonly page: (message: never) => unknown;
  readonly screen: (message: never) => unknown;
  readonly group: (message: never) => unknown;
  readonly alias: (message: never) => unknown;
}

const callEverything = (client: Client): void => {
  const userId = 'user-42';
  client.identify({ userId, traits: { plan: 'pro' } } as never);
  client.track({ userId, event: 'Order Completed', properties: { revenue: 9.99, city: 'Zürich' } } as never);
  client.page({ userId, name: 'Pricing', properties: {} } as never);
  client.screen({ userId, name: 'Cart', properties: {} } as never);
  client.group({ userId, groupId: 'g', traits: {} } as never);
  client.alias({ userId, previousId: 'anonymous' } as never);
};

describe('The simulator serves', () => {
  test('@segment/analytics-node', async () => {
    const client = new Analytics({ writeKey: 'key', host: server.url });
    callEverything(client);
    await client.closeAndFlush();
    expect(arrived()).toEqual(EVERY_TYPE);
    expect(statuses()).toEqual([200]);
  });

  test('@segment/analytics-node with OAuth, whose signature is checked', async () => {
    const { privateKey, publicKey } = generateKeyPairSync('rsa', {
      modulusLength: 2_048,
      privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
      publicKeyEncoding: { type: 'spki', format: 'pem' },
    });
    const app = { clientId: 'app', keyId: 'k1', publicKey };
    const strict = await startSimulatorServer({ simulator: createSimulator({ oauthApps: [app] }) });
    const oauthSettings = { clientId: 'app', keyId: 'k1', clientKey: privateKey, authServer: strict.url };
    const client = new Analytics({ writeKey: 'key', host: strict.url, oauthSettings });
    client.track({ userId: 'u', event: 'E' });
    await client.closeAndFlush();
    expect(strict.simulator.events).toMatchObject([{ event: 'E' }]);
    expect(strict.simulator.requests.map(({ path, status }) => `${path} ${status ?? ''}`)).toEqual([
      '/token 200',
      '/v1/batch 200',
    ]);
    await strict.close();
  });

  test('analytics-node, the one before', async () => {
    const client = new Legacy('key', { host: server.url, flushAt: 100 });
    callEverything(client);
    await client.flush();
    expect(arrived()).toEqual(EVERY_TYPE);
    expect(statuses()).toEqual([200]);
  });

  test('@customerio/cdp-analytics-node', async () => {
    const client = new CustomerIo({ writeKey: 'key', host: server.url });
    callEverything(client);
    await client.closeAndFlush();
    expect(arrived()).toEqual(EVERY_TYPE);
  });
});

describe('The simulator serves analytics.js in a browser', () => {
  let site: Server;
  let page: Page;
  let close: () => Promise<void>;

  beforeEach(async () => {
    const entry = createRequire(import.meta.url).resolve('@segment/analytics-next');
    const { outputFiles } = await build({
      stdin: {
        contents: `import { AnalyticsBrowser } from ${JSON.stringify(entry)}; Object.assign(globalThis, { AnalyticsBrowser });`,
        resolveDir: '.',
      },
      bundle: true,
      format: 'esm',
      platform: 'browser',
      define: { 'process.env': '{}', global: 'globalThis' },
      write: false,
    });
    const script = outputFiles[0]?.text;
    site = createServer(({ url }, response) => {
      if (url === '/page.js') response.setHeader('content-type', 'text/javascript').end(script);
      else
        response
          .setHeader('content-type', 'text/html')
          .end('<!doctype html><script type="module" src="/page.js"></script>');
    });
    await new Promise<void>((resolve) => site.listen(0, '127.0.0.1', resolve));
    const browser = await chromium.launch({
      executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
      args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-sync', '--no-first-run'],
    });
    page = await browser.newPage();
    await page.goto(`http://127.0.0.1:${(site.address() as AddressInfo).port}/`);
    await page.waitForFunction(() => 'AnalyticsBrowser' in globalThis);
    close = async () => {
      await browser.close();
      site.close();
    };
  }, 60_000);

  afterEach(() => close());

  test.each(['standard', 'batching'] as const)(
    'sending %s',
    async (strategy) => {
      await page.evaluate(
        async ([url, kind]) => {
          const deliveryStrategy =
            kind === 'batching' ? { strategy: kind, config: { size: 6, timeout: 100 } } : undefined;
          const integrations = { 'Segment.io': { ...(deliveryStrategy && { deliveryStrategy }) } };
          const [analytics] = await AnalyticsBrowser.load({ writeKey: 'key', cdnURL: url }, { integrations });
          await Promise.all([
            analytics.identify('user-42', { plan: 'pro' }),
            analytics.track('Order Completed', { revenue: 9.99 }),
            analytics.page('Pricing'),
            analytics.screen('Cart'),
            analytics.group('g', {}),
            analytics.alias('new', 'user-42'),
          ]);
        },
        [server.url, strategy] as const,
      );
      await server.simulator.waitFor(() => server.simulator.events.length === 6, 20_000);
      expect(arrived()).toEqual(EVERY_TYPE);
      const paths = server.simulator.requests.map(({ method, path }) => `${method} ${path}`);
      expect(paths).toContain('GET /v1/projects/key/settings');
      expect(paths).toContain(strategy === 'batching' ? 'POST /v1/b' : 'POST /v1/t');
      expect(statuses().every((status) => status !== undefined && status < 300)).toBe(true);
    },
    60_000,
  );

  test('and shows its pixel', async () => {
    const data = btoa(JSON.stringify({ writeKey: 'key', userId: 'user-42', event: 'Mail Opened' }));
    const width = await page.evaluate(
      (address) =>
        new Promise<number>((resolve, reject) => {
          const image = new Image();
          image.onload = () => {
            resolve(image.naturalWidth);
          };
          image.onerror = () => {
            reject(new Error('no picture'));
          };
          image.src = address;
        }),
      `${server.url}/v1/pixel/track?data=${data}`,
    );
    expect(width).toBe(1);
    expect(server.simulator.events).toMatchObject([{ event: 'Mail Opened', writeKey: 'key' }]);
  });
});
