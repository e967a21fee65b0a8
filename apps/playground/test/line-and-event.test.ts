import { readFileSync } from 'node:fs';

import { describe, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';

import { editor, ending, NAMESPACE, runScript, show, write } from './open-page.js';
import { usePlayground } from './playground.js';

const { open, shared } = usePlayground();

const call = (event: string, more = ''): string =>
  `${NAMESPACE}.track({ event = "${event}", userId = "u"${more === '' ? '' : `, ${more}`} })`;
const chips = (page: Page) => page.locator('.cm-chip');
const row = (page: Page, text: string) => page.locator('.row.event', { hasText: text });

const limit = async (page: Page, name: string, value: string): Promise<void> => {
  await page.locator(`.limits input[name=${name}]`).fill(value);
  await page.locator(`.limits input[name=${name}]`).press('Enter');
};

test('a first visit finds the script run, and a sentence that says what this is, until it is edited', async () => {
  const { page } = await open();
  expect(await ending(page)).toContain('4 events delivered');
  await page.getByText('nothing left your browser').waitFor();
  expect(await chips(page).allInnerTexts()).toEqual(['→ 1', '→ 2', '→ 1']);
  await write(page, 'print("mine")');
  await page.getByText('nothing left your browser').waitFor({ state: 'detached' });
  await page.reload();
  await expect(page.locator('.status').count()).resolves.toBe(0);
});

describe('a line and its events', () => {
  test('mark each other under the pointer, through later edits; a failed call is red', async () => {
    const { page } = await shared();
    await write(page, `for i = 1, 2 do\n${call('Loop', 'properties = { n = i }')}\nend\n${call('Once')}`);
    await runScript(page);
    await expect(chips(page).allInnerTexts()).resolves.toEqual(['→ 2', '→ 1']);
    await row(page, 'Once').hover();
    await expect(page.locator('.cm-marked-line').innerText()).resolves.toContain('Once');
    await page.locator('.cm-line', { hasText: 'Loop' }).hover();
    await expect(page.locator('.row[data-marked]').count()).resolves.toBe(2);
    await expect(row(page, 'n 1').innerText()).resolves.toMatch(/:2$/);
    await chips(page).nth(1).click();
    await expect(page.locator('.row[aria-selected=true]').innerText()).resolves.toContain('Once');
    await page.keyboard.press('Escape');
    await write(page, `local ok = pcall(${NAMESPACE}.track, { userId = "u" })\n${call('Next')}`);
    await runScript(page);
    await expect(
      chips(page).evaluateAll((all: HTMLElement[]) => all.map(({ dataset }) => dataset['state'])),
    ).resolves.toEqual(['bad', 'good']);
  });

  test('part when the line is removed: no other line has its chip; and are back with it', async () => {
    const { page } = await shared();
    await write(page, `${call('One')}\n${call('Two')}\nlocal last = 1`);
    await runScript(page);
    await editor(page).focus();
    await page.keyboard.press('ControlOrMeta+Home');
    await page.keyboard.press('Shift+ArrowDown');
    await page.keyboard.press('Delete');
    expect(await chips(page).count()).toBe(1);
    await row(page, 'One').hover();
    expect(await page.locator('.cm-marked-line').count()).toBe(0);
    await page.keyboard.press('ControlOrMeta+z');
    expect(await chips(page).count()).toBe(2);
    await row(page, 'Two').hover();
    await row(page, 'One').hover();
    await expect(page.locator('.cm-marked-line').innerText()).resolves.toContain('One');
  });

  test('stay whole at the widths where there is little room, and say the account once', async () => {
    const { page } = await open('', { viewport: { width: 901, height: 800 } });
    await write(page, `${call('A rather long name of an event')}\n${call('A rather long name of an event')}`);
    await runScript(page);
    for (const width of [901, 1000, 1100]) {
      await page.setViewportSize({ width, height: 800 });
      const cut = await page
        .locator('.row.event .title')
        .evaluateAll((titles) => titles.filter(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth).length);
      expect({ width, cut }).toEqual({ width, cut: 0 });
    }
    await expect(page.locator('.row.event .account-name').allInnerTexts()).resolves.toEqual(['default', '']);
  });
});

test('runs are compared under a search and a type, unchanged lines folded, and none is hidden', async () => {
  const { page } = await shared();
  const wide = (value: number): string =>
    call('Wide', `properties = { a = 1, b = 2, c = 3, d = 4, e = 5, f = 6, g = 7, z = ${value} }`);
  await write(page, [wide(1), call('Gone'), `${NAMESPACE}.identify({ userId = "u" })`].join('\n'));
  await runScript(page);
  await write(page, [wide(2), `${NAMESPACE}.identify({ userId = "u" })`].join('\n'));
  await runScript(page);
  await page.getByRole('button', { name: 'Compare with the last run' }).click();
  await page.getByText('1 event changed, 0 added, 1 removed, 1 the same').waitFor();
  await page.locator('.row.difference', { hasText: 'Wide' }).click();
  await page
    .getByText(/^\d+ lines the same$/)
    .first()
    .waitFor();
  await page.getByRole('searchbox', { name: 'Search events' }).fill('gone');
  await expect(page.locator('.row.difference').count()).resolves.toBe(1);
  await page.getByRole('searchbox', { name: 'Search events' }).fill('');
  await page.getByRole('group', { name: 'Show one type' }).getByRole('button', { name: 'identify' }).click();
  await expect(page.locator('.row.difference').count()).resolves.toBe(1);
  await page.getByRole('group', { name: 'Show one type' }).getByRole('button', { name: 'identify' }).click();
  await write(page, 'print("nothing")');
  await runScript(page);
  await page.getByText('0 events changed, 0 added, 2 removed, 0 the same').waitFor();
  await page.getByRole('button', { name: 'Show all events' }).click();
});

test('a request that waits says so, and its attempts are one bar with the wait hatched', async () => {
  const { page } = await open();
  await show(page, 'Simulator');
  await page.locator('.add-fault input[name=seconds]').fill('2');
  await page.getByRole('button', { name: 'Add fault' }).click();
  await limit(page, 'hostCalls', '1');
  await show(page, 'Events');
  await write(page, call('Late'));
  await page.locator('.run').click();
  await page.getByText(/^429: retrying in \d s \(1st of 10\)$/).waitFor();
  expect(await ending(page)).toContain('1 event delivered');
  await page.getByText(/1 request in .+, 1 tried again \(429, Retry-After\)/).waitFor();
  await expect(page.locator('.timeline g').count()).resolves.toBe(1);
  await expect(page.locator('.timeline .wait title').textContent()).resolves.toMatch(/^waited 2\.\d s: 429/);
  await write(page, `${call('One')}\n${call('Two')}`);
  expect(await runScript(page)).toContain('limit_host_calls');
  await page.reload();
  await show(page, 'Simulator');
  await expect(page.locator('.limits input[name=hostCalls]').inputValue()).resolves.toBe('1');
});

test('Live runs after the last key and shows what changed; an error leads to its page', async () => {
  const { page } = await open();
  await write(page, call('First'));
  await page.getByRole('button', { name: 'Live' }).click();
  await row(page, 'First').waitFor();
  await write(page, call('First', 'properties = { n = 1 }'));
  await page.locator('.row[data-changed]', { hasText: 'n 1' }).waitFor();
  await write(page, 'local x\nprint(x.y)');
  const link = page.getByRole('link', { name: 'What it means' });
  await link.waitFor();
  await expect(link.getAttribute('href')).resolves.toBe('../reference/guides/errors.html#runtime');
});

test('events are saved as NDJSON and CSV, past runs shown again, and panes shared out', async () => {
  const { page } = await open();
  await write(page, `${call('A, \\"quoted\\"', 'properties = { list = { 1, 2 } }')}\n${call('B')}`);
  await runScript(page);
  const save = async (form: string): Promise<string> => {
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: `Export the events as ${form}` }).click();
    return readFileSync(await (await download).path(), 'utf8');
  };
  const events = (await save('NDJSON'))
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as { event: string });
  expect(events.map(({ event }) => event)).toEqual(['A, "quoted"', 'B']);
  const [head = '', first = '', ...rest] = (await save('CSV')).split('\r\n');
  expect(head.split(',')).toEqual(
    expect.arrayContaining(['account', 'event', 'properties.list[0]', 'context.library.name']),
  );
  expect(first).toContain('"A, ""quoted"""');
  expect(rest).toHaveLength(2);
  await write(page, 'print("later")');
  await runScript(page);
  await page.locator('.history summary').click();
  await page
    .locator('.history')
    .getByRole('button', { name: /: Done, 2 events/ })
    .click();
  await row(page, 'quoted').waitFor();
  const splitter = page.getByRole('separator', { name: 'Width of the script' });
  const width = (): Promise<number> => page.locator('.script').evaluate((pane) => pane.getBoundingClientRect().width);
  const before = await width();
  await splitter.press('ArrowRight');
  expect(await width()).toBeGreaterThan(before);
  await page.keyboard.press('?');
  await page.getByRole('dialog', { name: 'Help' }).getByText('Complete').waitFor();
});

describe('what is known to fail, in the words of a run,', () => {
  const marks = (page: Page) => page.locator('.cm-hint');
  const marked = async (page: Page, line: string): Promise<{ mark: string; message: string }> => {
    await write(page, `local s = ${NAMESPACE}\nlocal known = "u"\n${line}\n`);
    await marks(page).first().waitFor();
    const mark = await marks(page).allInnerTexts();
    await marks(page).first().hover();
    const message = await page.locator('.cm-diagnostic').innerText();
    await page.mouse.move(5, 5);
    await page.locator('.cm-tooltip').first().waitFor({ state: 'detached' });
    // What the next line is marked for must be its own.
    await write(page, '');
    await marks(page).first().waitFor({ state: 'detached' });
    return { mark: mark.join(), message };
  };

  test.each([
    ['s.track({ event = "A", userid = known })', 'userid', "unknown field 'userid'. Did you mean: userId"],
    ['s.track({ userId = known })', 'track', "missing field 'event' (string expected)"],
    ['s.track({ event = 5, userId = known })', 'event', "'event'"],
    ['s.identify({ userId = known, traits = "x" })', 'traits', "'traits'"],
    ['s.track({ event = "A", userId = "u", timestamp = "soon" })', 'timestamp', 'ISO 8601'],
    ['s.track()', 'track', "missing field 'event'"],
    ['s.track("Signed Up")', 'track', 'an object with fields expected'],
    ['s.track "Signed Up"', 'track', 'an object with fields expected'],
    ['pcall(s.track, { event = 5, userId = known })', 'event', "'event'"],
    ['s.trakc { event = "A" }', 'trakc', 'Did you mean: track'],
    ['s.acme.track({ event = "A", userId = "u" })', 'acme', 'acme'],
    ['s.acme.staging.track({})', 'acme', 'acme'],
    ['local a = s.acme a.track({})', 'acme', 'acme'],
    ['s["acme"].track({ event = "A", userId = "u" })', '"acme"', 'acme'],
    ['s["staging"].track({ event = "A" })', 'track', "missing field 'userId'"],
  ])('%s', async (line, mark, message) => {
    const { page } = await shared();
    expect(await marked(page, line)).toEqual({ mark, message: expect.stringContaining(message) });
  });

  test('is marked alone: what only a run knows may be right', async () => {
    const { page } = await shared();
    const right = [
      's.track(fields)',
      's.staging.track({ event = known .. "A", anonymousId = "a", properties = { userid = 1, f = { x = 2 } } })',
      's["staging"].identify({ ["userId"] = "u", traits = fields, [known] = 1 })',
      's.track({ event = known, userId = known, timestamp = known })',
      's[known].track({})',
      's.get_workspace({ slug = known })',
    ];
    const lines = [`local s = ${NAMESPACE}`, 'local known, fields = "u", {}', ...right, 's.nowhere()', ''];
    await write(page, lines.join('\n'));
    await marks(page).first().waitFor();
    expect(await marks(page).allInnerTexts()).toEqual(['nowhere']);
    await write(page, lines.toSpliced(-2, 1).join('\n'));
    await marks(page).first().waitFor({ state: 'detached' });
  });
});
