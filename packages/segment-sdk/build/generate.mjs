// Writes `generated/`: sources made of the tables of operations and the manifest, before anything is compiled.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';

import { load } from './load.mjs';

const { writeSources } = await load('generated-sources.ts');
const { version } = JSON.parse(readFileSync('package.json', 'utf8'));

mkdirSync('generated', { recursive: true });
for (const [file, text] of Object.entries(writeSources(version))) writeFileSync(`generated/${file}`, text);
