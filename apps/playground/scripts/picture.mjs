// Makes docs/playground.png, the picture in the root README: the built page after a run, with one event opened.
import { fileURLToPath } from 'node:url';

import { chromium } from 'playwright-core';
import { preview } from 'vite';

const root = fileURLToPath(new URL('..', import.meta.url));
const server = await preview({ configFile: false, root, preview: { port: 0, host: '127.0.0.1' }, logLevel: 'error' });
const browser = await chromium.launch({
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
try {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  await page.goto(server.resolvedUrls.local[0]);
  await page.getByRole('button', { name: 'Run' }).first().click();
  await page.locator('.status[data-status=succeeded]').waitFor();
  await page.getByRole('option', { name: 'Order Completed' }).click();
  await page.evaluate('document.fonts.ready');
  await page.screenshot({ path: fileURLToPath(new URL('../../../docs/playground.png', import.meta.url)) });
} finally {
  await browser.close();
  await server.close();
}
