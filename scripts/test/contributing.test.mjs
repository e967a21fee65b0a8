import { readFileSync } from 'node:fs';

import { expect, test } from '@jest/globals';

import { describeRooms } from '../describe-rooms.mjs';

const contributing = readFileSync(new URL('../../CONTRIBUTING.md', import.meta.url), 'utf8');

test('CONTRIBUTING has the packages and rooms of scripts/architecture.mjs; `npm run rooms` writes them', () => {
  expect(contributing).toBe(describeRooms(contributing));
});

test('a room that CONTRIBUTING lacks, or tells otherwise, shows', () => {
  expect(describeRooms(contributing.replace(/\| `packages\/docs-gen\/src\/search` .*\n/, ''))).toBe(contributing);
  expect(() => describeRooms('# Contributing')).toThrow('which hold the tables');
});

test('every command that CONTRIBUTING names is there', () => {
  const { scripts } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'));
  const commands = [...contributing.matchAll(/`npm run ([\w:]+)`/g)].map(([, name]) => name);
  expect(commands.filter((name) => !(name in scripts))).toEqual([]);
});
