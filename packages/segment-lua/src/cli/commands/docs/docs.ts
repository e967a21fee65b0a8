import { createAgentDocs } from '@moonwire/docs-gen';

import { wholeReference } from '../../../reference/whole-reference.js';
import { EXIT } from '../../terminal/exit-code.js';
import { paintTable } from '../../terminal/painted-table.js';
import { complain, say, sayJson } from '../../terminal/terminal.js';
import type { DocsFlags } from './docs-command.js';

/** The pages that there are. */
export const DOCS = createAgentDocs(wholeReference);

/** Prints the list of pages, or one of them as Markdown; one that is not there fails with what may have been meant. */
export const showDocs = async (name: string | undefined, flags: DocsFlags): Promise<void> => {
  const { json, definitions } = flags;
  if (definitions !== undefined) {
    const { writeDefinitions } = await import('./definitions.js');
    return writeDefinitions(definitions === true ? undefined : definitions, flags);
  }
  if (name !== undefined) showPage(name, json === true);
  else if (json) sayJson(DOCS.list());
  else await sayPages(DOCS.list());
};

/** Prints a table of pages. */
export const sayPages = async (pages: ReturnType<typeof DOCS.list>): Promise<void> => {
  const rows = pages.map(({ name, summary }) => [name, summary]);
  say(await paintTable([['PAGE', 'WHAT IT SAYS'], ...rows]));
};

const showPage = (name: string, isJson: boolean): void => {
  const result = DOCS.read(name);
  if (result.found && isJson) sayJson(result.page);
  else if (result.found) say(result.page.text.trimEnd());
  else complain(`segment-lua: ${result.message}`);
  if (!result.found) process.exitCode = EXIT.failed;
};
