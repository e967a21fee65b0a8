import { describe, expect, test } from '@jest/globals';
import { publicOperations } from '@moonwire/segment-sdk/public-api';

import { createDeletionPolicy } from '../src/cli/session/deletion-policy.js';
import type { Policy, ProposedCall, RunResult, SegmentLuaOptions } from '../src/index.js';
import { described, sampleInput } from './public-inputs.js';
import { withHost } from './simulated-host.js';

const remove = 's.delete_destination({ destinationId = "dest1" })';

const run = (code: string, options: SegmentLuaOptions = {}, args = {}): Promise<RunResult> =>
  withHost(options, ({ host }) => host.run(`local s = app.integrations.segment\n${code}`, { args }));

const statusUnder = async (policy: Policy, code = remove): Promise<string | undefined> =>
  (await run(code, { policy })).calls[0]?.status;

const deleting = publicOperations.filter(({ effect }) => effect === 'delete').map(({ name }) => name);

test('What deletes: 28 operations that do, 7 that replace, 3 that erase the data of people', () => {
  const verbs = deleting.map((name) => /^(?:delete|remove|replace|create)/.exec(name)?.[0]);
  const count = (...of: string[]): number => verbs.filter((verb) => of.includes(verb ?? '')).length;
  expect([count('delete', 'remove'), count('replace'), count('create')]).toEqual([28, 7, 3]);
  expect(deleting.filter((name) => name.startsWith('create'))).toEqual(
    expect.arrayContaining([expect.stringContaining('regulation')]),
  );
});

describe('A policy', () => {
  test('has deleting as a class of its own', async () => {
    const rule = (effect: 'read' | 'write' | 'delete', then: 'allow' | 'deny'): Policy => ({
      rules: [{ effect, then }],
    });
    expect(await statusUnder(rule('delete', 'allow'))).toBe('ok');
    expect(await statusUnder(rule('delete', 'deny'))).toBe('denied');
    expect(await statusUnder(rule('delete', 'deny'), 's.update_destination({ destinationId = "dest1" })')).toBe('ok');
  });

  test('denies it where writing is denied, and does not allow it where writing is allowed', async () => {
    expect(await statusUnder({ rules: [{ effect: 'write', then: 'deny' }] })).toBe('denied');
    expect(await statusUnder({ rules: [{ effect: 'write', then: 'allow' }] })).toBe('denied');
    expect(await statusUnder({ rules: [] })).toBe('denied');
    expect(await statusUnder({ rules: [{ operation: 'delete_destination', then: 'allow' }] })).toBe('ok');
  });

  test('asks about valid calls only, with what they would delete', async () => {
    const asked: ProposedCall[] = [];
    const ask = (call: ProposedCall): boolean => asked.push(call) > 0;
    const { calls } = await run(`pcall(s.delete_destination, { destinationId = ".." }) ${remove}`, {
      policy: { rules: [], ask },
    });
    expect(calls.map(({ status }) => status)).toEqual(['failed', 'ok']);
    expect(asked).toMatchObject([{ effect: 'delete', input: { destinationId: 'dest1' } }]);
  });

  test('of the command line allows what was allowed by its name, and nothing else', async () => {
    expect(await statusUnder(createDeletionPolicy([]))).toBe('denied');
    expect(await statusUnder(createDeletionPolicy(['delete_source']))).toBe('denied');
    expect(await statusUnder(createDeletionPolicy(['delete_destination']))).toBe('ok');
    expect(await statusUnder(createDeletionPolicy([]), 's.list_destinations({})')).toBe('ok');
    expect(() => createDeletionPolicy(['destination'])).toThrow('delete_destination');
    expect(() => createDeletionPolicy(['list_sources'])).toThrow('deletes nothing');
  });

  test('holds for every operation that deletes', async () => {
    const calls = described
      .filter(({ effect }) => effect === 'delete')
      .map((operation) => ({ name: operation.name, input: sampleInput(operation) }));
    const result = await run(
      'for _, call in ipairs(args.calls) do pcall(s[call.name], call.input) end',
      { policy: createDeletionPolicy([]) },
      { calls },
    );
    expect(result.calls.map(({ operation }) => operation)).toEqual(deleting);
    expect(new Set(result.calls.map(({ status, effect }) => `${effect} ${status}`))).toEqual(
      new Set(['delete denied']),
    );
  });
});

test.each(['.', '..', '', ' '])('No id is %j: it would be another resource', async (id) => {
  const { output, planned } = await run(
    `for _, name in ipairs(args.names) do
       local ok, e = pcall(s[name], { destinationId = args.id, sourceId = args.id, writeKey = args.id, warehouseId = args.id })
       print(ok, e.code)
     end`,
    { dryRun: true },
    { id, names: ['delete_source', 'delete_warehouse', 'delete_destination', 'remove_write_key_from_source'] },
  );
  expect(output).not.toContain('true');
  expect(planned).toEqual([]);
});

test('A deletion whose answer was lost, and which then finds nothing, is done', async () => {
  await withHost({}, async ({ host, simulator }) => {
    simulator.inject({ on: 'publicApi', drop: 'after' });
    const { values, error } = await host.run(`return app.integrations.segment.${remove.slice(2)}`);
    expect([error, values]).toEqual([undefined, [{ status: 'SUCCESS' }]]);
    const again = await host.run(`app.integrations.segment.${remove.slice(2)}`);
    expect(again.error).toMatchObject({ code: 'not_found' });
  });
});

describe('Secrets', () => {
  const SECRET = 'very secret/value';
  const calls = [
    's.remove_write_key_from_source({ sourceId = "abc123", writeKey = args.secret })',
    's.create_destination({ sourceId = "none", metadataId = "m", settings = { apiKey = args.secret, list = { args.secret } } })',
    's.create_function({ code = args.secret, displayName = "d", resourceType = "DESTINATION" })',
    's.create_credential({ name = "n", settings = { password = args.secret } })',
    's.create_destination({ sourceId = "abc123", metadataId = 5, settings = { apiKey = args.secret } })',
  ];

  test.each(calls)('are in no plan of a dry run: %s', async (call) => {
    const { planned, calls: records } = await run(call, { dryRun: true }, { secret: SECRET });
    const text = JSON.stringify([planned, records]);
    for (const secret of [SECRET, encodeURIComponent(SECRET)]) expect(text).not.toContain(secret);
    if (planned?.length) expect(text).toContain('[redacted]');
  });

  test.each(calls)('are in no error and no record: %s', async (call) => {
    await withHost({ client: { maxRetries: 0 } }, async ({ host, simulator }) => {
      simulator.inject({
        on: 'publicApi',
        status: 400,
        body: JSON.stringify({ errors: [{ message: `bad ${SECRET}` }] }),
      });
      const { error, calls: records } = await host.run(
        `local s = app.integrations.segment local ok, e = pcall(function() ${call} end) error(tostring(e))`,
        { args: { secret: SECRET } },
      );
      for (const secret of [SECRET, encodeURIComponent(SECRET)])
        expect(JSON.stringify([error, records])).not.toContain(secret);
    });
  });
});
