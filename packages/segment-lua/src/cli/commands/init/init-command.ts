import { Command } from '@commander-js/extra-typings';

import type { FlagsOf } from '../../terminal/option-values.js';

const HELP = `
Writes hello.lua, a first script, and map.lua with orders.csv, a first import. Nothing is sent until you run them.

Examples:
  $ segment-lua init
  $ segment-lua init scripts && segment-lua run scripts/hello.lua`;

/** `segment-lua init [folder]`. */
export const declareInit = () =>
  new Command('init')
    .description('Write a first script and a first map.')
    .argument('[folder]', 'where to', '.')
    .option('--force', 'replace files that are there')
    .option('--json', 'print JSON')
    .addHelpText('after', HELP);

/** The options of `segment-lua init`. */
export type InitFlags = FlagsOf<typeof declareInit>;
