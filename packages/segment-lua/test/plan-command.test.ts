import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

import { describe, expect, test } from '@jest/globals';
import { createPlan } from '@moonwire/segment-sdk/plan';
import { createSimulator } from '@moonwire/segment-sdk/simulator';
import { startSimulatorServer } from '@moonwire/segment-sdk/simulator/server';

import { runCli } from './run-cli.js';
import { temporaryFolder } from './temporary-folder.js';

const rule = (key: string, properties: object = {}, more: object = {}) => ({
  type: 'TRACK',
  key,
  version: 1,
  jsonSchema: { type: 'object', properties, ...more },
});

/** A folder, and a server of a workspace with a plan of these rules; `plan` runs a verb of `segment-lua plan` there. */
const withPlan = async (rules: readonly object[], use: (at: Awaited<ReturnType<typeof open>>) => Promise<void>) => {
  const at = await open(rules);
  try {
    await use(at);
  } finally {
    await at.close();
  }
};

const open = async (rules: readonly object[]) => {
  const plan = { id: 'tp_1', name: 'Shop', type: 'LIVE', createdAt: '2026-01-01', updatedAt: '2026-01-02' };
  const other = { ...plan, id: 'tp_2', name: 'Other' };
  const resources = { '/tracking-plans': [plan, other], '/tracking-plans/tp_1/rules': rules as never };
  const simulator = createSimulator({ workspace: { resources } });
  const { url, close } = await startSimulatorServer({ simulator });
  const cwd = temporaryFolder();
  return {
    simulator,
    close,
    write: (name: string, content: unknown) => {
      writeFileSync(
        join(cwd, name),
        typeof content === 'string' || Buffer.isBuffer(content) ? content : JSON.stringify(content),
      );
    },
    read: (name: string) => readFileSync(join(cwd, name), 'utf8'),
    local: (...args: readonly string[]) => runCli(['plan', ...args], { cwd }),
    plan: (...args: readonly string[]) => runCli(['plan', ...args, '--url', url], { cwd }),
    sent: () =>
      simulator.requests
        .filter(({ method }) => method !== 'GET')
        .map(({ method, path }) => `${method} ${path.split('?')[0]}`),
  };
};

describe('segment-lua plan pull and push', () => {
  test('a plan that is pulled, printed in any form and pushed is the same, and nothing is sent', async () => {
    const hostile = rule('Say "hi"\n*/ ${x} `y`', { 'a.b "c"': { type: ['integer', 'null'], enum: [1, null] } });
    const rules = Array.from({ length: 450 }, (_, at) => rule(`Event ${at}`, { n: { type: 'number' } }));
    await withPlan([...rules, hostile], async ({ plan, local, read, sent }) => {
      const pulled = await plan('pull', '--id', 'tp_1', '--out', 'plan.json');
      expect(pulled).toMatchObject({
        status: 0,
        stdout: '',
        stderr: expect.stringContaining('Read 451 rules of "Shop"'),
      });
      expect(JSON.parse(read('plan.json'))).toMatchObject({ version: 1, id: 'tp_1', updatedAt: '2026-01-02' });
      expect((await local('convert', 'plan.json', '--out', 'plan.yaml')).status).toBe(0);
      expect((await local('convert', 'plan.yaml', '--out', 'again.json')).status).toBe(0);
      expect(read('again.json')).toBe(read('plan.json'));
      expect(await local('diff', 'plan.yaml', 'plan.json')).toEqual({ status: 0, stdout: '', stderr: '' });
      const pushed = await plan('push', 'plan.yaml', '--yes');
      expect(pushed).toMatchObject({ status: 0, stdout: expect.stringContaining('Nothing to push') });
      expect(sent()).toEqual([]);
    });
  });

  test('a push shows what differs, asks, and sends changes in batches of 200 and removals apart', async () => {
    await withPlan([rule('Gone'), rule('Kept', { a: { type: 'string' } })], async ({ plan, write, read, sent }) => {
      const more = Array.from({ length: 401 }, (_, at) => rule(`New ${at}`));
      write('plan.json', { id: 'tp_1', rules: [rule('Kept', { a: { type: 'number' } }), ...more] });
      const asked = await plan('push');
      expect(asked).toMatchObject({ status: 2, stderr: expect.stringContaining('Nobody is here to answer; --yes') });
      expect(asked.stdout).toContain('~ TRACK "Kept" (version 1)\n    ~ properties.a.type: "string" → "number"\n');
      expect(asked.stdout).toContain('1 rule of "Shop" (tp_1)');
      expect(sent()).toEqual([]);
      expect((await plan('push', '--yes')).stdout).toContain('Changed 402 rules of "Shop" (tp_1)');
      const rules = '/tracking-plans/tp_1/rules';
      expect(sent()).toEqual([`PATCH ${rules}`, `PATCH ${rules}`, `PATCH ${rules}`]);
      expect((await plan('push', '--prune', '--yes')).stdout).toContain('- TRACK "Gone" (version 1)');
      expect(sent().slice(3)).toEqual([`DELETE ${rules}`]);
      await plan('pull', '--id', 'tp_1', '--out', 'after.json');
      expect(createPlan(JSON.parse(read('after.json'))).events).toHaveLength(402);
    });
  });

  test('a batch that fails ends the push with what was written and what was not', async () => {
    await withPlan([], async ({ plan, write, simulator }) => {
      write('plan.json', { id: 'tp_1', rules: Array.from({ length: 600 }, (_, at) => rule(`E${1000 + at}`)) });
      let patches = 0;
      simulator.inject({ on: ({ method }) => method === 'PATCH' && ++patches === 2, status: 400, body: '{}' });
      const { status, stderr } = await plan('push', '--yes');
      expect(status).toBe(1);
      expect(stderr).toContain('Written: 200 rules, TRACK "E1000" (version 1) … TRACK "E1199" (version 1).\n');
      expect(stderr).toContain('Not written: 200 rules, TRACK "E1200" (version 1) … TRACK "E1399" (version 1).\n');
      expect(stderr).toContain('Not sent: 200 rules, TRACK "E1400" (version 1) … TRACK "E1599" (version 1).\n');
      expect((await plan('push', '--yes')).stdout).toContain('Changed 400 rules');
    });
  });

  test('the plan of a source is found by its slug; what is not clear is asked for', async () => {
    await withPlan([rule('A')], async ({ plan, simulator, write }) => {
      const [source] = simulator.workspace.sources;
      const slug = source?.slug ?? '';
      expect(await plan('pull', '--source', slug)).toMatchObject({
        status: 2,
        stderr: expect.stringContaining('held to no'),
      });
      await simulator.handle({
        method: 'POST',
        path: '/tracking-plans/tp_1/sources',
        headers: { authorization: 'Bearer sgp_simulator', 'content-type': 'application/json' },
        body: JSON.stringify({ sourceId: source?.id }),
      });
      expect((await plan('pull', '--source', slug)).stdout).toContain('"key": "A"');
      expect((await plan('pull', '--source', 'none')).stderr).toContain(`there is no source 'none'; there are ${slug}`);
      expect((await plan('pull')).stderr).toContain(
        'which plan? Give --id or --source; this workspace has tp_1 "Shop", tp_2',
      );
      write('plan.json', { id: 'tp_9', rules: [] });
      expect((await plan('push', '--yes')).stderr).toContain("the plan 'tp_9' is not in this workspace");
      expect((await plan('pull', '--account', 'nobody')).status).toBe(1);
    });
  });
});

describe('segment-lua plan', () => {
  test('diff says what differs, with the exit code of diff', async () => {
    await withPlan([], async ({ local, write }) => {
      write('a.json', { events: { A: { properties: { x: 'string' } }, '\u001b[31mred': {} } });
      write('b.yaml', 'events:\n  A: { properties: { x: string, y: { type: number, required: true } } }\n');
      const { status, stdout } = await local('diff', 'a.json', 'b.yaml');
      expect([status, stdout]).toEqual([
        1,
        '- TRACK "\\u001b[31mred" (version 1)\n~ TRACK "A" (version 1)\n    + properties.y: {"type":"number"}\n    + required: ["y"]\n',
      ]);
      expect(JSON.parse((await local('diff', 'a.json', 'b.yaml', '--json')).stdout)).toHaveLength(2);
      expect((await local('diff', 'a.json', 'none.json')).status).toBe(2);
    });
  });

  test('infer learns a plan from events, gzipped or batched or recorded, and check says what breaks it', async () => {
    await withPlan([], async ({ local, write, read }) => {
      const event = (at: number) => ({
        type: 'track',
        event: 'Paid',
        userId: 'u',
        properties: { total: at, at: '2026-01-01T00:00:00Z' },
      });
      const lines = Array.from({ length: 40 }, (_, at) => JSON.stringify(event(at)));
      write(
        'batches.ndjson',
        `${JSON.stringify({ batch: [event(1), event(2)] })}\n${JSON.stringify({ type: 'track', body: event(3) })}\n`,
      );
      write('plain.ndjson', gzipSync(lines.join('\n')));
      const inferred = await local('infer', 'plain.ndjson', 'batches.ndjson', '--name', 'First', '--out', 'plan.json');
      expect(inferred).toMatchObject({ status: 0, stderr: 'Learned 1 rule from 43 events.\n' });
      expect(JSON.parse(read('plan.json'))).toMatchObject({
        name: 'First',
        rules: [
          { key: 'Paid', jsonSchema: { properties: { at: { format: 'date-time' } }, required: ['at', 'total'] } },
        ],
      });
      expect(await local('check', 'plain.ndjson')).toMatchObject({
        status: 0,
        stdout: '0 of 40 events break the plan.\n',
      });
      write('wrong.ndjson', `${lines[0]}\n{"event":"Paid","properties":{"total":"1"}}\n{"event":"Payed"}\nno json\n`);
      const { status, stdout } = await local('check', 'wrong.ndjson', '--plan', 'plan.json');
      expect(status).toBe(1);
      expect(stdout).toContain('2 of 3 events break the plan.\n');
      expect(stdout).toContain(
        '  1 × Paid: properties.total: number expected, got string [Invalid Type] (first: wrong.ndjson:2)\n',
      );
      expect(stdout).toContain("event 'Payed' is not in the plan [Unplanned Event] (first: wrong.ndjson:3)");
      expect(stdout).toContain('1 row could not be read.\n');
      write('rows.csv', 'a,b\n1,2\n');
      expect((await local('infer', 'rows.csv')).stderr).toContain(
        'rows.csv is CSV; events are read from NDJSON or JSON',
      );
    });
  });

  test('a table in CSV is a plan, too', async () => {
    await withPlan([], async ({ local, write }) => {
      write(
        'plan.csv',
        [
          'Event Name,Event Description,Property Name,Property Description,Property Type,Required,Permitted Values',
          'Order Completed,"Paid, in full",revenue,In the currency,number,TRUE,',
          ',,currency,,string,no,"USD, EUR"',
          ',,products.$.price,,number,,',
          ',,"products.$.sku ""x""",,string,yes,',
          'identify,,email,,string,,',
        ].join('\r\n'),
      );
      const { stdout } = await local('convert', 'plan.csv');
      expect(JSON.parse(stdout)).toEqual({
        version: 1,
        rules: [
          {
            type: 'TRACK',
            key: 'Order Completed',
            version: 1,
            jsonSchema: {
              type: 'object',
              description: 'Paid, in full',
              properties: {
                currency: { type: 'string', enum: ['USD', 'EUR'] },
                products: {
                  type: 'array',
                  items: {
                    type: 'object',
                    properties: { price: { type: 'number' }, 'sku "x"': { type: 'string' } },
                    required: ['sku "x"'],
                  },
                },
                revenue: { type: 'number', description: 'In the currency' },
              },
              required: ['revenue'],
            },
          },
          { type: 'IDENTIFY', version: 1, jsonSchema: { type: 'object', properties: { email: { type: 'string' } } } },
        ],
      });
      write('bad.csv', 'a,b\n1,2\n');
      expect(await local('types', 'bad.csv')).toMatchObject({
        status: 2,
        stderr: expect.stringContaining('columns for event name and property name expected, got a, b'),
      });
    });
  });

  test('a plan is written as a table that reads as the same, and what a table cannot hold is told', async () => {
    await withPlan([], async ({ local, write, read }) => {
      const plan = {
        rules: [
          {
            type: 'TRACK',
            key: '=Paid, "in full"',
            version: 2,
            jsonSchema: {
              type: 'object',
              description: 'Two\nlines',
              properties: {
                at: { type: 'string', format: 'date-time' },
                currency: { type: 'string', enum: ['USD', 'EUR'], description: 'ISO 4217' },
                products: {
                  type: 'array',
                  items: { type: 'object', properties: { price: { type: ['number', 'null'] } }, required: ['price'] },
                },
                tags: { type: 'array', items: { type: 'string', pattern: '^a' } },
                to: { type: 'object', properties: { city: { type: 'string' } } },
              },
              required: ['at'],
            },
          },
          { type: 'IDENTIFY', version: 1, jsonSchema: { type: 'object', properties: { age: { type: 'integer' } } } },
        ],
      };
      write('plan.json', JSON.stringify(plan));
      expect(await local('convert', 'plan.json', '--out', 'plan.csv')).toMatchObject({ status: 0, stderr: '' });
      expect(await local('diff', 'plan.json', 'plan.csv')).toMatchObject({ status: 0, stdout: '' });
      expect((await local('convert', 'plan.json', '--to', 'csv')).stdout).toBe(read('plan.csv'));
      plan.rules[1] = { type: 'IDENTIFY', version: 1, jsonSchema: { properties: { age: { minimum: 3 } } } } as never;
      write('more.json', JSON.stringify(plan));
      const { stderr } = await local('convert', 'more.json', '--to', 'csv');
      expect(stderr).toBe('A table cannot hold IDENTIFY (version 1): properties.age.minimum\n');
    });
  });

  test('types and schema are written from plan.json unless another is named', async () => {
    await withPlan([], async ({ local, write, read }) => {
      write('plan.json', { events: { Paid: { properties: { total: 'number' } } } });
      expect((await local('types', '--out', 'events.ts')).status).toBe(0);
      expect(read('events.ts')).toContain('readonly Paid: Paid;');
      expect(JSON.parse((await local('schema')).stdout)).toMatchObject({
        $schema: 'http://json-schema.org/draft-07/schema#',
      });
    });
  });
});
