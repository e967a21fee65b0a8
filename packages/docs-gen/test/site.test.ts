import { rmSync } from 'node:fs';

import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import axe from 'axe-core';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';

import { renderHtml } from '../src/index.js';
import { launch, onDisk, serveStrictly } from './browser.js';
import { greenhouse } from './greenhouse.js';

const files = renderHtml(greenhouse);
const onePageOfEachKind = ['index.html', 'functions/water_bed.html', 'guides/limits.html'];
const desktop = { width: 1280, height: 800 };
const phone = { width: 360, height: 740 };

let browser: Browser;
let folder: string;
beforeAll(async () => {
  folder = onDisk(files);
  browser = await launch();
}, 30_000);
afterAll(async () => {
  await browser.close();
  rmSync(folder, { recursive: true });
});

/** Opens a page of the site as a file, fails on any message or error, and closes it. */
const visit = async (
  path: string,
  options: BrowserContextOptions,
  see: (page: Page) => Promise<void>,
): Promise<void> => {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('console', (message) => complaints.push(message.text()));
  page.on('pageerror', (error) => complaints.push(error.message));
  page.setDefaultTimeout(5_000);
  await page.goto(path.startsWith('http') ? path : `file://${folder}/site/${path}`);
  await see(page);
  expect(complaints).toEqual([]);
  await context.close();
};

const violations = (page: Page): Promise<string[]> =>
  page.evaluate(
    `${axe.source}; axe.run({ preload: false }).then(({ violations }) => violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => id + ': ' + html)))`,
  );

describe.each([
  ['desktop', 'light', desktop],
  ['desktop', 'dark', desktop],
  ['phone', 'light', phone],
  ['phone', 'dark', phone],
] as const)('on a %s in %s', (_, colorScheme, viewport) => {
  test.each(onePageOfEachKind)('axe finds nothing in %s, and nothing is cut off', async (path) => {
    await visit(path, { colorScheme, viewport }, async (page) => {
      await page.evaluate(`document.querySelectorAll('details').forEach((details) => { details.open = true; })`);
      expect(await violations(page)).toEqual([]);
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(viewport.width);
    });
  });
});

describe('opened as files', () => {
  test('the search opens with /, forgives typos, walks by arrows and leads to the page', async () => {
    await visit('index.html', { viewport: desktop }, async (page) => {
      await page.keyboard.press('/');
      await page.keyboard.type('snesors');
      expect(await page.locator('#search-results a').first().textContent()).toBe(
        'read_sensors Read all sensors at once.',
      );
      expect(await page.locator('#search-status').textContent()).toMatch(/^\d+ found$/);
      await page.keyboard.press('ArrowDown');
      expect(
        await page
          .locator('#search-results a')
          .first()
          .evaluate((link) => link === link.ownerDocument.activeElement),
      ).toBe(true);
      await page.keyboard.press('Enter');
      await page.waitForURL('**/functions/read_sensors.html');
      await page.fill('#search-box', 'limits');
      await page.keyboard.press('Enter');
      await page.waitForURL('**/guides/limits.html');
    });
  });

  test('a chosen theme stays on the next page', async () => {
    await visit('index.html', { viewport: desktop, colorScheme: 'light' }, async (page) => {
      const paper = () => page.evaluate('getComputedStyle(document.body).backgroundColor');
      const light = await paper();
      await page.getByRole('button', { name: 'Use the dark theme' }).click();
      const dark = await paper();
      expect(dark).not.toBe(light);
      await page.getByRole('link', { name: 'water_bed', exact: true }).first().click();
      await page.waitForURL('**/functions/water_bed.html');
      expect(await paper()).toBe(dark);
    });
  });

  test('a copy button copies its code', async () => {
    await visit(
      'functions/water_bed.html',
      { viewport: desktop, permissions: ['clipboard-read', 'clipboard-write'] },
      async (page) => {
        await page.getByRole('button', { name: 'Copy' }).first().click();
        await page.getByRole('button', { name: 'Copied' }).waitFor();
        expect(await page.evaluate('navigator.clipboard.readText()')).toBe(
          await page.locator('.language-lua').first().textContent(),
        );
      },
    );
  });

  test('a phone has the navigation behind a button', async () => {
    await visit('index.html', { viewport: phone }, async (page) => {
      const navigation = page.getByRole('navigation');
      expect(await navigation.isVisible()).toBe(false);
      await page.getByRole('button', { name: 'Menu' }).click();
      expect(await navigation.isVisible()).toBe(true);
      await page.keyboard.press('Escape');
      expect(await navigation.isVisible()).toBe(false);
    });
  });

  test('without scripts everything can still be read and reached', async () => {
    await visit('index.html', { viewport: phone, javaScriptEnabled: false }, async (page) => {
      await page.getByRole('navigation').getByRole('link', { name: 'read_sensors' }).click();
      await page.waitForURL('**/functions/read_sensors.html');
      expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('read_sensors');
      await page.getByRole('navigation').getByRole('link', { name: 'Reference' }).click();
      await page.waitForURL('**/index.html');
      await page.getByRole('navigation').getByRole('link', { name: 'water_bed' }).click();
      await page.waitForURL('**/functions/water_bed.html');
    });
  });

  test('every page leads to every other, and marks itself', async () => {
    const links = (page: Page) =>
      page.locator('nav a').evaluateAll((found) => found.map((link) => (link as unknown as { href: string }).href));
    let all: readonly string[] = [];
    await visit('index.html', { viewport: desktop }, async (page) => {
      all = await links(page);
    });
    expect(all).toHaveLength(files.filter(({ path }) => path.endsWith('.html')).length);
    for (const path of onePageOfEachKind) {
      await visit(path, { viewport: desktop }, async (page) => {
        expect(await links(page)).toEqual(all);
        expect(await page.locator('nav [aria-current="page"]').getAttribute('href')).toMatch(path);
        expect(await page.locator('nav [aria-current="page"]').count()).toBe(1);
      });
    }
  });
});

test('a server may forbid everything but the site’s own scripts and styles', async () => {
  const { url, server } = await serveStrictly(folder);
  try {
    await visit(`${url}/site/functions/water_bed.html`, { viewport: desktop }, async (page) => {
      await page.fill('#search-box', 'roof');
      expect(await page.locator('#search-results a').first().textContent()).toBe('open_roof Open the roof.');
      expect(await page.evaluate("getComputedStyle(document.querySelector('.hljs-string')).color")).not.toBe(
        await page.evaluate("getComputedStyle(document.querySelector('pre')).color"),
      );
    });
  } finally {
    server.closeAllConnections();
    server.close();
  }
});

test('is set in the typefaces it is told of, wherever they are, and else in those of the system', () => {
  const stylesOf = (site?: { readonly fonts: { readonly text: string; readonly code: string } }): string =>
    renderHtml({ ...greenhouse, ...(site && { site }) }).find(({ path }) => path === 'site/assets/style.css')?.text ??
    '';
  const styles = stylesOf({ fonts: { text: "../fonts/it's.woff2", code: 'https://example.com/code.woff2' } });
  expect(styles).toContain("font-family: 'Site Text'");
  // The style sheet lies in a folder of the site.
  expect(styles).toContain("url('../../fonts/it%27s.woff2')");
  expect(styles).toContain("url('https://example.com/code.woff2')");
  expect(stylesOf()).not.toContain('@font-face');
});
