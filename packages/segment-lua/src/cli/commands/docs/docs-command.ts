import { Command } from 'commander';

/** The options of `segment-lua docs` and `segment-lua search`. */
export interface DocsFlags {
  readonly json?: true;
}

/** `segment-lua docs [page]`. */
export const docsCommand = (): Command =>
  new Command('docs')
    .description('Read the documentation of the functions that scripts can call.')
    .argument('[page]', 'a function such as track, or a guide such as errors; without it, all pages are listed')
    .option('--json', 'print JSON')
    .action(async (page: string | undefined, flags: DocsFlags) => {
      const { listPages, readPage } = await import('./docs.js');
      if (page === undefined) await listPages(flags);
      else readPage(page, flags);
    });
