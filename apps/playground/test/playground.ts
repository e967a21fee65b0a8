import { afterAll, afterEach, beforeAll } from '@jest/globals';
import type { Browser, BrowserContextOptions } from 'playwright-core';

import { type OpenedPage, openPage, startBrowser } from './open-page.js';
import { serveSite, type SiteServer } from './site-server.js';

/** The built site and a browser, for the tests of one file. */
export interface Playground {
  /** Where the site is; ends with a slash. */
  readonly url: () => string;
  /** Deploys a next version of the site: for the tests that follow in the file, too. */
  readonly deployNext: () => void;
  /**
   * Opens the page in a context of its own, which is closed after the test.
   * @param address What follows the site's address: `?embed`, `#v1=…`.
   */
  readonly open: (address?: string, options?: BrowserContextOptions) => Promise<OpenedPage>;
  /**
   * One page for all tests of the file that only need a script of their own: opening one takes most of a test's time.
   */
  readonly shared: () => Promise<OpenedPage>;
}

/** Serves the site and starts a browser before the tests of a file, and ends both after them. */
export const usePlayground = (): Playground => {
  let site: SiteServer;
  let browser: Browser;
  let kept: Promise<OpenedPage> | undefined;
  const open: Playground['open'] = (address = '', options = {}) => openPage(browser, site.url + address, options);
  beforeAll(async () => {
    site = await serveSite();
    browser = await startBrowser();
  });
  afterEach(async () => {
    const own = (await kept)?.page.context();
    const others = browser.contexts().filter((context) => context !== own);
    await Promise.all(others.map((context) => context.close()));
  });
  afterAll(async () => {
    await browser.close();
    site.close();
  });
  return {
    url: () => site.url,
    deployNext: () => {
      site.deployNext();
    },
    open,
    shared: () => (kept ??= open()),
  };
};
