import { fileURLToPath } from 'node:url';

import { expect, test } from '@jest/globals';
import ts from 'typescript';

const DIST = fileURLToPath(new URL('../../dist/public-api.d.ts', import.meta.url));
const FILE = fileURLToPath(new URL('./caller.ts', import.meta.url));

/** What an editor shows when the pointer rests on the place that `^` marks. */
const hover = (marked: string): string => {
  const text = `import { createPublicApi } from '${DIST.replace('.d.ts', '.js')}';\n${marked}`;
  const position = text.indexOf('^');
  const code = text.replace('^', '');
  const service = ts.createLanguageService({
    getScriptFileNames: () => [FILE],
    getScriptVersion: () => '1',
    getScriptSnapshot: (name) => {
      const content = name === FILE ? code : ts.sys.readFile(name);
      return content === undefined ? undefined : ts.ScriptSnapshot.fromString(content);
    },
    getCurrentDirectory: () => '/',
    getCompilationSettings: () => ({ strict: true, module: ts.ModuleKind.NodeNext, target: ts.ScriptTarget.ES2023 }),
    getDefaultLibFileName: (options) => ts.getDefaultLibFilePath(options),
    fileExists: (name) => name === FILE || ts.sys.fileExists(name),
    readFile: (name) => ts.sys.readFile(name),
  });
  const info = service.getQuickInfoAtPosition(FILE, position);
  return [...(info?.displayParts ?? []), ...(info?.documentation ?? [])].map((part) => part.text).join('');
};

test('An editor shows what an operation does and what its parameters mean', () => {
  const shown = hover('createPublicApi().creat^eDestination({ sourceId: "s", metadataId: "m", settings: {} });');
  expect(shown).toContain('Connect a source to a new destination.');
  expect(shown).toContain('`metadataId` (`string`, required): The kind of destination, by its id in the catalog.');
});

test('An editor shows the type and the meaning of one parameter', () => {
  const shown = hover('createPublicApi().listAudiences({ spaceId: "s", sear^ch: { type: "NAME", query: "vip" } });');
  expect(shown).toContain('Only audiences whose name, key or definition matches.');
  expect(shown).toContain('(property) search?: ');
});
