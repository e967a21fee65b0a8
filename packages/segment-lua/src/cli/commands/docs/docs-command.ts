import { Command } from '@commander-js/extra-typings';

import type { FlagsOf } from '../../terminal/option-values.js';

/** `segment-lua docs [page]`. */
export const declareDocs = () =>
  new Command('docs')
    .description('Read the documentation of the functions that scripts can call.')
    .argument(
      '[page]',
      'a function such as track, a group such as destinations, or a guide such as errors; without it, they are listed',
    )
    .option('--json', 'print JSON');

/** The options of `segment-lua docs`. */
export type DocsFlags = FlagsOf<typeof declareDocs>;
