import { readFileSync } from 'node:fs';

import { expect, test } from '@jest/globals';

import { csvTarget } from '../examples/csv-target.js';
import { greenhouse } from './greenhouse.js';

const source = readFileSync(new URL('../examples/csv-target.ts', import.meta.url), 'utf8');

test('a target of one’s own is a few lines', () => {
  expect(source.split('\n').length).toBeLessThanOrEqual(50);
  expect(csvTarget.render(greenhouse)).toEqual([
    {
      path: 'parameters.csv',
      text: `"function","parameter","type","required","description"
"water_bed","bedId","string","yes","The bed to water"
"water_bed","litres","number","yes","How much (e.g., 2.5)"
"water_bed","mode","""drip"" | ""spray""","no","How the water comes out"
"water_bed","window","object","no","When to water"
"water_bed","tags","string[]","no","Labels for the log"
`,
    },
  ]);
});

test('the README shows that very target', () => {
  expect(readFileSync(new URL('../README.md', import.meta.url), 'utf8')).toContain(source);
});
