import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';

import { describe, expect, test } from '@jest/globals';

import { editor, runScript } from './open-page.js';
import { usePlayground } from './playground.js';
import { tasksDuring } from './processor-time.js';
import { slowness } from './slowness.js';

const { open, url } = usePlayground();

const DIST = fileURLToPath(new URL('../dist', import.meta.url));
const BUDGET_KB = 300;

const packed = (): { name: string; size: number }[] =>
  readdirSync(DIST, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.endsWith('.map'))
    .map((entry) => ({ name: entry.name, size: gzipSync(readFileSync(join(entry.parentPath, entry.name))).length }));

describe('the site', () => {
  test(`weighs at most ${BUDGET_KB} KB in all, packed`, () => {
    const files = packed();
    const total = files.reduce((sum, { size }) => sum + size, 0);
    expect({ files, isWithin: total <= BUDGET_KB * 1024 }).toEqual({ files, isWithin: true });
  });

  test('can be written to and run after half a second of work on a first visit', async () => {
    const { page: first } = await open();
    const page = await first.context().newPage();
    const taken = await tasksDuring(page, async () => {
      await page.goto(url());
      await editor(page).waitFor();
    });
    const work = taken.reduce((sum, ms) => sum + ms, 0);
    expect(work).toBeLessThan(500 * (await slowness(page)));
    expect(await runScript(page)).toContain('Revenue: 111');
  });

  test('shows its two typefaces: what was cut out of them leaves files that a browser takes', async () => {
    const { page } = await open();
    const faces = await page.evaluate(async () => {
      await document.fonts.ready;
      return [...document.fonts].map(({ family, status }) => `${family}: ${status}`);
    });
    expect(faces.toSorted()).toEqual(['IBM Plex Mono: loaded', 'Instrument Sans: loaded']);
  });

  test('lends its typefaces to the documentation beside it, which finds them by name', () => {
    const styles = readFileSync(join(DIST, '../../../docs/reference/site/assets/style.css'), 'utf8');
    const addresses = [...styles.matchAll(/url\('([^']+)'\)/g)].map(([, address = '']) => address);
    expect(addresses).toHaveLength(2);
    // The documentation lies in a folder beside that of the page.
    for (const address of addresses)
      expect(existsSync(join(DIST, address.replace('../../playground/', '')))).toBe(true);
  });

  test('opens and runs without a network after the first visit', async () => {
    const { page } = await open('', { serviceWorkers: 'allow' });
    await page.evaluate(async () => {
      await navigator.serviceWorker.ready;
    });
    await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
    await page.context().setOffline(true);
    await page.goto(`${url()}?embed`);
    await page.goto(url());
    expect(await runScript(page)).toContain('Revenue: 111');
  });

  test('can be installed: its manifest names icons that are there, a start and a scope', async () => {
    const { page } = await open();
    const href = await page.locator('link[rel=manifest]').evaluate((link: HTMLLinkElement) => link.href);
    const manifest = (await (await page.request.get(href)).json()) as {
      start_url: string;
      scope: string;
      display: string;
      icons: { src: string; sizes: string }[];
    };
    expect(manifest).toMatchObject({ start_url: './', scope: './', display: 'standalone' });
    for (const { src } of manifest.icons) expect((await page.request.get(new URL(src, href).href)).ok()).toBe(true);
  });

  test('forbids inline script, inline style and other hosts but the two of Segment, and keeps to it', async () => {
    const { page } = await open();
    const policy = await page.locator('meta[http-equiv=Content-Security-Policy]').getAttribute('content');
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("script-src 'self'; style-src 'self'");
    expect(policy).not.toMatch(/unsafe|\*|data:|blob:/);
    expect([...(policy ?? '').matchAll(/https:\/\/[^ ;]+/g)].map(([host]) => host)).toEqual([
      'https://api.segment.io',
      'https://events.eu1.segmentapis.com',
    ]);
    const blocked = await page.evaluate(async () => {
      const violations: string[] = [];
      document.addEventListener('securitypolicyviolation', ({ violatedDirective }) =>
        violations.push(violatedDirective),
      );
      const script = document.createElement('script');
      script.textContent = 'globalThis.wasRun = true';
      document.body.append(script);
      await fetch('https://example.com/').catch(() => undefined);
      await new Promise((resolve) => {
        setTimeout(resolve);
      });
      return { violations, wasRun: 'wasRun' in globalThis };
    });
    expect(blocked).toEqual({ violations: ['script-src-elem', 'connect-src'], wasRun: false });
  });
});
