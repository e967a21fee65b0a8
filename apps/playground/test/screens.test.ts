import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, describe, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';

import { NAMESPACE, runScript, write } from './open-page.js';
import { usePlayground } from './playground.js';

const { open } = usePlayground();
const folder = mkdtempSync(join(tmpdir(), 'playground-'));

afterAll(() => {
  rmSync(folder, { recursive: true });
});

const VIEWS = ['script', 'output', 'events', 'reference', 'accounts', 'simulator'];

/** Elements in sight that stick out of the page at a side. */
const sticking = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    [
      ...document.querySelectorAll<HTMLElement>(
        '.masthead *, .pane-head *, .filters *, .settings > *, .detail-head *, .views *',
      ),
    ]
      .filter((element) => {
        const { left, right, width } = element.getBoundingClientRect();
        return (
          width > 0 &&
          element.checkVisibility() &&
          (left < -1 || right > innerWidth + 1) &&
          getComputedStyle(element).position !== 'absolute'
        );
      })
      .map(({ outerHTML }) => outerHTML.slice(0, 120)),
  );

describe('the page', () => {
  test.each([320, 360])('fits a phone of %i px in every view, with targets that a finger hits', async (width) => {
    const { page } = await open('', { viewport: { width, height: 740 } });
    await runScript(page);
    for (const view of VIEWS) {
      await page.locator(`.views [data-view=${view}]`).click();
      expect({
        view,
        sticking: await sticking(page),
        width: await page.evaluate(() => document.documentElement.scrollWidth),
      }).toEqual({ view, sticking: [], width });
      const picture = join(folder, `${view}.png`);
      await page.screenshot({ path: picture });
      expect(statSync(picture).size).toBeGreaterThan(5000);
    }
    const small = await page
      .locator('.masthead button, .views button')
      .evaluateAll((buttons) =>
        buttons
          .filter((button) => button.checkVisibility() && button.getBoundingClientRect().height < 34)
          .map(({ outerHTML }) => outerHTML),
      );
    expect(small).toEqual([]);
  });

  test.each([320, 390])('lists past runs inside a phone of %i px', async (width) => {
    const { page } = await open('', { viewport: { width, height: 740 } });
    await write(page, 'print(1)');
    await runScript(page);
    await page.locator('.views [data-view=output]').click();
    await page.locator('.history summary').click();
    const { left, right } = await page.locator('.history ul').evaluate((list) => list.getBoundingClientRect());
    expect([left >= 0, right <= width]).toEqual([true, true]);
  });

  test.each([1120, 1440])('shows the line of an event whose name and user are long at %i px', async (width) => {
    const { page } = await open('', { viewport: { width, height: 900 } });
    await write(
      page,
      `${NAMESPACE}.track({ event = ("Name "):rep(30), userId = ("user-"):rep(20), properties = { n = 1 } })`,
    );
    await runScript(page);
    const { row, line } = await page.locator('.row.event').evaluate((event) => ({
      row: event.getBoundingClientRect().right,
      line: event.querySelector('.line-number')?.getBoundingClientRect().right ?? Infinity,
    }));
    expect(line).toBeLessThanOrEqual(row);
  });

  test.each([320, 390, 500, 901, 1100, 1440])('shows a name of 47 letters whole at %i px', async (width) => {
    const { page } = await open('', { viewport: { width, height: 740 } });
    const name = 'Subscription Renewal Payment Failed Permanently';
    const properties = 'properties = { revenue = 99.5, plan = "enterprise" }';
    await write(page, `${NAMESPACE}.track({ event = "${name}", userId = "user-42", ${properties} })`);
    await runScript(page);
    if (width <= 900) await page.locator('.views [data-view=events]').click();
    const isWhole = (selector: string): Promise<boolean> =>
      page.locator(selector).evaluate((element) => {
        const { bottom = Infinity, right = innerWidth } = element.closest('.row')?.getBoundingClientRect() ?? {};
        const box = element.getBoundingClientRect();
        const isCut = element.scrollWidth > element.clientWidth || element.scrollHeight > element.clientHeight;
        return !isCut && box.bottom <= bottom && box.right <= right;
      });
    expect(await isWhole('.row.event .title')).toBe(true);
    expect(await isWhole('.row.event .line-number')).toBe(true);
    await page.locator('.row.event').click();
    expect(await isWhole('.detail-head h2')).toBe(true);
    expect(await sticking(page)).toEqual([]);
  });

  test('uses a screen of 3840 × 2160: everything at once, and letters that grow with it', async () => {
    const { page } = await open('', { viewport: { width: 3840, height: 2160 } });
    await runScript(page);
    await page.getByRole('option', { name: 'Order Completed' }).click();
    const boxes = await page
      .locator('.pane, .detail')
      .evaluateAll((panes) =>
        panes.map((pane) => pane.getBoundingClientRect()).map(({ width, height }) => ({ width, height })),
      );
    expect(boxes).toHaveLength(4);
    for (const { width, height } of boxes) expect(Math.min(width, height)).toBeGreaterThan(400);
    const letters = await page
      .locator('.cm-line')
      .first()
      .evaluate((line) => Number.parseFloat(getComputedStyle(line).fontSize));
    expect(letters).toBeGreaterThanOrEqual(20);
    expect(await sticking(page)).toEqual([]);
  });

  test('follows the theme of the system, and keeps the one that is chosen', async () => {
    const { page } = await open('', { colorScheme: 'dark' });
    const background = (): Promise<string> => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
    const dark = await background();
    await page.getByRole('button', { name: 'Theme: auto' }).click();
    expect(await background()).not.toBe(dark);
    await page.reload();
    await page.getByRole('button', { name: 'Theme: light' }).click();
    expect(await background()).toBe(dark);
  });

  test('shows every state where the system chooses the colours, by lines', async () => {
    const { page } = await open('', { forcedColors: 'active' });
    const fails = `pcall(${NAMESPACE}.track, { userId = "u" })`;
    await write(page, `${NAMESPACE}.track({ event = "A", userId = "u" })\n${fails}\nerror("at last")`);
    await runScript(page);
    const looks = (selector: string, property: string): Promise<string[]> =>
      page
        .locator(selector)
        .evaluateAll((all, name) => all.map((element) => getComputedStyle(element).getPropertyValue(name)), property);
    expect(await looks('.cm-chip', 'border-top-style')).toEqual(['solid', 'dashed']);
    expect(await looks('.status, .failure', 'border-top-style')).toEqual(['dashed', 'dashed']);
    await page.locator('.row.event').click();
    expect(await looks('.row.event', 'outline-style')).toEqual(['solid']);
    expect(await looks('.cm-marked-line', 'outline-style')).toEqual(['solid']);
    await write(page, `${NAMESPACE}.`);
    await page.keyboard.type('t');
    await page.locator('.cm-completionInfo').waitFor();
    const [chosen, ...rest] = await looks('.cm-tooltip-autocomplete li', 'background-color');
    expect(rest).not.toContain(chosen);
    await page.keyboard.press('Escape');
    await write(page, `${NAMESPACE}.track({ event = "A", userid = "u" })`);
    await page.locator('.cm-hint').waitFor();
    expect(await looks('.cm-hint', 'text-decoration-style')).toEqual(['dotted']);
  });

  test('is printed whole: long lines are folded, and every event is there', async () => {
    const { page } = await open('', { viewport: { width: 794, height: 1123 } });
    const long = `text = "${'a long text '.repeat(20)}"`;
    await write(
      page,
      `for i = 1, 80 do\n${NAMESPACE}.track({ event = "E" .. i, userId = "u", properties = { ${long} } })\nend`,
    );
    await runScript(page);
    await page.emulateMedia({ media: 'print' });
    await page.evaluate(() => {
      dispatchEvent(new Event('beforeprint'));
    });
    await expect(page.locator('.row.event').count()).resolves.toBe(80);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(794);
    const isCut = await page
      .locator('.cm-scroller, .rows')
      .evaluateAll((parts) => parts.some((part) => part.scrollHeight > part.clientHeight + 1));
    expect(isCut).toBe(false);
    await expect(page.locator('.masthead .button, .pane-head .button').filter({ visible: true }).count()).resolves.toBe(
      0,
    );
  });

  test('moves nothing for a reader who wants no motion', async () => {
    const { page } = await open('', { reducedMotion: 'reduce' });
    await runScript(page);
    await page.getByRole('button', { name: 'Examples' }).click();
    const moving = await page.evaluate(
      () =>
        [...document.querySelectorAll('*')].filter((element) => {
          const { transitionDuration, animationName } = getComputedStyle(element);
          return (
            animationName !== 'none' ||
            transitionDuration.split(', ').some((duration) => Number.parseFloat(duration) > 0)
          );
        }).length,
    );
    expect(moving).toBe(0);
  });
});
