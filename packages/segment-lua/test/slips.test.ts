import { readdirSync, readFileSync } from 'node:fs';

import { describe, expect, test } from '@jest/globals';
import { check, createLuaWorker } from '@moonwire/lua-bridge';

import { checkScript, findHints, type Problem } from '../src/check.js';
import type { RunResult } from '../src/index.js';
import { slips } from '../src/reference/guides/slips.js';
import { withHost } from './simulated-host.js';

/** What a run says of the fix: a hint, or an error that names what was meant. */
const saidByRun = ({ error, hints = [] }: RunResult): string[] => [
  ...hints.map(({ hint }) => hint),
  ...(error?.suggestion === undefined ? [] : [error.message]),
];

/** The same of a check. */
const saidByCheck = (problems: readonly Problem[]): string[] =>
  problems.map(({ hint, message, suggestion }) => hint ?? (suggestion === undefined ? '' : message));

const withHints = <T>(use: Parameters<typeof withHost<T>>[1]): Promise<T> => withHost({ hints: findHints }, use);

/** Every block of Lua of the rendered reference. */
const listScripts = (folder: URL): string[] => {
  const pages = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.md'));
  const texts = pages.map((name) => readFileSync(new URL(name, folder), 'utf8'));
  return [
    ...new Set(texts.flatMap((text) => [...text.matchAll(/^```lua\n(.*?)^```/gms)].map(([, code = '']) => code))),
  ];
};

describe('A usual slip', () => {
  test('is one of at least sixty', () => {
    expect(slips.length).toBeGreaterThanOrEqual(60);
  });

  test.each(slips)('is answered by one hint, by a run and by a check: $written', ({ written, says, onlyRun }) =>
    withHints(async ({ host }) => {
      expect(saidByRun(await host.run(written))).toEqual([expect.stringContaining(says)]);
      expect(saidByCheck(await checkScript(host, written))).toEqual(onlyRun ? [] : [expect.stringContaining(says)]);
    }),
  );

  test('is none in what is meant', () =>
    withHints(async ({ host }) => {
      for (const { meant } of slips) {
        const { error, hints } = await host.run(meant);
        expect([meant, error?.message, hints, await checkScript(host, meant)]).toEqual([
          meant,
          undefined,
          undefined,
          [],
        ]);
      }
    }));
});

describe('Hints', () => {
  test('are none on the scripts of the whole documentation', async () => {
    await withHints(async ({ host }) => {
      const scripts = listScripts(new URL('../../../docs/reference/', import.meta.url));
      expect(scripts.length).toBeGreaterThan(200);
      const found = [];
      for (const code of scripts) if (check(code).length === 0) found.push(...(await checkScript(host, code)));
      // The page on errors calls without what is needed, to show the error.
      expect([...new Set(found.map(({ message }) => message))]).toEqual([
        "identify: missing field 'userId' (string expected; or give anonymousId)",
      ]);
    });
  }, 180_000);

  test.each([
    'if DEBUG then print(1) end local unpack = table.unpack or unpack print(unpack({ 1 }))',
    'function helper() return 1 end print(helper()) total = 1 print(total)',
    'local set = { add = function() end, length = 1 } set.add() print(set.length)',
    'local names = {} names[0] = "a" print(names[0])',
    'local s = app.integrations.segment.get_source{ slug = "my-workspace", id = "x" } s.seen = true print(s.seen, s.write_key)',
    'print("100% sure", 1) print(#args, 7 // 2, "a" .. 1, ("x"):len())',
    'local ok, err = pcall(app.integrations.segment.track, {}) if not ok then print(err.code, err.field) end',
  ])('are none on %s', (code) =>
    withHints(async ({ host }) => {
      const names = (await checkScript(host, code)).map(({ code: kind }) => kind);
      expect(names.filter((kind) => kind !== 'invalid_input')).toEqual([]);
    }),
  );

  test.each([
    ['local x = { 1, 2 }[1]', 'stands in parentheses'],
    ['local x = { a = 1, b = 2,, c = 3 }', 'a value is missing here'],
    ['local x, y = 1,\nprint(x)).', 'parenthesis too many'],
    ['local r = f({ event = "A", userId = "u" }).', 'the script breaks off here'],
    ['for k, v of pairs({}) do print(k) end', 'ipairs(list)'],
    ['for i = 1, 3 do print(i i) end', 'the parenthesis lacks its )'],
    ['local t = {} t:(1)', 'a name is missing here'],
    ['print("a", { b = 1 }, sep = "")', 'named values stand in a table'],
    ['app.integrations.segment.page{ userId = "u", url = "/home" }', 'properties = { url = … }'],
    ['app.integrations.segment.page{ userId = "u", path = "/home" }', 'properties = { path = … }'],
    ['app.integrations.segment.batch{ { event = "A", userId = "u" } }', 'each event is a call of its own'],
    ['app.integrations.segment.track_many{ { event = "A" } }', 'each event is a call of its own'],
    ['app.integrations.segment.import{ { event = "A" } }', 'each event is a call of its own'],
  ])('name the fix of what only looks like a usual slip: %s', (code, says) =>
    withHints(async ({ host }) => {
      expect(saidByCheck(await checkScript(host, code))).toEqual([expect.stringContaining(says)]);
      expect(saidByRun(await host.run(code))).toEqual([expect.stringContaining(says)]);
    }),
  );

  test('know what the host gives to scripts', () =>
    withHost({ hints: findHints, globals: { 'crm.find': () => 'found', fetch: () => 1 } }, async ({ host }) => {
      const code = 'print(crm.find(), fetch())';
      expect([await checkScript(host, code), (await host.run(code)).hints]).toEqual([[], undefined]);
    }));

  test('find what results lack through functions, loops and brackets', () =>
    withHints(async ({ host }) => {
      const found = await checkScript(
        host,
        [
          'local segment = app.integrations.segment',
          'local function show(source) print(source.title) end',
          'for _, source in ipairs(segment.list_sources{ slug = "my-workspace" }.sources) do show(source) end',
          'print(segment.get_workspace{ slug = "my-workspace" }["displayName"])',
          'for _, item in ipairs(segment.list_destinations().destinations) do print(item.metadata.nme) end',
        ].join('\n'),
      );
      expect(found).toMatchObject([
        { line: 2, code: 'unknown_field', hint: expect.stringContaining('name, workspace_id') },
        { line: 4, code: 'unknown_field', hint: 'it has id, slug, name' },
        { line: 5, code: 'unknown_field', suggestion: 'name' },
      ]);
    }));

  test('are the same in a thread of their own, and none where the message has the fix', () => {
    const sandbox = createLuaWorker();
    return withHost({ hints: findHints, sandbox }, async ({ host }) => {
      const run = async (code: string) => (await host.run(code)).hints;
      expect(await run('print(1)\nconsole.log(2)')).toEqual([{ line: 2, hint: expect.stringContaining('print(') }]);
      expect(await run('app.integrations.segment.trakc{}')).toBeUndefined();
    }).finally(() => {
      sandbox[Symbol.dispose]();
    });
  });

  test('take a time that grows with the script alone', () =>
    withHints(async ({ host }) => {
      const hostile = ['x = f.push(1) ', 'if a then end ', 'local a = a.b a = a.c or {} ', '(', 'f(x.length) '];
      for (const piece of hostile) {
        const result = await host.run(piece.repeat(Math.floor(49_000 / piece.length)));
        expect(result.hints?.length ?? 0).toBeLessThanOrEqual(5);
      }
    }));
});
