// Compares the table of the Public API with facts about it and fails on any difference:
// node build/compare-facts.mjs [folder with operations.json and models.json]
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { load } from './load.mjs';

const folder = process.argv[2] ?? new URL('../test/fixtures/public-api', import.meta.url).pathname;
const read = (file) => JSON.parse(readFileSync(join(folder, file), 'utf8'));

const { compareWithFacts } = await load('public-api-facts.ts');
const { operations } = read('operations.json');
const { models } = read('models.json');
const differences = compareWithFacts(operations, models);

for (const difference of differences) console.error(difference);
console.log(`${Object.keys(operations).length} operations, ${differences.length} differences`);
process.exitCode = differences.length > 0 ? 1 : 0;
