import type { AgentDocs } from '@moonwire/docs-gen';

import { openDocs } from '../../session/docs.js';
import { EXIT } from '../../terminal/exit-code.js';
import { paintTable } from '../../terminal/painted-table.js';
import { complain, say, sayJson } from '../../terminal/terminal.js';
import type { DocsFlags } from './docs-command.js';

/** Prints the list of pages, or one of them as Markdown; one that is not there fails with what may have been meant. */
export const showDocs = async (name: string | undefined, flags: DocsFlags): Promise<void> => {
  const { json, definitions, plan } = flags;
  if (definitions !== undefined) {
    const { writeDefinitions } = await import('./definitions.js');
    return writeDefinitions(definitions === true ? undefined : definitions, flags);
  }
  const docs = await openDocs(plan);
  if (name !== undefined) showPage(docs, name, json === true);
  else if (json) sayJson(docs.list());
  else await sayPages(docs.list());
};

/** Prints a table of pages. */
export const sayPages = async (pages: ReturnType<AgentDocs['list']>): Promise<void> => {
  const rows = pages.map(({ name, summary }) => [name, summary]);
  say(await paintTable([['PAGE', 'WHAT IT SAYS'], ...rows]));
};

const showPage = (docs: AgentDocs, name: string, isJson: boolean): void => {
  const result = docs.read(name);
  if (result.found && isJson) sayJson(result.page);
  else if (result.found) say(result.page.text.trimEnd());
  else complain(`segment-lua: ${result.message}`);
  if (!result.found) process.exitCode = EXIT.failed;
};
