import { describe, expect, test } from '@jest/globals';

import { apiGroups, findGroup, findOperation } from '../src/cli/commands/api/api-operations.js';
import { readApiFields, toOption } from '../src/cli/commands/api/read-fields.js';
import { described, sampleInput } from './public-inputs.js';
import { outcomeOf, startCli } from './run-cli.js';

const read = (name: string, ...words: string[]): unknown => readApiFields(findOperation(name), words);

const api = (...args: string[]) => outcomeOf(startCli(['api', ...args], { env: { NO_COLOR: '1' } }));

test('Every operation is found by the name it has in Lua, in TypeScript and with hyphens', () => {
  for (const { name, method } of described)
    for (const spelling of [name, method, name.replaceAll('_', '-')]) expect(findOperation(spelling).name).toBe(name);
  expect(() => findOperation('lst_destination')).toThrow(/Did you mean: .*list_destinations/);
});

test('The groups hold every operation once', () => {
  const names = apiGroups.flatMap(({ operations }) => operations.map(({ name }) => name));
  expect(new Set(names).size).toBe(names.length);
  expect(names).toEqual(expect.arrayContaining(described.map(({ name }) => name)));
  expect(findGroup('destinations')?.operations.map(({ name }) => name)).toContain('list_destinations');
  expect(findGroup('list_destinations')).toBeUndefined();
});

describe('Options', () => {
  test('give every field of every operation', () => {
    for (const operation of described) {
      const { all, ...input } = { all: undefined, ...sampleInput(operation) };
      const words = Object.entries(input).flatMap(([name, value]) => [
        `--${toOption(name)}`,
        typeof value === 'string' ? value : JSON.stringify(value),
      ]);
      // The names that the core has are the core's, with fields of its own.
      if (['get_workspace', 'list_sources', 'get_source'].includes(operation.name)) continue;
      expect([operation.name, all, read(operation.name, ...words)]).toEqual([operation.name, undefined, input]);
    }
  });

  test('are read by the type of their field', () => {
    expect(read('update_destination', '--destinationId', '5', '--enabled', '--settings={"a":1}')).toEqual({
      destinationId: '5',
      enabled: true,
      settings: { a: 1 },
    });
    expect(read('update_destination', '--name', 'null', '--enabled=false')).toEqual({ name: null, enabled: false });
    expect(read('delete_users', '--user-ids', 'a', '--user-ids', 'b')).toEqual({ userIds: ['a', 'b'] });
    expect(read('list_destinations', '--pagination.count', '10', '--pagination.cursor', 'MQ==')).toEqual({
      pagination: { count: 10, cursor: 'MQ==' },
    });
  });

  test('say what is wrong with them', () => {
    expect(() => read('get_destination', '--destinaton-id', 'x')).toThrow('Did you mean: --destination-id');
    expect(() => read('update_destination', '--enabled=yes')).toThrow("expects true or false, got 'yes'");
    expect(() => read('list_destinations', '--pagination.count', 'ten')).toThrow("expects a number, got 'ten'");
    expect(() => read('get_destination', '--destination-id')).toThrow('needs a value');
    expect(() => read('get_destination', 'dest1')).toThrow("'dest1' is no option");
  });
});

describe('segment-lua api', () => {
  test('calls an operation on the simulator and prints a table, or JSON', async () => {
    const [table, json] = await Promise.all([
      api('listDestinations'),
      api('list_destinations', '--json', '--pagination.count', '1'),
    ]);
    expect(table).toMatchObject({ status: 0, stderr: '' });
    expect(table.stdout).toMatch(/^ID +NAME +ENABLED +SOURCE_ID\ndest1 +Order webhook +true +abc123\n/);
    expect(JSON.parse(json.stdout)).toMatchObject({ destinations: [{ id: 'dest1' }], pagination: { next: 'MQ==' } });
  });

  test('refuses what deletes unless it is allowed by name, and shows its request in a dry run', async () => {
    const deletion = ['delete_destination', '--destination-id', 'dest1'];
    const [refused, allowed, shown] = await Promise.all([
      api(...deletion),
      api(...deletion, '--allow', 'delete_destination', '--json'),
      api(...deletion, '--dry-run'),
    ]);
    expect(refused).toMatchObject({ status: 1, stdout: '', stderr: expect.stringContaining('--allow') });
    expect([allowed.status, JSON.parse(allowed.stdout)]).toEqual([0, { status: 'SUCCESS' }]);
    expect(shown).toMatchObject({ status: 0, stdout: 'DELETE https://api.segmentapis.com/destinations/dest1\n' });
  });

  test('helps: groups, a group, an operation; and ends with 2 where it is used wrongly', async () => {
    const [groups, group, operation, wrong] = await Promise.all([
      api('--help'),
      api('tracking-plans'),
      api('create_destination', '--help'),
      api('get_destination'),
    ]);
    for (const { name } of apiGroups) expect(groups.stdout).toContain(`\n${name} `);
    expect(group.stdout).toContain('update_rules_in_tracking_plan');
    expect(operation.stdout).toMatch(/--source-id +string +yes +Id of the source/);
    expect(wrong).toMatchObject({ status: 2, stderr: expect.stringContaining("missing field 'destinationId'") });
  });
});
