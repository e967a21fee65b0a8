// Compares what each workspace imports, and what its manifest names, with the table in architecture.mjs.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

import ts from 'typescript';

import { architecture } from './architecture.mjs';

const SCOPE = '@moonwire/';

/** `@scope/name/sub` → `@scope/name`; a relative path, a builtin and a bundler's `virtual:` module stay out. */
function packageOf(specifier) {
  if (specifier.startsWith('.') || specifier.includes(':') || builtinModules.includes(specifier)) return undefined;
  return specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/');
}

function importsOf(root, folder) {
  if (!existsSync(join(root, folder))) return [];
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.[mc]?tsx?$|\.mjs$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .flatMap((file) =>
      ts
        .preProcessFile(readFileSync(file, 'utf8'), true, true)
        .importedFiles.map(({ fileName }) => ({ file, specifier: fileName })),
    );
}

const matches = (name, pattern) => (pattern.endsWith('*') ? name.startsWith(pattern.slice(0, -1)) : name === pattern);

/** Whether the table lets a workspace use a package. */
function allows(rule, name) {
  if (name.startsWith(SCOPE)) return rule.ours.includes(name.slice(SCOPE.length));
  return rule.libraries.some((pattern) => matches(name, pattern));
}

function wrongImports(root, workspace, rule, self) {
  const isWrong = (name) => name !== undefined && name !== self && !allows(rule, name);
  const sources = importsOf(root, join(workspace, 'src')).filter(({ specifier }) => isWrong(packageOf(specifier)));
  // Tests may use any tool, but of our own packages only what the sources may.
  const tests = importsOf(root, join(workspace, 'test')).filter(
    ({ specifier }) => specifier.startsWith(SCOPE) && isWrong(packageOf(specifier)),
  );
  return [...sources, ...tests].map(
    ({ file, specifier }) => `${relative(root, file)}: imports '${specifier}', which ${workspace} may not`,
  );
}

function escapingImports(root, workspace) {
  const home = join(root, workspace);
  return importsOf(root, join(workspace, 'src'))
    .filter(
      ({ file, specifier }) =>
        specifier.startsWith('.') && relative(home, resolve(file, '..', specifier)).startsWith('..'),
    )
    .map(({ file, specifier }) => `${relative(root, file)}: reaches out of its package by '${specifier}'`);
}

function wrongManifest(workspace, rule, manifest) {
  const shipped = { ...manifest.dependencies, ...manifest.peerDependencies, ...manifest.optionalDependencies };
  const ours = Object.keys(manifest.devDependencies ?? {}).filter((name) => name.startsWith(SCOPE));
  return [...Object.keys(shipped), ...ours]
    .filter((name) => !allows(rule, name))
    .map((name) => `${workspace}/package.json: names '${name}', which ${workspace} may not import`);
}

function withoutRow(root, table) {
  return ['packages', 'apps']
    .flatMap((group) =>
      existsSync(join(root, group)) ? readdirSync(join(root, group)).map((name) => `${group}/${name}`) : [],
    )
    .filter((workspace) => existsSync(join(root, workspace, 'package.json')) && !(workspace in table))
    .map((workspace) => `${workspace}: has no row in scripts/architecture.mjs`);
}

/**
 * Every arrow of the tree that the table does not have, one message each.
 * @param root Folder of the checkout.
 * @param table Workspace → what it may import, as in architecture.mjs.
 */
export function wrongArrows(root, table) {
  const perWorkspace = Object.entries(table).flatMap(([workspace, rule]) => {
    const manifest = JSON.parse(readFileSync(join(root, workspace, 'package.json'), 'utf8'));
    return [
      ...wrongImports(root, workspace, rule, manifest.name),
      ...escapingImports(root, workspace),
      ...wrongManifest(workspace, rule, manifest),
    ];
  });
  return [...withoutRow(root, table), ...perWorkspace];
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const wrong = wrongArrows(fileURLToPath(new URL('..', import.meta.url)), architecture);
  for (const message of wrong) console.error(message);
  if (wrong.length > 0) console.error(`${wrong.length} arrows that scripts/architecture.mjs does not have`);
  process.exitCode = wrong.length > 0 ? 1 : 0;
}
