import { defineConfig } from 'tsup';

import { base } from '../../tsup.base.js';

const entries = ['index', 'node', 'browser', 'encryption', 'unstorage'];

export default defineConfig(base(Object.fromEntries(entries.map((entry) => [entry, `src/${entry}.ts`]))));
