import { runInNewContext } from 'node:vm';

import { describe, expect, test } from '@jest/globals';
import { load } from 'cheerio';
import fc from 'fast-check';
import ts from 'typescript';

import { type Example, renderLuaExample, renderTypeScriptExample, renderTypeScriptExamples } from '../src/index.js';
import { greenhouse } from './greenhouse.js';
import { hostileText } from './hostile-text.js';
import { parsers } from './read/markdown.js';

const fences = load(parsers['marked']?.(renderTypeScriptExamples(greenhouse)) ?? '')('code.language-ts')
  .toArray()
  .map((element) => load(element).text());

interface Call {
  readonly method: string;
  readonly input: unknown;
}

/**
 * Compiles TypeScript, failing on a syntax error, runs it against a client that records, and returns calls and printed
 * lines.
 */
const run = async (code: string, reply: unknown = {}): Promise<{ calls: Call[]; printed: string[] }> => {
  const { outputText, diagnostics = [] } = ts.transpileModule(`export default async () => {\n${code}\n};`, {
    reportDiagnostics: true,
    compilerOptions: { target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.CommonJS },
  });
  expect(diagnostics.map(({ messageText }) => messageText)).toEqual([]);
  const calls: Call[] = [];
  const printed: string[] = [];
  const plants = new Proxy(
    {},
    { get: (_, method: string) => (input: unknown) => Promise.resolve((calls.push({ method, input }), reply)) },
  );
  const exports: { default?: () => Promise<void> } = {};
  runInNewContext(outputText, { exports, plants, console: { log: (line: string) => printed.push(line) } });
  await exports.default?.();
  return { calls, printed };
};

describe('TypeScript examples', () => {
  test('open with the set-up and then show every example', () => {
    expect(fences[0]).toBe(`${greenhouse.typescript.setup}\n`);
    expect(fences).toHaveLength(3);
  });

  test('make the calls their data says', async () => {
    const runs = await Promise.all(fences.slice(1).map((code) => run(code)));
    const examples = greenhouse.operations.flatMap(({ method, ...operation }) =>
      'examples' in operation ? operation.examples.map(({ input }) => ({ method, input })) : [],
    );
    expect(runs.flatMap(({ calls }) => calls)).toEqual(examples);
  });

  test('print what the follow-up says, from the fields of the result', async () => {
    const { printed } = await run(fences[2] ?? '', {
      sensors: [
        { sensorId: 's1', airTemperature: 21.5 },
        { sensorId: 's2', airTemperature: 4 },
      ],
    });
    expect(printed).toEqual(['s1: 21.5', 's2: 4']);
  });

  test('read on where a field on the way may be absent, as the Lua ones do', async () => {
    const operation = {
      name: 'water_bed',
      output: { type: 'object', properties: { tank: { type: 'object', properties: { level: { type: 'number' } } } } },
    };
    const example: Example = {
      title: 'T',
      input: {},
      result: { name: 'job', then: [{ print: [{ field: ['job', 'tank', 'level'] }] }] },
    };
    const code = renderTypeScriptExample(greenhouse, operation, example);
    expect(code).toContain('console.log(job.tank?.level);');
    expect((await run(code, {})).printed).toEqual([undefined]);
    expect(renderLuaExample(greenhouse, operation, example)).toContain('print((job.tank or {}).level)');
  });

  test('carry any title, key and text without change', async () => {
    await fc.assert(
      fc.asyncProperty(hostileText, hostileText, hostileText, async (title, key, text) => {
        const example: Example = {
          title,
          input: { [key]: text, nested: [{ [text]: null }] },
          result: { name: 'r', then: [{ print: [{ text }, { text: title }] }, { print: [{ text }] }] },
        };
        const { calls, printed } = await run(renderTypeScriptExample(greenhouse, { name: 'water_bed' }, example));
        expect(calls).toEqual([{ method: 'waterBed', input: example.input }]);
        expect(printed).toEqual([text + title, text]);
      }),
      { numRuns: 300 },
    );
  });
});
