import { type Browser, type BrowserContextOptions, chromium, type Locator, type Page } from 'playwright-core';

/** A page and what it did that a visitor would not see. */
export interface OpenedPage {
  readonly page: Page;
  /** Messages of errors that the page threw or the console showed. */
  readonly faults: string[];
  /** Every address that was requested. */
  readonly requests: string[];
}

/** Where scripts call Segment. */
export const NAMESPACE = 'app.integrations.segment';

/** Starts a headless Chromium, found by `CHROMIUM_PATH`. */
export const startBrowser = (): Promise<Browser> =>
  chromium.launch({
    executablePath: process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium',
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--no-first-run',
    ],
  });

/**
 * Opens the playground in a context of its own: storage and cache start empty, and nothing is kept for use offline
 * unless asked for.
 */
export const openPage = async (
  browser: Browser,
  url: string,
  options: BrowserContextOptions = {},
): Promise<OpenedPage> => {
  const context = await browser.newContext({
    viewport: { width: 1440, height: 900 },
    serviceWorkers: 'block',
    ...options,
  });
  // Below the limit of a test, so that a failure names the step.
  context.setDefaultTimeout(25_000);
  const page = await context.newPage();
  const faults: string[] = [];
  const requests: string[] = [];
  page.on('pageerror', ({ message }) => faults.push(message));
  page.on('console', (message) => {
    if (message.type() === 'error') faults.push(message.text());
  });
  page.on('request', (request) => requests.push(request.url()));
  await page.goto(url);
  await editor(page).waitFor();
  return { page, faults, requests };
};

/** Where the script is written. */
export const editor = (page: Page): Locator => page.getByRole('textbox', { name: 'Lua script' });

/** The script as the editor shows it. */
export const scriptText = async (page: Page): Promise<string> =>
  (await page.locator('.cm-line').allInnerTexts()).map((line) => line.replace(/\n$/, '')).join('\n');

/** The script once the editor has drawn what is expected; what it shows at last if it never does. */
export const drawnScript = async (page: Page, expected: string): Promise<string> => {
  await page
    .waitForFunction(
      (code) =>
        Array.from(document.querySelectorAll<HTMLElement>('.cm-line'), (line) =>
          line.innerText.replace(/\n$/, ''),
        ).join('\n') === code,
      expected,
      { timeout: 10_000 },
    )
    .catch(() => undefined);
  return scriptText(page);
};

/** Replaces the script in the editor; the cursor is at its end. */
export const write = async (page: Page, code: string): Promise<void> => {
  await editor(page).click();
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.insertText(code);
};

/** Shows a section of a wide page: `Events`, `Reference`, `Accounts`, `Simulator`. */
export const show = (page: Page, section: string): Promise<void> =>
  page.getByRole('navigation', { name: 'Sections' }).getByRole('button', { name: section }).click();

/** Waits until the script has ended, however it did. @returns What the output panel says. */
export const ending = async (page: Page): Promise<string> => {
  await page.locator('.status:not([data-status=running])').waitFor();
  return page.getByRole('log', { name: 'Output' }).innerText();
};

/** Presses Run and waits until the script has ended. @returns What the output panel says. */
export const runScript = async (page: Page): Promise<string> => {
  await page.getByRole('button', { name: 'Run', exact: false }).first().click();
  return ending(page);
};

/**
 * Puts the pointer on the first occurrence of `text` in the script, as a hand would: it comes from elsewhere and moves.
 */
export const pointAt = async (page: Page, text: string): Promise<void> => {
  const spot = await editor(page).evaluate((content, wanted) => {
    const walker = document.createTreeWalker(content, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const start = node.nodeValue?.indexOf(wanted) ?? -1;
      if (start < 0) continue;
      const range = document.createRange();
      range.setStart(node, start);
      range.setEnd(node, start + wanted.length);
      const { x, y, width, height } = range.getBoundingClientRect();
      return { x: x + width / 2, y: y + height / 2 };
    }
    throw new Error(`The script does not show ${wanted}`);
  }, text);
  await page.mouse.move(5, 5);
  await page.mouse.move(spot.x, spot.y, { steps: 3 });
};
