import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';

import { findWrongRooms, roomOf } from '../rooms.mjs';

const rule = {
  rooms: {
    '.': 'the entry',
    attic: 'what is on top',
    'hall/stairs': 'what leads up from the hall',
    hall: 'what is in the middle',
    'version.ts': 'one file that all may read',
    cellar: 'what is below',
  },
  doors: { fengari: ['cellar'], axios: ['hall/post.ts', 'attic/adapter.ts'] },
};

let root;

function write(path, text) {
  mkdirSync(dirname(join(root, 'home/src', path)), { recursive: true });
  writeFileSync(join(root, 'home/src', path), text);
}

const find = () => findWrongRooms(root, 'home', rule);

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'rooms-'));
  write('index.ts', `export { top } from './attic/top.js';`);
  write('version.ts', `export const VERSION = '1';`);
  write('attic/top.ts', `import { post } from '../hall/post.js';\nimport { VERSION } from '../version.js';`);
  write('hall/stairs/step.ts', `import '../post.js';`);
  write('hall/post.ts', `import axios from 'axios';\nimport type { Wine } from '../cellar/racks/wine.js';`);
  write('cellar/racks/wine.ts', `import { lua } from 'fengari';`);
});

afterEach(() => rmSync(root, { recursive: true, force: true }));

describe('the order of the rooms', () => {
  test('holds where every import points down', () => {
    expect(find()).toEqual([]);
  });

  test('is broken by an import upward: of a value, of a type, dynamic, of a file, between a room and one inside it', () => {
    write('cellar/a.ts', `import { post } from '../hall/post.js';`);
    write('cellar/b.ts', `import type { Top } from '../attic/top.js';`);
    write('cellar/c.ts', `const entry = await import('../index.js');`);
    write('cellar/d.ts', `export { VERSION } from '../version.js';`);
    write('hall/e.ts', `import './stairs/step.js';`);
    expect(find().filter((message) => message.includes('upward'))).toEqual([
      "home/src/cellar/a.ts: imports '../hall/post.js', upward from the room cellar to hall",
      "home/src/cellar/b.ts: imports '../attic/top.js', upward from the room cellar to attic",
      "home/src/cellar/c.ts: imports '../index.js', upward from the room cellar to .",
      "home/src/cellar/d.ts: imports '../version.js', upward from the room cellar to version.ts",
      "home/src/hall/e.ts: imports './stairs/step.js', upward from the room hall to hall/stairs",
    ]);
  });

  test('has a place for every folder, and no place without a file', () => {
    write('shed/spade.ts', '');
    rmSync(join(root, 'home/src/hall/stairs'), { recursive: true });
    expect(find()).toEqual([
      'home/src/shed: has no place in the order of the rooms; give it one in scripts/architecture.mjs',
      'home/src/hall/stairs: is in the order of the rooms, but holds no file; take it out of scripts/architecture.mjs',
    ]);
  });

  test('forbids circles of folders inside a room as well', () => {
    write('cellar/casks/cask.ts', `import '../racks/wine.js';`);
    write('cellar/racks/rack.ts', `import '../shelves/shelf.js';`);
    write('cellar/shelves/shelf.ts', `import '../casks/cask.js';`);
    expect(find()).toEqual(['home/src/cellar/casks ⇄ cellar/racks ⇄ cellar/shelves: these folders import each other']);
  });

  test('lets a library in by its doors alone, rooms or files, and its types anywhere', () => {
    write('attic/lua.ts', `import { lua } from 'fengari/src/lua.js';`);
    write('attic/adapter.ts', `import { AxiosError } from 'axios';`);
    write('hall/other.ts', `const { default: axios } = await import('axios');`);
    write('hall/types.ts', `import type { AxiosInstance } from 'axios';\nexport type { AxiosError } from 'axios';`);
    expect(find()).toEqual([
      "home/src/attic/lua.ts: imports 'fengari/src/lua.js', which cellar alone may",
      "home/src/hall/other.ts: imports 'axios', which hall/post.ts and attic/adapter.ts alone may",
    ]);
  });

  test('knows the room of a file by its nearest entry', () => {
    const order = Object.keys(rule.rooms);
    expect(
      ['index.ts', 'hall/stairs/step.js', 'hall/post.ts', 'halls/x.ts', 'version.js'].map((file) =>
        roomOf(file, order),
      ),
    ).toEqual(['.', 'hall/stairs', 'hall', undefined, 'version.ts']);
  });
});
