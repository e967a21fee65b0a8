import { copyFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, test } from '@jest/globals';
import { createLua, createLuaWorker } from '@moonwire/lua-bridge';
import { createPlan } from '@moonwire/segment-sdk/plan';

import { checkScript } from '../src/check.js';
import { runCli } from './run-cli.js';
import { withHost } from './simulated-host.js';
import { temporaryFolder } from './temporary-folder.js';

const segment = 'app.integrations.segment';
const document = {
  events: {
    'Order Completed': {
      properties: {
        revenue: { type: 'number', required: true },
        currency: { enum: ['USD', 'EUR'] },
        products: { type: 'array', items: { properties: { price: 'number' } } },
      },
    },
  },
};
const plan = createPlan(document);

describe('scripts with a tracking plan', () => {
  test('a call that breaks it fails, with what was meant and what that takes', async () => {
    await withHost({ plan }, async ({ host, simulator }) => {
      const { error } = await host.run(`${segment}.track({ event = "Order Complete", userId = "u" })`);
      expect(error).toMatchObject({
        code: 'plan_violation',
        field: 'event',
        suggestion: 'Order Completed',
        line: 1,
        reason:
          "track: event 'Order Complete' is not in the plan. Did you mean 'Order Completed' (revenue: number, currency?, products?: array)",
      });
      const caught = await host.run(
        `local ok, err = pcall(${segment}.track, { event = "Order Completed", userId = "u", properties = { revenue = "1" } })
        return ok, err.code, err.field`,
      );
      expect(caught.values).toEqual([false, 'plan_violation', 'properties.revenue']);
      expect(simulator.events).toEqual([]);
    });
  });

  test.each([
    ['this thread', createLua],
    ['a worker', createLuaWorker],
  ])('a script that catches the error reads each violation: in %s', async (_where, sandbox) => {
    await withHost({ plan, sandbox }, async ({ host }) => {
      const { output } = await host.run(
        `local products = { { price = 1 }, { price = "x" } }
        local properties = { curency = "EUR", products = products }
        local ok, err = pcall(${segment}.track, { event = "Order Completed", userId = "u", properties = properties })
        for _, one in ipairs(err.violations) do print(one.type, one.field, one.message, one.suggestion) end`,
      );
      expect(output.trim().split('\n')).toEqual([
        'Required\tproperties.revenue\tproperties.revenue is required\tnil',
        'Invalid Type\tproperties.products.1.price\tproperties.products.1.price: number expected, got string\tnil',
        "Unplanned Property\tproperties.curency\tproperties.curency is not planned. Did you mean 'currency'\tcurrency",
      ]);
    });
  });

  test('each account may have its own', async () => {
    const own = (account: string) => (account === 'production' ? plan : undefined);
    await withHost({ plan: own }, async ({ host }) => {
      const call = (account: string) => host.run(`${segment}${account}.track({ event = "Any", userId = "u" })`);
      expect((await call('')).ok).toBe(true);
      expect((await call('.production')).error?.code).toBe('plan_violation');
    });
  });

  test('other ways are to report and to omit', async () => {
    const code = `${segment}.track({ event = "Order Completed", userId = "u", properties = { revenue = 1, more = 2 } })`;
    await withHost({ plan, onViolation: 'omit' }, async ({ host, simulator }) => {
      expect((await host.run(code)).ok).toBe(true);
      expect(simulator.events[0]?.body).toMatchObject({ properties: { revenue: 1 } });
    });
    const told: unknown[] = [];
    await withHost(
      { plan, onViolation: 'report', client: { onError: (error) => told.push(error.code) } },
      async ({ host }) => {
        expect((await host.run(code)).ok).toBe(true);
        expect(told).toEqual(['plan_violation']);
      },
    );
  });

  test('a call that a policy asks about is held to it before the question', async () => {
    const asked: string[] = [];
    const policy = {
      rules: [{ effect: 'write' as const, then: 'ask' as const }],
      ask: ({ path }: { path: string }) => asked.push(path) > 0,
    };
    await withHost({ plan, policy }, async ({ host }) => {
      const { error } = await host.run(`${segment}.track({ event = "Nothing", userId = "u" })`);
      expect([error?.code, asked]).toEqual(['plan_violation', []]);
    });
  });
});

describe('checking a script against a plan', () => {
  const problemsIn = (code: string) => withHost({ plan }, ({ host }) => checkScript(host, code));

  test('finds what breaks it in calls that are written out, where it is written', async () => {
    const code = `local s = ${segment}
s.track({ event = "Order Complete", userId = "u" })
s.track({ event = "Order Completed", userId = "u", properties = {
  revenue = "9",
  currency = "GBP",
  curency = "EUR",
  products = { { price = 1 },
    { price = "x" } },
} })`;
    expect(await problemsIn(code)).toMatchObject([
      { line: 2, column: 19, code: 'plan_violation', suggestion: 'Order Completed' },
      { line: 4, column: 13, message: 'track: properties.revenue: number expected, got string' },
      { line: 5, message: 'track: properties.currency: one of "USD", "EUR" expected, got "GBP"' },
      { line: 6, suggestion: 'currency' },
      { line: 8, message: 'track: properties.products.1.price: number expected, got string' },
    ]);
    const missing = `${segment}.track({ event = "Order Completed", userId = "u", properties = {} })`;
    expect(await problemsIn(missing)).toMatchObject([{ message: 'track: properties.revenue is required' }]);
  });

  test.each([
    ['properties = { revenue = total, currency = c }'],
    ['properties = props'],
    ['properties = { [name] = 1 }'],
    ['properties = { revenue = 1, products = list }'],
    ['properties = { revenue = 1, products = { { price = p } } }'],
    ['event = name, properties = { anything = 1 }'],
  ])('finds nothing where only a run can tell: %s', async (fields) => {
    const event = fields.startsWith('event') ? '' : 'event = "Order Completed", ';
    const call = `${segment}.track({ ${event}userId = "u", ${fields} })`;
    expect(await problemsIn(`local c, list, name, p, props, total = ... ${call}`)).toEqual([]);
  });
});

describe('accounts that name their plans', () => {
  test('are held to them without --plan, each to its own, wherever the command is run', async () => {
    const cwd = temporaryFolder();
    const run = (...args: string[]) => runCli(args, { cwd });
    writeFileSync(join(cwd, 'prod.json'), JSON.stringify(document));
    writeFileSync(join(cwd, 'staging.yaml'), 'events:\n  Tried: {}\n');
    for (const name of ['production', 'staging'])
      await runCli(['accounts', 'add', name, '--write-key-stdin'], { cwd, input: `key-of-${name}` });
    expect(await run('accounts', 'set', 'production', '--plan', 'prod.json')).toMatchObject({ status: 0 });
    const inFolder = join(cwd, 'config', 'segment-lua');
    copyFileSync(join(cwd, 'staging.yaml'), join(inFolder, 'staging.yaml'));
    await run('accounts', 'set', 'staging', '--plan', join(inFolder, 'staging.yaml'));
    await run('accounts', 'default', 'production');
    const { stdout: list } = await run('accounts', 'list', '--json');
    expect(JSON.parse(list)).toMatchObject([
      { name: 'production', fields: { plan: join(realpathSync(cwd), 'prod.json') } },
      { name: 'staging', fields: { plan: 'staging.yaml' } },
    ]);
    expect((await run('accounts')).stdout).toContain('PLAN');

    const script = (account: string, event: string) =>
      `${segment}${account}.track({ event = "${event}", userId = "u" })\n`;
    writeFileSync(
      join(cwd, 'tried.lua'),
      ['', '.default', '.production', '.staging'].map((a) => script(a, 'Tried')).join(''),
    );
    const { stdout } = await run('check', '--live', 'tried.lua');
    expect(stdout.match(/tried.lua:\d/g)).toEqual(['tried.lua:1', 'tried.lua:2', 'tried.lua:3']);
    const { stderr } = await run('run', '--live', 'tried.lua');
    expect(stderr).toContain("event 'Tried' is not in the plan");
    const other = await run('check', '--live', 'tried.lua', '--plan', 'production=staging.yaml');
    expect(other).toMatchObject({ status: 0, stdout: '' });

    await run('accounts', 'set', 'production', '--no-plan');
    expect(await run('check', '--live', 'tried.lua')).toMatchObject({ status: 0, stdout: '' });
  });

  test('a file that is none is refused when it is set; one that is gone fails the calls of its account alone', async () => {
    const cwd = temporaryFolder();
    const run = (...args: string[]) => runCli(args, { cwd });
    await runCli(['accounts', 'add', 'shop', '--write-key-stdin'], { cwd, input: 'key-of-shop' });
    writeFileSync(join(cwd, 'none.json'), '{"rules": 3}');
    expect(await run('accounts', 'set', 'shop', '--plan', 'none.json')).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('none.json'),
    });
    expect(await run('accounts', 'set', 'shop')).toMatchObject({ status: 2 });
    writeFileSync(join(cwd, 'plan.json'), JSON.stringify(document));
    await run('accounts', 'set', 'shop', '--plan', 'plan.json');
    rmSync(join(cwd, 'plan.json'));
    writeFileSync(join(cwd, 'a.lua'), `${segment}.shop.track({ event = "A", userId = "u" })`);
    const { status, stderr } = await run('run', '--live', 'a.lua');
    expect({ status, stderr }).toMatchObject({ status: 1, stderr: expect.stringContaining('plan.json') });
    writeFileSync(join(cwd, 'b.lua'), 'print("no call")');
    expect(await run('run', '--live', 'b.lua')).toMatchObject({ status: 0 });
  });
});

describe('--plan', () => {
  test('of run and check reads JSON and YAML, for all accounts or one', async () => {
    const folder = temporaryFolder();
    const at = (name: string, text: string) => {
      writeFileSync(join(folder, name), text);
      return join(folder, name);
    };
    const yaml = at(
      'plan.yaml',
      'events:\n  Order Completed:\n    properties:\n      revenue: { type: number, required: true }\n',
    );
    const json = at('plan.json', JSON.stringify(plan));
    const script = at('a.lua', `${segment}.track({ event = "Order Complete", userId = "u" })`);
    for (const file of [yaml, json]) {
      const ran = await runCli(['run', script, '--plan', file]);
      expect([ran.status, ran.stderr]).toEqual([1, expect.stringContaining("Did you mean 'Order Completed'")]);
    }
    const checked = await runCli(['check', script, '--plan', yaml]);
    expect([checked.status, checked.stdout]).toEqual([1, expect.stringContaining('[plan_violation]')]);
    expect((await runCli(['run', script, '--plan', `production=${json}`])).status).toBe(0);
    const broken = await runCli(['run', script, '--plan', at('b.json', '{"rules":[{"type":"X"}]}')]);
    expect([broken.status, broken.stderr]).toEqual([2, expect.stringContaining("b.json: bad 'rules.0.type'")]);
  });
});
