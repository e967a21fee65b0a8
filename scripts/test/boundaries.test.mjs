import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';

import { findWrongArrows } from '../boundaries.mjs';

const table = {
  'packages/leaf': { ours: [], libraries: ['axios', '@codemirror/*'], browser: [], rooms: { '.': 'all there is' } },
  'packages/top': { ours: ['leaf'], libraries: [], browser: [], rooms: { '.': 'all there is' } },
};

let root;

function write(path, text) {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
}

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'boundaries-'));
  write('packages/leaf/package.json', JSON.stringify({ name: '@moonwire/leaf', dependencies: { axios: '1' } }));
  write(
    'packages/top/package.json',
    JSON.stringify({ name: '@moonwire/top', dependencies: { '@moonwire/leaf': '1' } }),
  );
  write(
    'packages/leaf/src/index.ts',
    `import axios from 'axios';\nimport { readFile } from 'node:fs';\nimport './own.js';`,
  );
  write('packages/top/src/index.ts', `import { leaf } from '@moonwire/leaf';`);
});

afterEach(() => rmSync(root, { recursive: true, force: true }));

describe('the boundaries check', () => {
  test('finds nothing where every arrow is in the table', () => {
    expect(findWrongArrows(root, table)).toEqual([]);
  });

  test('names an import that points up the table, in sources and tests', () => {
    write('packages/leaf/src/up.ts', `export { top } from '@moonwire/top/deep';`);
    write('packages/leaf/test/up.test.ts', `await import('@moonwire/top');`);
    expect(findWrongArrows(root, table)).toEqual([
      `packages/leaf/src/up.ts: imports '@moonwire/top/deep', which packages/leaf may not`,
      `packages/leaf/test/up.test.ts: imports '@moonwire/top', which packages/leaf may not`,
    ]);
  });

  test('names a library that the table does not have, and follows its patterns', () => {
    write('packages/leaf/src/more.ts', `import '@codemirror/view';\nimport pad from 'left-pad';`);
    expect(findWrongArrows(root, table)).toEqual([
      `packages/leaf/src/more.ts: imports 'left-pad', which packages/leaf may not`,
    ]);
  });

  test('names a dependency of a manifest, and an import by path into another package', () => {
    write(
      'packages/leaf/package.json',
      JSON.stringify({ name: '@moonwire/leaf', devDependencies: { '@moonwire/top': '1' } }),
    );
    write('packages/top/src/path.ts', `import '../../leaf/src/index.js';`);
    expect(findWrongArrows(root, table)).toEqual([
      `packages/leaf/package.json: names '@moonwire/top', which packages/leaf may not import`,
      `packages/top/src/path.ts: reaches out of its package by '../../leaf/src/index.js'`,
    ]);
  });

  test('names a workspace that has no row', () => {
    write('apps/new/package.json', '{}');
    expect(findWrongArrows(root, table)).toEqual(['apps/new: has no row in scripts/architecture.mjs']);
  });

  test("names a test that imports another package's files, of its tests or its sources, and lets its own be", () => {
    write(
      'packages/leaf/test/own.test.ts',
      `import './kit.js';\nimport '../src/index.js';\nimport '../../../scripts/x.mjs';`,
    );
    write(
      'packages/top/test/borrow.test.ts',
      `import '../../leaf/test/kit.js';\nawait import('../../leaf/src/index.js');`,
    );
    expect(findWrongArrows(root, table)).toEqual([
      `packages/top/test/borrow.test.ts: a test imports '../../leaf/test/kit.js', a file of another package`,
      `packages/top/test/borrow.test.ts: a test imports '../../leaf/src/index.js', a file of another package`,
    ]);
  });

  test('names a workspace without rooms', () => {
    const { rooms, ...bare } = table['packages/top'];
    expect(rooms).toBeDefined();
    expect(findWrongArrows(root, { ...table, 'packages/top': bare })).toEqual([
      'packages/top/src/.: has no place in the order of the rooms; give it one in scripts/architecture.mjs',
    ]);
  });
});
