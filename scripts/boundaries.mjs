// Compares what each workspace imports, and what its manifest names, with the table in architecture.mjs; and what its
// rooms import with their order.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

import { architecture } from './architecture.mjs';
import { packageOf, readImports } from './imports.mjs';
import { findWrongRooms } from './rooms.mjs';

const SCOPE = '@moonwire/';

/**
 * Every arrow of the tree that the table does not have, one message each.
 * @param root Folder of the checkout.
 * @param table Workspace → what it may import, as in architecture.mjs.
 */
export function findWrongArrows(root, table) {
  const perWorkspace = Object.entries(table).flatMap(([workspace, rule]) => {
    const manifest = JSON.parse(readFileSync(join(root, workspace, 'package.json'), 'utf8'));
    return [
      ...findWrongImports(root, workspace, rule, manifest.name),
      ...findEscapes(root, workspace),
      ...findBorrowedTests(root, workspace),
      ...findWrongManifest(workspace, rule, manifest),
      ...findWrongRooms(root, workspace, rule),
    ];
  });
  return [...findWithoutRow(root, table), ...perWorkspace];
}

function matches(name, pattern) {
  return pattern.endsWith('*') ? name.startsWith(pattern.slice(0, -1)) : name === pattern;
}

/** Whether the table lets a workspace use a package. */
function allows(rule, name) {
  if (name.startsWith(SCOPE)) return rule.ours.includes(name.slice(SCOPE.length));
  return rule.libraries.some((pattern) => matches(name, pattern));
}

function findWrongImports(root, workspace, rule, self) {
  const isWrong = (name) => name !== undefined && name !== self && !allows(rule, name);
  const sources = readImports(join(root, workspace, 'src')).filter(({ specifier }) => isWrong(packageOf(specifier)));
  // Tests may use any tool, but of our own packages only what the sources may.
  const tests = readImports(join(root, workspace, 'test')).filter(
    ({ specifier }) => specifier.startsWith(SCOPE) && isWrong(packageOf(specifier)),
  );
  return [...sources, ...tests].map(
    ({ file, specifier }) => `${relative(root, file)}: imports '${specifier}', which ${workspace} may not`,
  );
}

function findEscapes(root, workspace) {
  const home = join(root, workspace);
  return readImports(join(root, workspace, 'src'))
    .filter(
      ({ file, specifier }) =>
        specifier.startsWith('.') && relative(home, resolve(file, '..', specifier)).startsWith('..'),
    )
    .map(({ file, specifier }) => `${relative(root, file)}: reaches out of its package by '${specifier}'`);
}

function findBorrowedTests(root, workspace) {
  return readImports(join(root, workspace, 'test'))
    .filter(({ file, specifier }) => specifier.startsWith('.') && isInOther(resolve(file, '..', specifier)))
    .map(({ file, specifier }) => `${relative(root, file)}: a test imports '${specifier}', a file of another package`);

  function isInOther(path) {
    const [group, name] = relative(root, path).split(sep);
    return ['packages', 'apps'].includes(group) && `${group}/${name}` !== workspace;
  }
}

function findWrongManifest(workspace, rule, manifest) {
  const shipped = { ...manifest.dependencies, ...manifest.peerDependencies, ...manifest.optionalDependencies };
  const ours = Object.keys(manifest.devDependencies ?? {}).filter((name) => name.startsWith(SCOPE));
  return [...Object.keys(shipped), ...ours]
    .filter((name) => !allows(rule, name))
    .map((name) => `${workspace}/package.json: names '${name}', which ${workspace} may not import`);
}

function findWithoutRow(root, table) {
  return ['packages', 'apps']
    .flatMap((group) =>
      existsSync(join(root, group)) ? readdirSync(join(root, group)).map((name) => `${group}/${name}`) : [],
    )
    .filter((workspace) => existsSync(join(root, workspace, 'package.json')) && !(workspace in table))
    .map((workspace) => `${workspace}: has no row in scripts/architecture.mjs`);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const wrong = findWrongArrows(fileURLToPath(new URL('..', import.meta.url)), architecture);
  for (const message of wrong) console.error(message);
  if (wrong.length > 0) console.error(`${wrong.length} arrows that scripts/architecture.mjs does not have`);
  process.exitCode = wrong.length > 0 ? 1 : 0;
}
