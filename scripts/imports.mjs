// What the files of a workspace import, read by the TypeScript compiler's scanner.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { join } from 'node:path';

import ts from 'typescript';

/**
 * Every import of the TypeScript and `.mjs` files in a folder, of types and dynamic ones too.
 * @returns `{ file, specifier }` each; none when there is no such folder.
 */
export function readImports(folder) {
  return listSources(folder).flatMap((file) =>
    ts
      .preProcessFile(readFileSync(file, 'utf8'), true, true)
      .importedFiles.map(({ fileName }) => ({ file, specifier: fileName })),
  );
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
