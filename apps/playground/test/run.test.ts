import { describe, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';

import { ending, NAMESPACE, runScript, write } from './open-page.js';
import { usePlayground } from './playground.js';
import { longestTask } from './processor-time.js';
import { slowness } from './slowness.js';

const { open, shared, url } = usePlayground();

const status = (page: Page): Promise<string> => page.locator('.status').innerText();

/** Presses Stop in the page itself. @returns Whether the page says in the same turn that the script has stopped. */
const stopsAtOnce = (page: Page): Promise<boolean> =>
  page.evaluate(() => {
    document.querySelector<HTMLButtonElement>('.run')?.click();
    return document.querySelector('.status[data-status=stopped]') !== null;
  });

describe('a run', () => {
  test('starts with the script of a first visit, lists what Segment received, and asks no other host for anything', async () => {
    const { page, faults, requests } = await open();
    expect(await runScript(page)).toContain('Revenue: 111.0');
    await expect(page.getByRole('option').allInnerTexts()).resolves.toEqual([
      expect.stringContaining('POST /v1/batch'),
      expect.stringMatching(/identify[^]*user-42[^]*default/),
      expect.stringMatching(/track[^]*Product Added/),
      expect.stringMatching(/track[^]*Product Added/),
      expect.stringMatching(/track[^]*Order Completed/),
    ]);
    expect(faults).toEqual([]);
    expect(
      requests.filter(
        (address) => !address.startsWith(url()) && !address.startsWith('data:') && !address.startsWith('blob:'),
      ),
    ).toEqual([]);
  });

  test('says what it cost: time, instructions, memory, calls and batches', async () => {
    const { page } = await shared();
    const cost = (): Promise<string> => page.getByRole('list', { name: 'What the run cost' }).innerText();
    await runScript(page);
    expect(await cost()).toMatch(/^[\d.]+ m?s\s+[\d,]+ instructions\s+[\d.]+ (?:KB|MB)\s+4 calls\s+1 batch$/);
    await write(page, 'local kept = {} for i = 1, 400000 do kept[i % 100] = ("x"):rep(200) .. i end');
    expect(await runScript(page)).toBe('The script printed nothing.');
    expect(await cost()).toMatch(/instructions\s+[\d.]+ (?:bytes|KB|MB)\s+0 calls/);
  });

  test('prints tables for reading, and what the script returns', async () => {
    const { page } = await shared();
    await write(page, 'print({ name = "Jane", tags = { "a", "b" } })\nreturn 7, "seven"');
    const output = await runScript(page);
    expect(output).toContain('{name = "Jane", tags = {"a", "b"}}');
    expect(output).toContain('returned 7, "seven"');
  });

  test('shows a long line of emoji as it was printed: none is cut in two', async () => {
    const { page } = await shared();
    await write(page, 'print("a" .. ("😀"):rep(10000))');
    await runScript(page);
    const pieces = await page.locator('.piece').allTextContents();
    expect(pieces.length).toBeGreaterThan(2);
    expect(pieces.map((piece) => piece.trim().replace(/^a/, '').replaceAll('😀', ''))).toEqual(pieces.map(() => ''));
  });

  test('is stopped at once, with its thread, keeps what it had printed and sent, and the next one starts', async () => {
    const { page } = await shared();
    await write(
      page,
      `print("before") ${NAMESPACE}.get_workspace({ slug = "my-workspace" }) while true do pcall(error) end`,
    );
    await page.getByRole('button', { name: 'Run' }).first().click();
    await page.getByRole('option').first().waitFor();
    // Its thread; the one after it waits for the next run.
    const [running] = page.workers();
    const ended = running?.waitForEvent('close');
    expect(await stopsAtOnce(page)).toBe(true);
    await ended;
    await expect(page.getByRole('log', { name: 'Output' }).innerText()).resolves.toContain('before');
    await expect(page.getByRole('option').count()).resolves.toBeGreaterThan(0);
    await write(page, 'print("after")');
    expect(await runScript(page)).toContain('after');
  });

  test('defuses patterns that would take for ever, in Lua and as a regular expression', async () => {
    const { page } = await shared();
    const subject = '("a"):rep(200000)';
    await write(page, `print(pcall(string.find, ${subject}, ("a*"):rep(30) .. "b"))\nprint("and on")`);
    await page.getByRole('button', { name: 'Run' }).first().click();
    expect(await ending(page)).toMatch(/limit_pattern|limit_time|limit_instructions/);
    await write(page, `print(regex.match(${subject}, "(a+)+b"))`);
    expect(await runScript(page)).toMatch(/^nil|limit_pattern/);
  });

  test('knows the letters of every script in regular expressions, without the tables that the library brings', async () => {
    const { page } = await shared();
    const lines = [
      'print(regex.match("a Ωμέγα z", "\\\\p{Greek}+"))',
      'print(regex.match("ДЛЯ ЖУК", "(?i)\\\\p{Ll}+ (?:жук)"))',
      'print(regex.match("no ٤٢ digits", "\\\\p{Nd}+"))',
      'print(regex.match("a ΣΑΣ ß\u212a", "(?i)σας ẞk"), regex.match("ı", "(?i)i"))',
      'print(pcall(regex.match, "a", "\\\\p{Nowhere}"))',
    ];
    await write(page, lines.join('\n'));
    const output = await runScript(page);
    expect(output).toMatch(
      /^Ωμέγα\nДЛЯ ЖУК\n٤٢\nΣΑΣ ß\u212a\s+nil\nfalse\s+.*invalid character class range: `\\p\{Nowhere\}`/,
    );
  });

  test('ends with the error, its code, its traceback and the line it is about', async () => {
    const { page } = await shared();
    await write(page, `local function send()\n  ${NAMESPACE}.trakc({})\nend\nsend()`);
    const output = await runScript(page);
    expect(output).toContain(`script.lua:2: Unknown function: ${NAMESPACE}.trakc. Did you mean: track`);
    expect(output).toContain('unknown_function');
    await page.getByText('Traceback').click();
    await page.getByRole('button', { name: 'script.lua:4' }).click();
    await expect(page.locator('.cm-activeLine').innerText()).resolves.toBe('send()');
    expect(await status(page)).toBe('Failed');
  });

  test('lists 5,000 events with a few dozen elements, and scrolls through them without long tasks', async () => {
    const { page } = await shared();
    await write(page, `for i = 1, 5000 do ${NAMESPACE}.track({ event = "E" .. i, userId = "u" }) end`);
    expect(await runScript(page)).toContain('5,000 events delivered');
    expect(await page.getByRole('option').count()).toBeLessThan(120);
    const scroll = (): Promise<void> =>
      page.getByRole('listbox', { name: /Segment received/ }).evaluate(async (list) => {
        for (let count = 0; count < 30; count += 1) {
          list.scrollTop += 1500;
          await new Promise((resolve) => {
            requestAnimationFrame(() => {
              setTimeout(resolve);
            });
          });
        }
      });
    expect(await longestTask(page, scroll)).toBeLessThan(50 * (await slowness(page)));
    await page.getByRole('listbox', { name: /Segment received/ }).press('End');
    await page.getByRole('option', { name: /E5000/ }).waitFor();
  });
});
