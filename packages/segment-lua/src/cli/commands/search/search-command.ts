import { Command } from 'commander';

import type { DocsFlags } from '../docs/docs-command.js';

/** `segment-lua search <words...>`. */
export const searchCommand = (): Command =>
  new Command('search')
    .description('Find pages of the documentation by function, parameter or topic.')
    .argument('<words...>', 'what to look for; typos are forgiven')
    .option('--json', 'print JSON')
    .action(async (words: readonly string[], flags: DocsFlags) => {
      const { searchPages } = await import('../docs/docs.js');
      await searchPages(words.join(' '), flags);
    });
