import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, test } from '@jest/globals';
import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StdioClientTransport } from '@modelcontextprotocol/sdk/client/stdio.js';
import { renderLuaExample } from '@moonwire/docs-gen';
import { createPlan, type Plan } from '@moonwire/segment-sdk/plan';
import fc from 'fast-check';

import { describeEvents } from '../src/reference/plan/plan-reference.js';
import { CLI, runCli } from './run-cli.js';
import { withHost } from './simulated-host.js';
import { temporaryFolder } from './temporary-folder.js';

const track = (key: string, jsonSchema: object, version = 1) => ({ type: 'TRACK', key, version, jsonSchema });
const object = (properties: object, required: readonly string[] = Object.keys(properties)) => ({
  type: 'object',
  properties,
  required,
});

const shop = {
  rules: [
    track('Checkout Started', { description: 'Somebody goes to pay.', ...object({ total: { type: 'number' } }) }),
    track('Order Completed', object({ id: { type: 'string', pattern: '^ORD-[0-9]{4}(-[A-Z]+)?$' } })),
    track(
      'Order Completed',
      object({ kind: { enum: ['web', 'app'] }, at: { type: 'string', format: 'date-time' } }),
      2,
    ),
    track(
      'Limits',
      object(
        {
          most: { type: 'integer', maximum: -3 },
          least: { type: 'number', exclusiveMinimum: 7 },
          fives: { type: 'integer', multipleOf: 5, minimum: 12 },
          long: { type: 'string', minLength: 20 },
          short: { type: 'string', maxLength: 3 },
          list: { type: 'array', minItems: 2, items: [object({ 'a.b "c"': { type: ['null', 'boolean'] } })] },
          other: { anyOf: [{ type: 'integer' }, { type: 'string' }] },
          mail: { type: 'string', pattern: '^[^@\\s]+@[a-z]{2,}\\.(com|org)$' },
          both: { allOf: [object({ x: { const: 'y' } }), object({ z: { type: 'boolean' } })] },
          impossible: { not: {} },
        },
        ['most', 'least', 'fives', 'long', 'short', 'list', 'other', 'mail', 'both'],
      ),
    ),
    track('Whole', {
      properties: { context: {}, traits: {}, properties: object({ n: { $ref: '#/definitions/n' } }) },
      definitions: { n: { type: 'integer' } },
    }),
    track('Empty', {}),
    { type: 'IDENTIFY', jsonSchema: object({ email: { type: 'string' } }, []) },
    { type: 'GROUP', jsonSchema: object({ plan: { enum: ['pro'] } }) },
    { type: 'PAGE', jsonSchema: object({ url: { type: 'string' } }) },
    { type: 'SCREEN', jsonSchema: object({}) },
    { type: 'COMMON', jsonSchema: object({ context: object({ app: object({ name: { type: 'string' } }) }) }) },
  ],
};

/** Runs the example of each event where the plan is held to. */
const runExamples = async (plan: Plan): Promise<readonly unknown[]> =>
  withHost({ plan }, async ({ host }) => {
    const errors: unknown[] = [];
    for (const { operation, example } of describeEvents(plan)) {
      const code = renderLuaExample({ namespace: 'app.integrations.segment' }, { name: operation }, example);
      const { error } = await host.run(code);
      if (error) errors.push([code, error.message]);
    }
    return errors;
  });

const text = fc.oneof(
  fc.string({ minLength: 1 }),
  fc.constantFrom(']]', '--[[', '"', '\n', '${x}', '</script>', '*/', '__proto__', 'end'),
);
const schema = fc.letrec<{ value: object }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'small' },
    fc.record({ type: fc.constantFrom('string', 'number', 'integer', 'boolean'), description: text }),
    fc.record({ enum: fc.uniqueArray(fc.oneof(text, fc.integer()), { minLength: 1 }) }),
    fc.record({ type: fc.constant('array'), items: tie('value'), minItems: fc.nat(2) }),
    fc.record({ type: fc.constant('object'), properties: fc.dictionary(text, tie('value'), { maxKeys: 4 }) }),
    fc.record({ anyOf: fc.array(tie('value'), { minLength: 1, maxLength: 2 }) }),
  ),
})).value;
const plans = fc.uniqueArray(
  fc
    .dictionary(text, schema, { maxKeys: 4 })
    .chain((properties) => fc.record({ key: text, jsonSchema: fc.constant(object(properties)), description: text })),
  { selector: ({ key }) => key, minLength: 1, maxLength: 8 },
);

describe('the reference of a plan', () => {
  test('has an example of every event, and each keeps to the plan when it is run', async () => {
    const plan = createPlan(shop);
    const events = describeEvents(plan);
    expect(events.map(({ name }) => name)).toEqual([
      ...['Checkout Started', 'Empty', 'Limits', 'Order Completed', 'Whole'],
      ...['Traits of users', 'Traits of groups', 'Page Viewed', 'Screen Viewed'],
    ]);
    expect(events[3]?.notes).toEqual(['This is version 2 of 1, 2; context.protocols.event_version chooses another.']);
    expect(await runExamples(plan)).toEqual([]);
  });

  test('so it is for any plan, whatever its names are', async () => {
    await fc.assert(
      fc.asyncProperty(plans, async (rules) => {
        const plan = createPlan({ rules: rules.map(({ key, jsonSchema }) => track(key, jsonSchema)) });
        expect(await runExamples(plan)).toEqual([]);
      }),
      { numRuns: 40 },
    );
  });
});

describe('--plan', () => {
  const cwd = temporaryFolder();
  writeFileSync(join(cwd, 'plan.json'), JSON.stringify(shop));

  test('of docs and search finds the events and reads them by name', async () => {
    const found = await runCli(['search', 'checkout', '--plan', 'plan.json', '--json'], { cwd });
    expect((JSON.parse(found.stdout) as { name: string }[])[0]?.name).toBe('checkout-started');
    const page = await runCli(['docs', 'Checkout Started', '--plan', 'plan.json'], { cwd });
    expect(page.stdout).toContain('Somebody goes to pay.');
    expect(page.stdout).toContain('event = "Checkout Started",');
    const prompt = await runCli(['repl', '--plan', 'plan.json'], {
      cwd,
      input: `:docs Checkout Started\napp.integrations.segment.track({ event = "Checkout", userId = "u" })\n`,
    });
    expect(prompt.stdout).toContain('Somebody goes to pay.');
    expect(prompt.stdout + prompt.stderr).toContain("event 'Checkout' is not in the plan");
  });

  test('of mcp lets agents search for events and read them', async () => {
    const client = new Client({ name: 'test', version: '1' });
    const args = [CLI, 'mcp', '--plan', join(cwd, 'plan.json')];
    await client.connect(new StdioClientTransport({ command: process.execPath, args, stderr: 'inherit' }));
    const search = await client.callTool({ name: 'lua_search_docs', arguments: { query: 'checkout' } });
    expect(search.structuredContent).toMatchObject({
      pages: expect.arrayContaining([expect.objectContaining({ name: 'checkout-started', kind: 'event' })]),
    });
    const page = await client.callTool({ name: 'lua_read_doc', arguments: { name: 'Checkout Started' } });
    expect(page.structuredContent).toMatchObject({ text: expect.stringContaining('| `total` | number | yes |') });
    const group = await client.callTool({ name: 'lua_list_docs', arguments: { group: 'planned-events' } });
    expect(group.structuredContent).toMatchObject({ pages: { length: 9 } });
    await client.close();
  });

  test('plan docs writes every kind of reference, definitions for editors among them', async () => {
    const { status, stderr } = await runCli(['plan', 'docs', '--out', 'reference'], { cwd });
    expect([status, stderr]).toEqual([0, expect.stringContaining('to reference, with 9 events.\n')]);
    const at = (path: string) => join(cwd, 'reference', path);
    expect(existsSync(at('segment/events/order-completed.md'))).toBe(true);
    expect(existsSync(at('site/events/order-completed.html'))).toBe(true);
    expect(readFileSync(at('llms.txt'), 'utf8')).toContain('(segment/events/checkout-started.md)');
    expect(readFileSync(at('segment.d.lua'), 'utf8')).toContain('---@field event "Checkout Started"\n');
  });
});
