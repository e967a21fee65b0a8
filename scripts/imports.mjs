// What the files of a workspace import, read by the TypeScript compiler's scanner.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { join } from 'node:path';

import ts from 'typescript';

/**
 * Every import of the TypeScript and `.mjs` files in a folder, of types and dynamic ones too.
 * @returns `{ file, specifier, isType }` each; none when there is no such folder.
 */
export function readImports(folder) {
  return listSources(folder).flatMap((file) => {
    const source = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest);
    const typeOnly = source.statements
      .filter(isTypeOnly)
      .map(({ moduleSpecifier }) => moduleSpecifier.getStart(source));
    return ts
      .preProcessFile(source.text, true, true)
      .importedFiles.map(({ fileName, pos }) => ({ file, specifier: fileName, isType: typeOnly.includes(pos) }));
  });
}

/** The TypeScript and `.mjs` files in a folder and below it. */
export function listSources(folder) {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.[mc]?tsx?$|\.mjs$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

/** `@scope/name/sub` → `@scope/name`; undefined for a relative path, a builtin and a bundler's `virtual:` module. */
export function packageOf(specifier) {
  if (specifier.startsWith('.') || specifier.includes(':') || builtinModules.includes(specifier)) return undefined;
  return specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/');
}

function isTypeOnly(statement) {
  if (ts.isExportDeclaration(statement)) return statement.isTypeOnly && statement.moduleSpecifier !== undefined;
  return ts.isImportDeclaration(statement) && statement.importClause?.isTypeOnly === true;
}
