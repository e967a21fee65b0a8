import { describe, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';

import { NAMESPACE, runScript, show, write } from './open-page.js';
import { usePlayground } from './playground.js';

const { open, shared } = usePlayground();

interface FaultInput {
  readonly kind: string;
  readonly seconds?: string;
  readonly times?: string;
}

const addFault = async (page: Page, { kind, seconds, times }: FaultInput): Promise<void> => {
  await page.getByLabel('Fault').selectOption({ label: kind });
  if (times !== undefined) await page.getByLabel('Requests', { exact: true }).fill(times);
  if (seconds !== undefined) await page.getByLabel('Seconds').fill(seconds);
  await page.getByRole('button', { name: 'Add fault' }).click();
};

const requests = async (page: Page): Promise<string[]> => {
  await show(page, 'Events');
  return (await page.locator('.row.request').allInnerTexts()).map((text) => text.replace(/\s+/g, ' ').trim());
};

describe('the simulated workspace', () => {
  test('is edited: what the Public API answers follows', async () => {
    const { page } = await open();
    await show(page, 'Simulator');
    await page.getByLabel('Name', { exact: true }).fill('Acme Inc');
    await page.getByLabel('Slug').fill('acme');
    await page.getByLabel('Name of source 1').fill('Web shop');
    await page.getByRole('button', { name: 'Add source' }).click();
    await page.getByLabel('Id of source 2').fill('mobile');
    await page.getByLabel('E-mail of user 1').fill('ada@acme.example');
    await page.keyboard.press('Tab');
    await write(
      page,
      `local s = ${NAMESPACE}
print(s.get_workspace({ slug = "acme" }).name)
for _, source in ipairs(s.list_sources({ slug = "acme" }).sources) do print(source.id, source.name) end
print(s.get_current_user({}).email)`,
    );
    const output = await runScript(page);
    for (const text of ['Acme Inc', 'Web shop', 'mobile', 'ada@acme.example']) expect(output).toContain(text);
    await page.getByRole('button', { name: 'Remove source 2' }).click();
    expect(await runScript(page)).not.toContain('mobile');
    await page.getByRole('button', { name: 'Reset' }).click();
    expect(await runScript(page)).toContain("it belongs to 'my-workspace'");
  });
});

const retried = [
  { kind: '429 with Retry-After', seconds: '0.2', shown: '429' },
  { kind: '503 Service Unavailable', shown: '503' },
  { kind: 'Timeout, no answer', shown: 'no answer' },
  { kind: 'Connection dropped, events lost', shown: 'no answer' },
  { kind: 'Connection dropped, events kept', shown: 'no answer' },
];

describe('a fault', () => {
  test.each(retried)('$kind is met once, retried in sight, and loses nothing', async ({ shown, ...fault }) => {
    const { page } = await shared();
    await show(page, 'Simulator');
    await addFault(page, fault);
    await write(page, `${NAMESPACE}.track({ event = "A", userId = "u" })`);
    expect(await runScript(page)).toContain('1 event delivered');
    const lines = await requests(page);
    expect(lines).toHaveLength(2);
    expect(lines[0]).toContain(shown);
    expect(lines[1]).toContain('200');
    await expect(page.locator('.row.event').count()).resolves.toBe(1);
    await show(page, 'Simulator');
    await page.getByRole('button', { name: /^Remove: / }).click();
  });

  test('of a slow answer is seen in the time a request took', async () => {
    const { page } = await open();
    await show(page, 'Simulator');
    await addFault(page, { kind: 'Slow answer', seconds: '0.7' });
    await write(page, `${NAMESPACE}.track({ event = "A", userId = "u" })`);
    await runScript(page);
    const [line = ''] = await requests(page);
    const [, amount = '', unit = ''] = /([\d.]+) (m?s)$/.exec(line) ?? [];
    expect(Number(amount) * (unit === 's' ? 1000 : 1)).toBeGreaterThanOrEqual(690);
  });

  test('is taken away again, and as many requests meet it as it says', async () => {
    const { page } = await open();
    await show(page, 'Simulator');
    await addFault(page, { kind: '503 Service Unavailable', times: '2' });
    await addFault(page, { kind: 'Timeout, no answer', times: '1' });
    await page.getByRole('button', { name: 'Remove: Timeout, no answer, 1 request' }).click();
    await write(page, `${NAMESPACE}.track({ event = "A", userId = "u" })`);
    await runScript(page);
    expect((await requests(page)).map((line) => /503|200|no answer/.exec(line)?.[0])).toEqual(['503', '503', '200']);
  });
});

test('A limit is a whole number, whatever is written', async () => {
  const { page } = await open();
  await show(page, 'Simulator');
  const retries = page.getByLabel('Retries of a request');
  await retries.fill('1.5');
  await retries.blur();
  await expect(retries.inputValue()).resolves.toBe('2');
  await write(page, `${NAMESPACE}.track({ event = "A", userId = "u" })`);
  expect(await runScript(page)).toContain('1 event delivered');
});
