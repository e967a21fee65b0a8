// Compares what each workspace imports, and what its manifest names, with the table in architecture.mjs.
import { readFileSync, readdirSync, existsSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { architecture } from './architecture.mjs';

const SCOPE = '@moonwire/';
const root = fileURLToPath(new URL('..', import.meta.url));

const packageOf = (specifier) =>
  specifier.split('/').slice(0, specifier.startsWith('@') ? 2 : 1).join('/');

const isOutside = (specifier) =>
  !specifier.startsWith('.') && !specifier.startsWith('node:') && !builtinModules.includes(specifier);

function sourceFiles(folder) {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(ts|tsx|mts|cts|mjs)$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name));
}

function importsOf(file) {
  const { importedFiles } = ts.preProcessFile(readFileSync(file, 'utf8'), true, true);
  return importedFiles.map((found) => found.fileName);
}

const matches = (name, pattern) =>
  pattern.endsWith('*') ? name.startsWith(pattern.slice(0, -1)) : name === pattern;

function allows(rule, self, name) {
  if (name === self) return true;
  if (name.startsWith(SCOPE)) return rule.ours.includes(name.slice(SCOPE.length));
  return rule.libraries.some((pattern) => matches(name, pattern));
}

function wrongImports(workspace, rule, self) {
  return sourceFiles(join(root, workspace, 'src')).flatMap((file) =>
    importsOf(file)
      .filter((specifier) => isOutside(specifier) && !allows(rule, self, packageOf(specifier)))
      .map((specifier) => `${file.slice(root.length)}: imports '${specifier}', which ${workspace} may not`),
  );
}

function escapingImports(workspace) {
  const home = join(root, workspace);
  return ['src', 'test'].flatMap((folder) =>
    sourceFiles(join(home, folder)).flatMap((file) =>
      importsOf(file)
        .filter((specifier) => specifier.startsWith('.') && !resolve(file, '..', specifier).startsWith(home))
        .filter(() => folder === 'src')
        .map((specifier) => `${file.slice(root.length)}: reaches out of its package by '${specifier}'`),
    ),
  );
}

function wrongTestImports(workspace, rule, self) {
  return sourceFiles(join(root, workspace, 'test')).flatMap((file) =>
    importsOf(file)
      .filter((specifier) => specifier.startsWith(SCOPE) && !allows(rule, self, packageOf(specifier)))
      .map((specifier) => `${file.slice(root.length)}: imports '${specifier}', which ${workspace} may not`),
  );
}

function wrongManifest(workspace, rule, manifest) {
  const named = { ...manifest.dependencies, ...manifest.peerDependencies, ...manifest.optionalDependencies };
  const ours = Object.keys(manifest.devDependencies ?? {}).filter((name) => name.startsWith(SCOPE));
  return [...Object.keys(named), ...ours]
    .filter((name) => !allows(rule, manifest.name, name))
    .map((name) => `${workspace}/package.json: names '${name}', which ${workspace} may not import`);
}

/** Every arrow of one workspace that the table does not have, one message each. */
export function wrongArrows(workspace, rule) {
  const manifest = JSON.parse(readFileSync(join(root, workspace, 'package.json'), 'utf8'));
  return [
    ...wrongImports(workspace, rule, manifest.name),
    ...wrongTestImports(workspace, rule, manifest.name),
    ...escapingImports(workspace),
    ...wrongManifest(workspace, rule, manifest),
  ];
}

function workspacesWithoutRule() {
  return ['packages', 'apps']
    .flatMap((group) => readdirSync(join(root, group)).map((name) => `${group}/${name}`))
    .filter((workspace) => existsSync(join(root, workspace, 'package.json')) && !(workspace in architecture))
    .map((workspace) => `${workspace}: has no row in scripts/architecture.mjs`);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const wrong = [
    ...workspacesWithoutRule(),
    ...Object.entries(architecture).flatMap(([workspace, rule]) => wrongArrows(workspace, rule)),
  ];
  for (const message of wrong) console.error(message);
  if (wrong.length > 0) console.error(`${wrong.length} arrows that scripts/architecture.mjs does not have`);
  process.exitCode = wrong.length > 0 ? 1 : 0;
}
