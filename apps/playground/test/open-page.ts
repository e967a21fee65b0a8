import { chromium, type Browser, type BrowserContextOptions, type Page } from 'playwright-core';

/** A page and what it did that a visitor would not see. */
export interface OpenedPage {
  readonly page: Page;
  /** Messages of errors that the page threw or the console showed. */
  readonly faults: string[];
  /** Every address that was requested. */
  readonly requests: string[];
}

/** Starts a headless Chromium, found by `CHROMIUM_PATH`. */
export const startBrowser = (): Promise<Browser> =>
  chromium.launch({
    executablePath: process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update', '--disable-sync', '--no-first-run'],
  });

/** Opens the playground in a context of its own: storage and cache start empty. */
export const openPage = async (browser: Browser, url: string, options: BrowserContextOptions = {}): Promise<OpenedPage> => {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, ...options });
  const page = await context.newPage();
  const faults: string[] = [];
  const requests: string[] = [];
  page.on('pageerror', ({ message }) => faults.push(message));
  page.on('console', (message) => {
    if (message.type() === 'error') faults.push(message.text());
  });
  page.on('request', (request) => requests.push(request.url()));
  await page.goto(url);
  await page.getByRole('textbox', { name: 'Lua script' }).waitFor();
  return { page, faults, requests };
};

/** Replaces the script in the editor. */
export const write = async (page: Page, code: string): Promise<void> => {
  await page.getByRole('textbox', { name: 'Lua script' }).click();
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.insertText(code);
};

/** Presses Run and waits until the script has ended. @returns What the output panel says. */
export const runScript = async (page: Page): Promise<string> => {
  await page.getByRole('button', { name: 'Run', exact: false }).first().click();
  await page.locator('.status:not([data-status=running])').waitFor();
  return page.getByRole('log', { name: 'Output' }).innerText();
};
