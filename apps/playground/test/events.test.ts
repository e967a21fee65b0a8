import { describe, expect, test } from '@jest/globals';
import type { Locator, Page } from 'playwright-core';

import { NAMESPACE, runScript, write } from './open-page.js';
import { usePlayground } from './playground.js';

const { open } = usePlayground();

const SCRIPT = `local segment = ${NAMESPACE}
segment.identify({ userId = "user-42", traits = { plan = "pro" } })
segment.production.track({
  event = "Order Completed", userId = "user-42", properties = { revenue = 99.5, title = "It's \\"new\\"" } })
segment.get_workspace({ slug = "my-workspace" })`;

const event = (page: Page, name: string): Locator => page.getByRole('option', { name });
const detail = (page: Page): Locator => page.getByRole('region', { name: 'Detail' });
const press = (page: Page, name: string): Promise<void> =>
  detail(page).getByRole('button', { name, exact: true }).click();

interface WireEvent {
  readonly messageId: string;
  readonly [name: string]: unknown;
}

const wireEvent = async (page: Page): Promise<WireEvent> => {
  await press(page, 'Event');
  await press(page, 'Raw');
  return JSON.parse(await detail(page).getByRole('region', { name: 'Event' }).innerText()) as WireEvent;
};

const openWithScript = async (script = SCRIPT): Promise<Page> => {
  const { page } = await open('', { permissions: ['clipboard-read', 'clipboard-write'] });
  await write(page, script);
  await runScript(page);
  return page;
};

const copied = async (page: Page, name: string): Promise<string> => {
  await press(page, `Copy as ${name}`);
  await page.getByRole('status').getByText(`Copied the ${name}`).waitFor();
  return page.evaluate(() => navigator.clipboard.readText());
};

describe('an event', () => {
  test('shows its exact JSON on the wire, pretty and raw', async () => {
    const page = await openWithScript();
    await event(page, 'Order Completed').click();
    const pretty = await detail(page).getByRole('region', { name: 'Event' }).innerText();
    expect(pretty).toContain('"revenue": 99.5');
    const body = await wireEvent(page);
    expect(body).toEqual(JSON.parse(pretty));
    expect(body).toMatchObject({
      type: 'track',
      event: 'Order Completed',
      userId: 'user-42',
      properties: { revenue: 99.5, title: 'It\'s "new"' },
    });
    expect(typeof body.messageId).toBe('string');
  });

  test('shows its request with the credential hidden, the answer, how long it took, and the line of Lua that made it', async () => {
    const page = await openWithScript();
    await event(page, 'Order Completed').click();
    await expect(detail(page).innerText()).resolves.toMatch(
      /Account\s+production[^]*Received\s+\d\d:\d\d:\d\d\.\d{3}[^]*Answer\s+200\s+[\d.]+ m?s/,
    );
    await press(page, 'Request');
    const request = await detail(page).innerText();
    expect(request).toContain('POST https://api.segment.io/v1/batch');
    expect(request).toMatch(/authorization\s+Basic •+/i);
    expect(request).not.toContain(btoa('simulator-production:'));
    expect(request).not.toContain('simulator-production');
    await press(page, 'Response');
    await expect(detail(page).innerText()).resolves.toMatch(/200\s+after [\d.]+ m?s[^]*"success": true/);
    await detail(page).getByRole('button', { name: 'script.lua:3' }).click();
    await expect(page.locator('.cm-activeLine').innerText()).resolves.toBe('segment.production.track({');
  });

  test('is copied as a Lua call that sends the same again', async () => {
    const page = await openWithScript();
    await event(page, 'Order Completed').click();
    const first = await wireEvent(page);
    const lua = await copied(page, 'Lua');
    expect(lua).toContain(`${NAMESPACE}.production.track({`);
    await write(page, lua);
    await runScript(page);
    await event(page, 'Order Completed').click();
    const second = await wireEvent(page);
    const whatMatters = (body: WireEvent): object => ({ ...body, messageId: undefined, timestamp: undefined });
    expect(whatMatters(second)).toEqual(whatMatters(first));
    expect(second.messageId).not.toBe(first.messageId);
  });

  test('is copied as curl and as TypeScript, with no credential in it', async () => {
    const page = await openWithScript();
    await event(page, 'Order Completed').click();
    const curl = await copied(page, 'curl');
    expect(curl).toMatch(
      /^curl --request POST 'https:\/\/api\.segment\.io\/v1\/batch' \\\n {2}--user "\$SEGMENT_WRITE_KEY:"/,
    );
    expect(curl).toContain(`It'\\''s \\"new\\"`);
    const typescript = await copied(page, 'TypeScript');
    expect(typescript).toMatch(/await production\.track\(\{[^]*event: ["']Order Completed["'][^]*revenue: 99\.5/);
    for (const text of [curl, typescript]) expect(text).not.toMatch(/simulator-|Authorization: Basic/);
  });

  test('is copied with what the script gave: its time, its id, its library, its account', async () => {
    const page = await openWithScript(
      `${NAMESPACE}.staging.track({ userId = "u", event = "Given", timestamp = "2026-01-02T03:04:05.000Z",
         messageId = "mine-1", context = { library = { name = "mine", version = "1" } } })
       ${NAMESPACE}.staging.track({ userId = "u", event = "Other", context = { ip = "1.2.3.4" } })`,
    );
    await event(page, 'Given').click();
    const lua = await copied(page, 'Lua');
    for (const given of ['timestamp = "2026-01-02T03:04:05.000Z"', 'messageId = "mine-1"', 'name = "mine"'])
      expect(lua).toContain(given);
    expect(await copied(page, 'TypeScript')).toContain('await staging.track({');
    const curl = await copied(page, 'curl');
    expect(curl).toContain('"Given"');
    expect(curl).not.toContain('"Other"');
    await event(page, 'Other').click();
    expect(await copied(page, 'Lua')).not.toMatch(/timestamp|messageId|library/);
  });
});

describe('the list of events', () => {
  test('groups events below the request they came in, one for each account, and management calls with them', async () => {
    const page = await openWithScript();
    const rows = (await page.getByRole('option').allInnerTexts()).map((text) => text.replace(/\s+/g, ' ').trim());
    const requests = rows.filter((text) => /^(?:POST|GET)/.test(text));
    expect(requests.filter((text) => text.startsWith('POST /v1/batch 1 event received'))).toHaveLength(2);
    expect(requests.filter((text) => text.startsWith('GET /'))).not.toEqual([]);
    const before = (name: string): string =>
      rows
        .slice(
          0,
          rows.findIndex((text) => text.includes(name)),
        )
        .findLast((text) => text.startsWith('POST')) ?? '';
    expect(before('Order Completed')).toContain('200');
    await page.getByRole('option', { name: /^GET/ }).first().click();
    await expect(detail(page).innerText()).resolves.toMatch(/Account\s+default[^]*authorization\s+Bearer •+/i);
  });

  test('is filtered by type and searched by anything in an event or its account', async () => {
    const page = await openWithScript();
    const names = async (): Promise<string[]> =>
      (await page.locator('.row.event').allInnerTexts()).map(
        (text) => /Order Completed|identify/.exec(text)?.[0] ?? text,
      );
    await page.getByRole('group', { name: 'Show one type' }).getByRole('button', { name: 'track' }).click();
    expect(await names()).toEqual(['Order Completed']);
    await page.getByRole('group', { name: 'Show one type' }).getByRole('button', { name: 'track' }).click();
    expect((await names()).toSorted()).toEqual(['Order Completed', 'identify']);
    const search = page.getByRole('searchbox', { name: 'Search events' });
    for (const [wanted, found] of [
      ['PRO"', ['identify']],
      ['99.5', ['Order Completed']],
      ['production', ['Order Completed']],
      ['nowhere', []],
    ] as const) {
      await search.fill(wanted);
      expect({ wanted, names: await names() }).toEqual({ wanted, names: found });
    }
    await page.getByText('No event matches.').waitFor();
  });

  test('is compared with the run before: changed, added, removed and the same', async () => {
    const call = (name: string, value: number): string =>
      `${NAMESPACE}.track({ event = "${name}", userId = "u", properties = { value = ${value} } })`;
    const page = await openWithScript(
      [call('Same', 1), call('Changed', 1), call('Gone', 1), `${NAMESPACE}.identify({ userId = "u" })`].join('\n'),
    );
    await write(
      page,
      [call('Same', 1), call('Changed', 2), `${NAMESPACE}.identify({ userId = "u" })`, call('New', 1)].join('\n'),
    );
    await runScript(page);
    await page.getByRole('button', { name: 'Compare with the last run' }).click();
    await page.getByText('1 event changed, 1 added, 1 removed, 2 the same').waitFor();
    await page.locator('.row.difference', { hasText: 'Changed' }).click();
    const lines = (await page.getByRole('region', { name: 'What changed' }).innerText()).split('\n');
    expect(lines.filter((line) => /^[+−]/.test(line)).map((line) => line.replace(/\s+/g, ' '))).toEqual([
      '− "value": 1',
      '+ "value": 2',
    ]);
    await page.locator('.row.difference', { hasText: 'New' }).click();
    const added = await page.getByRole('region', { name: 'What changed' }).innerText();
    expect(added.split('\n').filter((line) => line !== '' && !line.startsWith('+'))).toEqual([]);
    await page.getByRole('button', { name: 'Show all events' }).click();
    await page.getByRole('option', { name: 'New' }).waitFor();
  });

  test('is walked through with the arrow keys', async () => {
    const page = await openWithScript();
    const list = page.getByRole('listbox', { name: /Segment received/ });
    await list.focus();
    await page.keyboard.press('End');
    await page.keyboard.press('Home');
    await page.keyboard.press('ArrowDown');
    const chosen = page.getByRole('option', { selected: true });
    await expect(chosen.count()).resolves.toBe(1);
    await expect(list.getAttribute('aria-activedescendant')).resolves.toBe(await chosen.getAttribute('id'));
    await detail(page).waitFor();
  });
});
