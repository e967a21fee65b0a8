import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

import { describe, expect, test } from '@jest/globals';

import { runScript, scriptText, show } from './open-page.js';
import { usePlayground } from './playground.js';

const { open, shared } = usePlayground();

describe('the reference', () => {
  test('is rendered: every function with its parameters, what is required, and what comes back', async () => {
    const { page } = await shared();
    await show(page, 'Reference');
    const names = await page.locator('.function h3').allInnerTexts();
    expect(names.slice(0, 8)).toEqual([
      'identify',
      'track',
      'page',
      'group',
      'get_workspace',
      'list_sources',
      'get_source',
      'get_current_user',
    ]);
    const track = page.locator('.function', { has: page.getByRole('heading', { name: 'track', exact: true }) });
    await expect(track.getByRole('row', { name: /event/ }).first().innerText()).resolves.toMatch(/required[^]*string/);
    await track.getByText('Options of every tracking call').click();
    await track.getByRole('row', { name: /^anonymousId/ }).waitFor();
  });

  test('is also the Markdown of the documentation, as it is', async () => {
    const { page } = await shared();
    await show(page, 'Reference');
    await page.getByRole('button', { name: 'Markdown' }).click();
    const shown = await page.locator('.raw').innerText();
    const written = readFileSync(fileURLToPath(new URL('../../../docs/reference/segment.md', import.meta.url)), 'utf8');
    expect(shown.trim()).toBe(written.trim());
    await page.getByRole('button', { name: 'Rendered' }).click();
    await page.getByRole('heading', { name: 'identify', exact: true }).waitFor();
  });

  test('is searched by name, summary and parameter', async () => {
    const { page } = await shared();
    await show(page, 'Reference');
    const found = (): Promise<string[]> => page.locator('.function h3').allInnerTexts();
    const search = page.getByRole('searchbox', { name: 'Search the reference' });
    await search.fill('current user');
    expect(await found()).toEqual(['get_current_user']);
    await search.fill('groupid');
    expect(await found()).toEqual(['group']);
    await search.fill('nothing like it');
    await page.getByText('Nothing in the reference matches.').waitFor();
    await search.fill('');
  });

  test('has examples that go into the editor and run', async () => {
    const { page } = await shared();
    await show(page, 'Reference');
    await page.getByRole('button', { name: 'Try it: Get workspace details' }).click();
    expect(await scriptText(page)).toContain('get_workspace');
    expect(await runScript(page)).toContain('My Workspace');
  });
});

/** It runs every script of the page, one after the other. */
const GALLERY_TIMEOUT = 120_000;

describe('the gallery', () => {
  test(
    'holds every guide and every example of the reference, and all of them run to the end',
    async () => {
      const { page } = await open();
      await show(page, 'Reference');
      const examples = (await page.locator('.example figcaption').allInnerTexts()).map((text) =>
        text.split('\n')[0]?.trim(),
      );
      const cards = page.locator('.card');
      const titles = await cards.locator('strong').allInnerTexts();
      expect(titles).toEqual(expect.arrayContaining(examples));
      expect(titles).toEqual(
        expect.arrayContaining([
          'Several accounts',
          'Error handling',
          'Side by side',
          'CSV to events',
          'Retry under faults',
        ]),
      );
      for (const [index, title] of titles.entries()) {
        await page.getByRole('button', { name: 'Examples' }).click();
        await cards.nth(index).click();
        const output = await runScript(page);
        expect({ title, output, status: await page.locator('.status').innerText() }).toEqual({
          title,
          output,
          status: 'Done',
        });
      }
    },
    GALLERY_TIMEOUT,
  );

  test('shows calls side by side: one is sent before the other is answered', async () => {
    const { page } = await open();
    await page.getByRole('button', { name: 'Examples' }).click();
    await page.getByRole('button', { name: /Side by side/ }).click();
    await runScript(page);
    await show(page, 'Events');
    const sent = async (index: number): Promise<{ at: number; until: number }> => {
      await page.locator('.row.request').nth(index).click();
      const facts = await page.locator('.facts').innerText();
      const [, minutes, seconds, amount, unit] = /:(\d\d):(\d\d\.\d{3})[^]*200\s+([\d.]+) (m?s)/.exec(facts) ?? [];
      const at = Number(minutes) * 60 + Number(seconds);
      return { at, until: at + Number(amount) / (unit === 's' ? 1 : 1000) };
    };
    const [first, second] = [await sent(0), await sent(1)];
    expect(first.until - first.at).toBeGreaterThan(0.29);
    expect(second.at).toBeLessThan(first.until);
    expect(first.at).toBeLessThan(second.until);
  });

  test('brings the faults an example is about: it is retried, and loses nothing', async () => {
    const { page } = await open();
    await page.getByRole('button', { name: 'Examples' }).click();
    await page.getByRole('button', { name: /Retry under faults/ }).click();
    await runScript(page);
    for (const outcome of ['429', '503', 'no answer'])
      await page.locator('.row.request', { hasText: outcome }).waitFor();
    expect(await page.getByRole('option', { name: /Step Completed/ }).count()).toBe(5);
  });
});
