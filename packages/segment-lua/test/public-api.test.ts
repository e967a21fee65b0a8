import { describe, expect, test } from '@jest/globals';
import { createLuaWorker } from '@moonwire/lua-bridge';
import { operations } from '@moonwire/segment-sdk';
import { publicOperations } from '@moonwire/segment-sdk/public-api';
import { publicGroups } from '@moonwire/segment-sdk/public-api/table';

import { fromLua, toLua } from '../src/host/public-fields.js';
import { createSegmentLua, type RunResult, type SegmentLuaOptions, simulatedAccounts } from '../src/index.js';
import { described, respell, sampleInput, sampleOf } from './public-inputs.js';
import { withHost } from './simulated-host.js';

const run = (code: string, options: SegmentLuaOptions = {}, args = {}): Promise<RunResult> =>
  withHost(options, ({ host }) => host.run(`local s = app.integrations.segment\n${code}`, { args }));

const outputOf = async (code: string, options?: SegmentLuaOptions): Promise<string> => {
  const { output, error } = await run(code, options);
  expect(error).toBeUndefined();
  return output.trimEnd();
};

/** The message of an error that a line of Lua raises, without its position. */
const failureOf = async (line: string): Promise<string> => {
  const { error } = await run(line);
  return error?.reason ?? 'no error';
};

const core: readonly string[] = operations.map(({ name }) => name);
const whole = [...new Set([...core, ...publicOperations.map(({ name }) => name)])].sort();

describe.each(['this thread', 'a worker'])('In %s, a script', (place) => {
  test('has every operation, for every account, and no other', async () => {
    using worker = createLuaWorker();
    const { values } = await run(
      `local function list(t)
        local names = {}
        for name, value in pairs(t) do if type(value) == "function" then names[#names + 1] = name end end
        table.sort(names)
        return names
      end
      return list(s), list(s.default), list(s.staging), s.staging.get_destination({ destinationId = "dest2" })`,
      place === 'a worker' ? { sandbox: worker } : {},
    );
    expect(values.slice(0, 3)).toEqual([whole, whole, whole]);
    expect(values[3]).toMatchObject({ destination: { name: 'Staging webhook', source_id: 'ghi789' } });
  });

  test('sends the same request for either spelling of any field, of every operation', async () => {
    using worker = createLuaWorker();
    const others = described.filter(({ name }) => !core.includes(name));
    const calls = others.map((operation) => {
      const input = sampleInput(operation);
      return { name: operation.name, camel: input, snake: respell(operation.input, input) };
    });
    const code = 'for _, call in ipairs(args.calls) do s[call.name](call[args.spelling]) end';
    const options = { dryRun: true, ...(place === 'a worker' && { sandbox: worker }) };
    const camel = await run(code, options, { calls, spelling: 'camel' });
    const snake = await run(code, options, { calls, spelling: 'snake' });
    expect([camel.error, snake.error]).toEqual([undefined, undefined]);
    expect(camel.planned?.map(({ operation }) => operation)).toEqual(others.map(({ name }) => name));
    expect(snake.planned).toEqual(camel.planned);
  });
});

test('The functions of the reference stay what they are', async () => {
  const printed = await outputOf(`
    print(s.get_source({ slug = "my-workspace", id = "abc123" }).write_key)
    print(#s.list_sources({ slug = "my-workspace" }).sources, s.get_workspace({ slug = "my-workspace" }).name)
  `);
  expect(printed).toMatch(/^simulator-default\n3\t/);
  expect(await failureOf('s.get_source({ sourceId = "abc123" })')).toContain("unknown field 'sourceId'");
});

test('What every operation returns has one spelling in Lua, which leads back', () => {
  for (const { output } of described) {
    const result = sampleOf(output);
    const inLua = toLua(output, result);
    expect(inLua).toEqual(respell(output, result));
    expect(fromLua(output, inLua)).toEqual(result);
  }
});

describe('A list', () => {
  const two = `local d = s.list_destinations`;

  test('is whole unless a page is asked for', async () => {
    const printed = await outputOf(`${two}
      for _, input in ipairs({ {}, { all = true }, { pagination = { count = 1 } }, { all = false, pagination = { count = 1 } },
        { all = true, pagination = { count = 1 } } }) do
        local result = d(input)
        print(#result.destinations, result.pagination and result.pagination.next)
      end`);
    expect(printed.split('\n')).toEqual(['2\tnil', '2\tnil', '1\tMQ==', '1\tMQ==', '2\tnil']);
  });

  test('is read page by page with the next of the page before', async () => {
    const printed = await outputOf(`
      local cursor
      repeat
        local page = s.list_destinations({ pagination = { count = 1, cursor = cursor } })
        print(page.destinations[1].id)
        cursor = page.pagination.next
      until not cursor`);
    expect(printed).toBe('dest1\ndest2');
  });

  test('says what is wrong with how it is asked for', async () => {
    expect(await failureOf('s.list_destinations({ all = "yes" })')).toBe(
      "list_destinations: bad field 'all' (boolean expected, got string)",
    );
    expect(await failureOf('s.list_destinations({ pagination = { count = 5000 } })')).toContain('1 to 1000');
    expect(await failureOf('s.get_destination({ destinationId = "dest1", all = true })')).toContain("'all'");
  });
});

describe('What was read', () => {
  test('can be changed and given back, also where results have more fields', async () => {
    const { values } = await run(`
      local rules = s.list_rules_from_tracking_plan({ trackingPlanId = "tp1" }).rules
      rules[1].json_schema.properties.total = { type = "number" }
      s.update_rules_in_tracking_plan({ trackingPlanId = "tp1", rules = rules })
      return rules[1].created_at, s.list_rules_from_tracking_plan({ tracking_plan_id = "tp1" }).rules[1]`);
    expect(values[0]).toMatch(/^2026/);
    expect(values[1]).toMatchObject({ key: 'Order Completed', json_schema: { properties: { total: {} } } });
  });

  test('is refused where one field is given in both spellings', async () => {
    const rule = '{ type = "TRACK", key = "K", version = 1, jsonSchema = {}, json_schema = {} }';
    expect(await failureOf(`s.update_rules_in_tracking_plan({ trackingPlanId = "tp1", rules = { ${rule} } })`)).toBe(
      "update_rules_in_tracking_plan: unknown field 'rules[0].json_schema'. Did you mean: jsonSchema",
    );
  });

  test('leaves keys that are data alone', async () => {
    const settings = '{ some_key = 1, someKey = { inner_key = "x" } }';
    const { values } = await run(`
      local made = s.create_destination({ source_id = "abc123", metadata_id = "m", settings = ${settings} })
      return s.get_destination({ destinationId = made.destination.id }).destination.settings`);
    expect(values[0]).toEqual({ some_key: 1, someKey: { inner_key: 'x' } });
  });

  test('has the fields that are words of Lua', async () => {
    const printed = await outputOf(`
      print(s.get_function({ functionId = "fn1" })["function"].display_name)
      local filter = s.create_filter_for_destination({ destinationId = "dest1", sourceId = "abc123", title = "t",
        ["if"] = 'type = "track"', actions = { { type = "DROP" } }, enabled = true }).filter
      print(filter["if"])`);
    expect(printed).toBe('Enrich\ntype = "track"');
  });

  test('keeps an empty list, which empties what it is given for', async () => {
    const { planned } = await run('s.replace_labels_in_source({ sourceId = "abc123", labels = {} })', { dryRun: true });
    expect(planned?.map(({ body }) => body)).toEqual([{ labels: [] }]);
  });
});

test('A call that is wrong says what was given, what was expected, and what was probably meant', async () => {
  expect(await failureOf('s.update_destination({ destinationId = "dest1", enabld = true })')).toBe(
    "update_destination: unknown field 'enabld'. Did you mean: enabled",
  );
  expect(await failureOf('s.update_destination({})')).toBe(
    "update_destination: missing field 'destinationId' (string expected)",
  );
  expect(await failureOf('s.update_destination({ destinationId = 5 })')).toContain('string expected, got number');
  expect(await failureOf('s.update_destination("dest1")')).toContain('an object with fields expected, got string');
  expect(await failureOf('s.list_destination({})')).toBe(
    'Unknown function: app.integrations.segment.list_destination. Did you mean: list_destinations',
  );
  expect(await failureOf('s.get_destination({ destinationId = "none" })')).toContain('There is no destination none');
  const { values } = await run(
    'local ok, e = pcall(s.get_warehouse, { warehouseId = "none" }) return e.code, e.status',
  );
  expect(values).toEqual(['not_found', 404]);
});

test('An account cannot bear the name of an operation', async () => {
  const host = createSegmentLua({ accounts: { ...simulatedAccounts(), list_destinations: { apiToken: 'x' } } });
  await expect(host.run('return 1')).rejects.toThrow('list_destinations');
  await host.close();
});

test('The table has what the public API has: 201 operations in 33 groups', () => {
  expect(described.map(({ name }) => name)).toEqual(publicOperations.map(({ name }) => name));
  expect([described.length, publicGroups.length]).toEqual([201, 33]);
});
