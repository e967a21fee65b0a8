import { fileURLToPath } from 'node:url';

import { expect, test } from '@jest/globals';
import { renderTypeScriptExample } from '@moonwire/docs-gen';
import ts from 'typescript';

import { segmentReference } from '../../src/index.js';
import { programOf } from './run-typescript.js';

const file = fileURLToPath(new URL('./every-example.ts', import.meta.url));
const options: ts.CompilerOptions = {
  strict: true,
  noEmit: true,
  skipLibCheck: true,
  exactOptionalPropertyTypes: true,
  target: ts.ScriptTarget.ES2022,
  module: ts.ModuleKind.NodeNext,
  types: ['node'],
};

/** What the compiler, with the client's real types, says of a program that lies beside this test. */
const complaints = (source: string): string[] => {
  const disk = ts.createCompilerHost(options);
  const host: ts.CompilerHost = {
    ...disk,
    fileExists: (path) => path === file || disk.fileExists(path),
    getSourceFile: (path, version) =>
      path === file ? ts.createSourceFile(file, source, version, true) : disk.getSourceFile(path, version),
  };
  const program = ts.createProgram([file], options, host);
  return ts.getPreEmitDiagnostics(program).map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n'));
};

const examples = segmentReference.operations.flatMap((operation) =>
  (operation.examples ?? []).map((example) => renderTypeScriptExample(segmentReference, operation, example)),
);

test('Every TypeScript example passes the compiler with the types of the client', () => {
  expect(complaints(programOf(...examples))).toEqual([]);
});

test('That compiler would have noticed a wrong name', () => {
  expect(complaints(programOf("await segment.track({ userid: 'u', event: 'E' });"))).toEqual([
    expect.stringContaining("'userid'"),
  ]);
});
