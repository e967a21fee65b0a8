import { openDocs } from '../../session/docs.js';
import { EXIT } from '../../terminal/exit-code.js';
import { complain, sayJson } from '../../terminal/terminal.js';
import { sayPages } from '../docs/docs.js';
import type { SearchFlags } from './search-command.js';

/** Prints the pages that match, the best first; finding none fails. */
export const searchDocs = async (words: readonly string[], { json, plan }: SearchFlags): Promise<void> => {
  const query = words.join(' ');
  const pages = (await openDocs(plan)).search(query);
  if (json) sayJson(pages);
  else if (pages.length > 0) await sayPages(pages);
  else complain(`segment-lua: nothing in the documentation matches '${query}'`);
  if (pages.length === 0) process.exitCode = EXIT.failed;
};
