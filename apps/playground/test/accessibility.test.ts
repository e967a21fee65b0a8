import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

import { describe, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';

import { ending, NAMESPACE, runScript, show, write } from './open-page.js';
import { usePlayground } from './playground.js';

const { open } = usePlayground();

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

interface Axe {
  run: (options: object) => Promise<{ violations: { id: string; nodes: { html: string }[] }[] }>;
}

/** What axe finds in a theme, in a page whose policy lets it in. */
const violations = (page: Page, theme: 'light' | 'dark', options: object): Promise<string[]> =>
  page.evaluate(
    async ([wanted, rules]) => {
      document.documentElement.dataset.theme = wanted;
      const { violations: found } = await (globalThis as unknown as { axe: Axe }).axe.run(rules);
      return found.map(
        ({ id, nodes }) => `${wanted}, ${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(' | ')}`,
      );
    },
    [theme, options] as const,
  );

/** A theme changes nothing but colours, so the dark one is asked about those alone. */
const expectNone = async (page: Page, state: string): Promise<void> => {
  // Half a megabyte, once for each page.
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(AXE);
  const found = [
    ...(await violations(page, 'light', {})),
    ...(await violations(page, 'dark', { runOnly: ['color-contrast'] })),
  ];
  expect({ state, found }).toEqual({ state, found: [] });
};

describe('axe finds nothing, in light and in dark', () => {
  const options = { bypassCSP: true, reducedMotion: 'reduce' as const };

  test('in any view, before and after a run', async () => {
    const { page } = await open('', options);
    await expectNone(page, 'idle');
    await runScript(page);
    for (const view of ['Events', 'Reference', 'Accounts', 'Simulator']) {
      await show(page, view);
      await expectNone(page, view);
    }
    await page
      .getByRole('button', { name: 'Markdown' })
      .or(page.getByRole('button', { name: 'Add fault' }))
      .first()
      .click();
    await expectNone(page, 'a fault');
  });

  test('while a script runs, when it was stopped, and when it failed', async () => {
    const { page } = await open('', options);
    // It waits for answers that do not come: a loop would reach its limit before axe is done.
    await show(page, 'Simulator');
    await page.locator('.add-fault select').selectOption('timeout');
    await page.locator('.add-fault input[name=times]').fill('100');
    await page.getByRole('button', { name: 'Add fault' }).click();
    await show(page, 'Events');
    await write(page, `${NAMESPACE}.get_workspace({ slug = "my-workspace" })`);
    await page.locator('.run').click();
    await page.getByRole('option').first().waitFor();
    await expectNone(page, 'running');
    await page.getByRole('button', { name: 'Stop' }).click();
    await ending(page);
    await expectNone(page, 'stopped');
    await show(page, 'Simulator');
    await page.getByRole('button', { name: /^Remove: Timeout/ }).click();
    await write(page, 'local order\nprint(order.total)');
    await runScript(page);
    await page.locator('.cm-problem').waitFor();
    await expectNone(page, 'failed');
  }, 120_000);

  test('with a tracking plan: its form, what breaks it while one writes, and an event that broke it', async () => {
    const { page } = await open('', options);
    await show(page, 'Simulator');
    await page.getByRole('button', { name: 'Use an example' }).click();
    await page.getByText('in the plan', { exact: false }).first().waitFor();
    await expectNone(page, 'plan');
    await write(page, `${NAMESPACE}.track({ event = "Nowhere Planned", userId = "u" })`);
    await page.locator('.cm-hint').waitFor();
    await expectNone(page, 'marked while one writes');
    await runScript(page);
    await show(page, 'Events');
    await page.locator('.row.event').click();
    await page.locator('.violations').waitFor();
    await expectNone(page, 'an event that breaks the plan');
    await show(page, 'Simulator');
    await page.getByRole('button', { name: 'Block' }).click();
    await runScript(page);
    await show(page, 'Events');
    await page.locator('.row.event').click();
    await expectNone(page, 'an event that is blocked');
    await show(page, 'Simulator');
    await page.getByLabel('Plan in JSON').fill('{ "rules": 7 }');
    await page.keyboard.press('Tab');
    await page.getByRole('alert').waitFor();
    await expectNone(page, 'a plan that cannot be read');
  });

  test('in each dialog', async () => {
    const { page } = await open('', options);
    for (const dialog of ['Examples', 'Share']) {
      await page.getByRole('button', { name: dialog }).click();
      await page.locator('dialog[open]').waitFor();
      await expectNone(page, dialog);
      await page.keyboard.press('Escape');
    }
    await show(page, 'Accounts');
    await page.getByRole('button', { name: 'Use a real key for default' }).click();
    await expectNone(page, 'real key, warned');
    await page.getByRole('checkbox').check();
    await expectNone(page, 'real key, accepted');
  });

  test('in the parts of an event, and in the comparison of two runs', async () => {
    const { page } = await open('', options);
    await runScript(page);
    await page.getByRole('option', { name: 'Order Completed' }).click();
    for (const part of ['Event', 'Request', 'Response']) {
      await page.getByRole('region', { name: 'Detail' }).getByRole('button', { name: part, exact: true }).click();
      await expectNone(page, part);
    }
    await runScript(page);
    await page.getByRole('button', { name: 'Compare with the last run' }).click();
    await page.locator('.row.difference').first().click();
    await expectNone(page, 'comparison');
  });

  test('in the editor with its completions and its find panel, on a phone, and embedded', async () => {
    const { page } = await open('', options);
    await write(page, `${NAMESPACE}.`);
    await page.keyboard.type('t');
    await page.locator('.cm-completionInfo').waitFor();
    await expectNone(page, 'completions');
    await page.keyboard.press('Escape');
    await page.keyboard.press('ControlOrMeta+f');
    await page.getByRole('textbox', { name: 'Find' }).waitFor();
    await expectNone(page, 'find');
    await page.setViewportSize({ width: 360, height: 740 });
    await expectNone(page, 'phone');
    const { page: embedded } = await open('?embed', options);
    await runScript(embedded);
    await expectNone(embedded, 'embedded');
  });
});

describe('with the keyboard alone', () => {
  const focused = (page: Page): Promise<string> =>
    page.evaluate(() => {
      const element = document.activeElement;
      const inner = element?.shadowRoot?.activeElement ?? element;
      return inner ? (inner.getAttribute('aria-label') ?? inner.textContent.trim()) : '';
    });

  const tabTo = async (page: Page, name: string): Promise<void> => {
    for (let count = 0; count < 60; count += 1) {
      const place = await focused(page);
      if (place.startsWith(name)) return;
      // In the editor Tab indents, but after Escape.
      if (place === 'Lua script') await page.keyboard.press('Escape');
      await page.keyboard.press('Tab');
    }
    throw new Error(`Tab never came to ${name}; it is on ${await focused(page)}`);
  };

  test('a script is found, written, run, and its event opened, copied and closed', async () => {
    const { page } = await open('', { permissions: ['clipboard-read', 'clipboard-write'] });
    await page.keyboard.press('Tab');
    expect(await focused(page)).toBe('Skip to the script');
    await tabTo(page, 'Examples');
    await page.keyboard.press('Enter');
    await page.locator('dialog[open]').waitFor();
    await tabTo(page, 'Error handling');
    await page.keyboard.press('Enter');
    await page.locator('dialog[open]').waitFor({ state: 'hidden' });
    await tabTo(page, 'Lua script');
    await page.keyboard.press('ControlOrMeta+Enter');
    expect(await ending(page)).toContain('a good call: fine');
    await tabTo(page, 'Requests and events');
    await page.keyboard.press('End');
    await page.getByRole('region', { name: 'Detail' }).waitFor();
    await tabTo(page, 'Copy as curl');
    await page.keyboard.press('Enter');
    await page.getByText('Copied the curl code').waitFor();
    await page.keyboard.press('Shift+Tab');
    for (let count = 0; count < 12 && (await focused(page)) !== 'Close the detail'; count += 1)
      await page.keyboard.press('Shift+Tab');
    await page.keyboard.press('Enter');
    await page.getByRole('region', { name: 'Detail' }).waitFor({ state: 'detached' });
  });

  test('every section is reached, and a dialog gives the focus back', async () => {
    const { page } = await open();
    await tabTo(page, 'Share');
    await page.keyboard.press('Enter');
    await page.locator('dialog[open]').waitFor();
    await page.keyboard.press('Escape');
    expect(await focused(page)).toBe('Share');
    for (const [section, inside] of [
      ['Reference', 'Search the reference'],
      ['Accounts', 'Name of a new account'],
      ['Simulator', 'Fault'],
    ] as const) {
      await tabTo(page, section);
      await page.keyboard.press('Enter');
      await page.getByLabel(inside).first().waitFor();
    }
  });
});
