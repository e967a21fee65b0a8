import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';

import { describe, expect, test } from '@jest/globals';
import ts from 'typescript';

const blocks = (document: string): string[] =>
  [...readFileSync(document, 'utf8').matchAll(/```ts\n([\s\S]*?)```/g)].map(([, code = '']) => code);

const settings: ts.CompilerOptions = {
  strict: true,
  exactOptionalPropertyTypes: true,
  noUncheckedIndexedAccess: true,
  noEmit: true,
  skipLibCheck: true,
  target: ts.ScriptTarget.ES2022,
  module: ts.ModuleKind.NodeNext,
  moduleResolution: ts.ModuleResolutionKind.NodeNext,
  lib: ['lib.es2023.d.ts', 'lib.esnext.disposable.d.ts'],
  types: ['node'],
};

/** Compiles the blocks as modules of this package and says what is wrong with them. */
const problems = (document: string): string[] => {
  const sources = new Map(blocks(document).map((code, i) => [resolve(`test/snippet-${i}.mts`), code]));
  const host = ts.createCompilerHost(settings);
  const files = { ...host };
  host.fileExists = (name) => sources.has(name) || files.fileExists(name);
  host.readFile = (name) => sources.get(name) ?? files.readFile(name);
  host.getSourceFile = (name, ...rest) => {
    const code = sources.get(name);
    return code === undefined
      ? files.getSourceFile(name, ...rest)
      : ts.createSourceFile(name, code, ts.ScriptTarget.ES2022);
  };
  const program = ts.createProgram([...sources.keys()], settings, host);
  return ts
    .getPreEmitDiagnostics(program)
    .map(
      ({ messageText, file, start = 0 }) =>
        `${file?.fileName ?? ''}: ${ts.flattenDiagnosticMessageText(messageText, '\n')} near ${file?.text.slice(start, start + 60) ?? ''}`,
    );
};

describe('every snippet compiles, as a user would compile it', () => {
  test.each(['README.md', 'MIGRATING.md'])(
    '%s',
    (document) => {
      expect(blocks(document).length).toBeGreaterThan(3);
      expect(problems(document)).toEqual([]);
    },
    60_000,
  );
});

describe('the README', () => {
  const readme = readFileSync('README.md', 'utf8');

  test('lists every option with its default', () => {
    const options = [...readFileSync('src/client/options.ts', 'utf8').matchAll(/readonly (\w+)\?:/g)].map(
      ([, name]) => name,
    );
    for (const name of [...options, 'beforeSend', 'onError', 'onRequest', 'onResponse'])
      expect(readme).toContain(`| \`${String(name)}\``);
  });
});

test('hovering over a method shows what each parameter is', () => {
  const file = resolve('test/hover.mts');
  const code = "import { createSegment } from '@moonwire/segment-sdk';\ncreateSegment().track;";
  const host: ts.LanguageServiceHost = {
    getCompilationSettings: () => settings,
    getScriptFileNames: () => [file],
    getScriptVersion: () => '1',
    getScriptSnapshot: (name) => {
      const text = name === file ? code : ts.sys.readFile(name);
      return text === undefined ? undefined : ts.ScriptSnapshot.fromString(text);
    },
    getCurrentDirectory: () => process.cwd(),
    getDefaultLibFileName: (options) => ts.getDefaultLibFilePath(options),
    fileExists: (name) => name === file || ts.sys.fileExists(name),
    readFile: (name) => ts.sys.readFile(name),
  };
  const info = ts.createLanguageService(host).getQuickInfoAtPosition(file, code.length - 3);
  const shown = ts.displayPartsToString(info?.documentation);
  expect(shown).toContain('Track a custom event for a user in Segment.');
  expect(shown).toContain('- `event` (string, required): The name of the event (e.g., "Order Completed")');
  expect(shown).toContain('- `anonymousId` (string)');
}, 30_000);
