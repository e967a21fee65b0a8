import { readdirSync, readFileSync } from 'node:fs';

import { describe, expect, test } from '@jest/globals';

import { checkScript } from '../src/check.js';
import { withHost } from './simulated-host.js';

const segment = 'app.integrations.segment';
const problemsIn = (code: string) => withHost({}, ({ host }) => checkScript(host, code));

const cases = [
  {
    title: 'a syntax error',
    code: 'print("one")\nlocal = 2',
    problems: [{ line: 2, code: 'syntax', message: "<name> expected near '='" }],
  },
  {
    title: 'an unknown function below a byte order mark and a line for the shell',
    code: `\ufeff#!/usr/bin/lua\n${segment}.trakc({})`,
    problems: [
      {
        line: 2,
        column: 26,
        code: 'unknown_function',
        message: `Unknown function: ${segment}.trakc. Did you mean: track`,
        suggestion: 'track',
      },
    ],
  },
  {
    title: 'an unknown account, once',
    code: `${segment}.prodution.track({ event = "E", userId = "u" })`,
    problems: [{ line: 1, code: 'unknown_function', suggestion: 'production' }],
  },
  {
    title: 'an unknown field, where it is written',
    code: `${segment}.track({\n  event = "E",\n  userid = "u",\n})`,
    problems: [
      {
        line: 3,
        column: 3,
        code: 'invalid_input',
        message: "track: unknown field 'userid'. Did you mean: userId",
        suggestion: 'userId',
      },
    ],
  },
  {
    title: 'a missing field',
    code: `${segment}.track({ event = "E" })`,
    problems: [
      {
        line: 1,
        code: 'invalid_input',
        message: "track: missing field 'userId' (string expected; or give anonymousId)",
      },
    ],
  },
  {
    title: 'a wrong type',
    code: `${segment}.get_source{ slug = "my-workspace", id = 42 }`,
    problems: [{ line: 1, code: 'invalid_input', message: "get_source: bad field 'id' (string expected, got number)" }],
  },
  {
    title: 'calls through names and pcall, and every problem of a script',
    code: `local s = ${segment}\nlocal page = s.page\npage({ name = "N" })\npcall(s.staging.track, { event = 1, userId = "u" })\ns.group()`,
    problems: [
      { line: 3, message: expect.stringContaining("'userId'") },
      { line: 4, message: expect.stringContaining("'event'") },
      { line: 5, message: expect.stringContaining("'groupId'") },
    ],
  },
  {
    title: 'what is wrong in calls of the whole Public API, in either spelling, without a table, with a text',
    code: [
      `local s, id, key, t, unknown = ${segment}, ...`,
      's.create_destination{ source_id = "x", metadataid = "m", settings = {} }',
      's.update_destination{ destinationId = "d", enabled = "yes" }',
      's.list_audiences{ space_id = "s", search = { type = "NAM", query = "q" } }',
      's.get_destination()',
      's.get_destination "x"',
      's.get_destination{ destination_id = id(), [key()] = 1 }',
      's.replace_rules_in_tracking_plan{ tracking_plan_id = t, rules = { { type = "TRACK", version = "1", json_schema = {} } } }',
      's.list_destinations{ al = true }',
      's.staging.update_transformation{ transformation_id = "t", ["if"] = 3 }',
      's.get_destination(unknown)',
      's.list_destinations()',
    ].join('\n'),
    problems: [
      { line: 2, column: 40, suggestion: 'metadataId' },
      { line: 3, column: 44, message: expect.stringContaining('boolean expected') },
      { line: 4, column: 35, message: expect.stringContaining('"NAME"') },
      { line: 5, column: 1, message: expect.stringContaining("missing field 'destinationId'") },
      { line: 6, message: expect.stringContaining('got string') },
      { line: 8, message: expect.stringContaining('rules[0].version') },
      { line: 9, column: 22, suggestion: 'all' },
      { line: 10, message: expect.stringContaining("'if' (string expected") },
    ],
  },
];

describe('Checking a script', () => {
  test.each(cases)('finds $title', async ({ code, problems }) => {
    expect(await problemsIn(code)).toMatchObject(problems);
    expect(await problemsIn(code)).toHaveLength(problems.length);
  });

  test.each([
    `local name, id, at = ... ${segment}.track({ event = name, userId = id, properties = { list = { 1, 2 } }, timestamp = at() })`,
    `local key = ... ${segment}.track({ [key] = 1 })`,
    `local input = ... ${segment}.track(input)`,
    `${segment}.track({ ... })`,
    `local rules = ... ${segment}.update_rules_in_tracking_plan({ tracking_plan_id = "t", rules = rules })`,
    `local segment = ${segment}\nsegment = {}\nsegment.trakc({})`,
    'local function f(app) return app.integrations.segment.trakc end',
    'goto done\n::done:: print("ü" .. [[\n]] .. 0x10p2)',
  ])('finds nothing in what only a run can tell: %s', async (code) => {
    expect(await problemsIn(code)).toEqual([]);
  });

  test('sends nothing', () =>
    withHost({}, async ({ host, simulator }) => {
      await checkScript(
        host,
        `${segment}.track({ event = "E", userId = "u" }) ${segment}.get_workspace({ slug = "acme" })`,
      );
      expect(simulator.requests).toEqual([]);
    }));

  test('finds in the example scripts only the mistakes that are made on purpose', async () => {
    const folder = new URL('../../../examples/', import.meta.url);
    const found = await Promise.all(
      readdirSync(folder)
        .filter((name) => name.endsWith('.lua'))
        .map(async (name) =>
          (await problemsIn(readFileSync(new URL(name, folder), 'utf8'))).map(
            ({ suggestion }) => `${name}: ${suggestion}`,
          ),
        ),
    );
    expect(found.flat()).toEqual(['accounts.lua: production', 'quickstart.lua: userId']);
  });
});
