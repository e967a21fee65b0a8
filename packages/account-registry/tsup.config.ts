import { defineConfig } from 'tsup';

import { base, carryInCjs } from '../../tsup.base.js';

const entries = ['index', 'node', 'browser', 'encryption', 'unstorage'];

const options = base(Object.fromEntries(entries.map((entry) => [entry, `src/${entry}.ts`])));

export default defineConfig(carryInCjs(options, ['@decimalturn/toml-patch', '@noble/hashes']));
