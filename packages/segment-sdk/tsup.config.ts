import { readFileSync, writeFileSync } from 'node:fs';
import { defineConfig } from 'tsup';
import { base } from '../../tsup.base.js';
import { methodsSource } from './build/method-docs.js';
import { operations } from './src/operations/index.js';

const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
writeFileSync('src/client/methods.ts', methodsSource(operations, version));

export default defineConfig(base({ index: 'src/index.ts', simulator: 'src/simulator.ts', 'simulator-server': 'src/simulator-server.ts' }));
