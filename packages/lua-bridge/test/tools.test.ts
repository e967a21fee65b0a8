import { describe, expect, test } from '@jest/globals';

import { check, createLua, createRepl, schemaFunction, type StandardSchema } from '../src/index.js';
import { errorOf, valuesOf } from './sandboxes.js';

describe('check', () => {
  test('places a syntax error by line and column', () => {
    expect(check('x = 1')).toEqual([]);
    expect(check('x = = 1')).toEqual([{ message: "unexpected symbol near '='", line: 1, column: 5 }]);
    expect(check('local a = 1\nif a then\n')).toEqual([
      { message: "'end' expected (to close 'if' at line 2) near <eof>", line: 3, column: 1 },
    ]);
    expect(check('x = "abc')).toEqual([expect.objectContaining({ line: 1 })]);
  });
});

describe('a REPL', () => {
  test('keeps its state, shows expressions and asks for more', async () => {
    const output: string[] = [];
    const history: string[] = [];
    const repl = createRepl({
      values: { 'app.one': () => Promise.resolve(1) },
      onOutput: (text) => output.push(text),
      onHistory: (line) => history.push(line),
    });
    expect(await repl.feed('x = 20')).toEqual({ kind: 'values', text: '' });
    expect(await repl.feed('x + app.one(), {1, a = 2}')).toEqual({ kind: 'values', text: '21\t{1, a = 2}' });
    expect(await repl.feed('for i = 1, 2 do')).toEqual({ kind: 'incomplete' });
    expect(await repl.feed('print(i) end')).toEqual({ kind: 'values', text: '' });
    expect(await repl.feed('nope()')).toMatchObject({ kind: 'error', error: { code: 'runtime' } });
    expect(await repl.feed('x = = 1')).toMatchObject({ kind: 'error', error: { code: 'syntax' } });
    expect(output).toEqual(['1\n', '2\n']);
    expect(history).toContain('for i = 1, 2 do\nprint(i) end');
  });
});

/* A schema by hand, with the wording of a library. */
const schema = (message: (expected: string) => string): StandardSchema<unknown, { name: string; age?: number }> => ({
  '~standard': {
    version: 1,
    vendor: 'test',
    validate: (value) => {
      const { name, age } = value as { name?: unknown; age?: unknown };
      if (typeof name !== 'string') return { issues: [{ message: message('string'), path: ['name'] }] };
      if (age !== undefined && typeof age !== 'number')
        return { issues: [{ message: message('number'), path: [{ key: 'age' }] }] };
      return { value: age === undefined ? { name } : { name, age } };
    },
  },
});

describe('a function with a schema', () => {
  const wordings = [
    (type: string) => `Invalid input: expected ${type}, received x`,
    (type: string) => `Invalid type: Expected ${type} but received 5`,
    (type: string) => `name must be a ${type} (was a number)`,
  ];

  test.each(wordings.map((wording, i) => [i, wording] as const))(
    'takes fields or positions and says what is wrong (wording %i)',
    async (_index, wording) => {
      const lua = createLua();
      lua.set(
        'app.greet',
        schemaFunction({ input: schema(wording), params: ['name', 'age'] }, ({ name, age }) => `${name} ${age ?? '?'}`),
      );
      expect(valuesOf(await lua.run('return app.greet("Ann", 3), app.greet({name = "Bob"})'))).toEqual([
        'Ann 3',
        'Bob ?',
      ]);
      expect(errorOf(await lua.run('app.greet({name = 5})'))).toMatchObject({
        code: 'invalid_input',
        message: "script.lua:1: greet: bad field 'name' (string expected, got number)",
      });
      expect(errorOf(await lua.run('app.greet({})')).message).toBe(
        "script.lua:1: greet: missing field 'name' (string expected)",
      );
      expect(errorOf(await lua.run('app.greet("x", {})')).message).toBe(
        "script.lua:1: greet: bad field 'age' (number expected, got table)",
      );
    },
  );
});

describe('a REPL that is interrupted', () => {
  test('goes on after a limit and keeps what was set', async () => {
    const repl = createRepl({
      limits: { instructions: 100_000, memoryBytes: 2 * 2 ** 20, outputBytes: 10, callDepth: 1000 },
    });
    await repl.feed('x = 1');
    for (const [input, code] of [
      ['x = 2 while true do end', 'limit_instructions'],
      ['x = 3 local t = {} for i = 1, 1e9 do t[i] = {} end', 'limit_memory'],
      ['x = 4 print(("x"):rep(100))', 'limit_output'],
      ['x = 5 local function f() return 1 + f() end f()', 'limit_call_depth'],
    ] as const)
      expect(await repl.feed(input)).toMatchObject({ kind: 'error', error: { code, line: 1 } });
    expect(await repl.feed('x')).toEqual({ kind: 'values', text: '5' });
  });

  test('is stopped by a signal, for one input or for all', async () => {
    const all = new AbortController();
    const repl = createRepl({ values: { never: () => new Promise(() => undefined) }, signal: all.signal });
    for (const input of ['x = 7 never()', 'while true do pcall(error) end'])
      expect(await repl.feed(input, { signal: AbortSignal.timeout(20) })).toMatchObject({ error: { code: 'aborted' } });
    expect(await repl.feed('x')).toEqual({ kind: 'values', text: '7' });
    const going = repl.feed('never()');
    all.abort(new Error('enough'));
    expect(await going).toMatchObject({ kind: 'error', error: { code: 'aborted', cause: { message: 'enough' } } });
    expect(await repl.feed('x')).toMatchObject({ kind: 'error', error: { code: 'session_over' } });
  });

  test('ends when it is disposed of', async () => {
    const repl = createRepl({ values: { never: () => new Promise(() => undefined) } });
    const going = repl.feed('never()');
    repl[Symbol.dispose]();
    expect(await going).toMatchObject({ error: { code: 'aborted' } });
    expect(await repl.feed('1')).toMatchObject({ error: { code: 'session_over' } });
  });
});
