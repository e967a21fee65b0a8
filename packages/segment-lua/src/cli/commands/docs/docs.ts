import { createAgentDocs } from '@moonwire/docs-gen';

import { segmentReference } from '../../../reference/segment-reference.js';
import { EXIT } from '../../terminal/exit-code.js';
import { layOut } from '../../terminal/table.js';
import { colorsFor, complain, say, terminalWidth } from '../../terminal/terminal.js';
import type { DocsFlags } from './docs-command.js';

const docs = createAgentDocs(segmentReference);

const sayJson = (value: unknown): void => {
  say(JSON.stringify(value, null, 2));
};

const sayPages = async (pages: ReturnType<typeof docs.list>): Promise<void> => {
  const rows = pages.map(({ name, summary }) => [name, summary]);
  const [header = '', ...lines] = await layOut([['PAGE', 'WHAT IT SAYS'], ...rows], terminalWidth());
  [colorsFor(process.stdout).dim(header), ...lines].forEach((line) => {
    say(line);
  });
};

/** Prints the list of pages. */
export const listPages = async (flags: DocsFlags): Promise<void> => {
  await (flags.json ? sayJson : sayPages)(docs.list());
};

/** Prints one page as Markdown; one that is not there fails with what may have been meant. */
export const readPage = (name: string, flags: DocsFlags): void => {
  const result = docs.read(name);
  if (result.found) {
    say(flags.json ? JSON.stringify(result.page, null, 2) : result.page.text.trimEnd());
    return;
  }
  complain(`segment-lua: ${result.message}`);
  process.exitCode = EXIT.failed;
};

/** Prints the pages that match, the best first; finding none fails. */
export const searchPages = async (query: string, flags: DocsFlags): Promise<void> => {
  const pages = docs.search(query);
  if (flags.json) sayJson(pages);
  else if (pages.length > 0) await sayPages(pages);
  else complain(`segment-lua: nothing in the documentation matches '${query}'`);
  if (pages.length === 0) process.exitCode = EXIT.failed;
};
