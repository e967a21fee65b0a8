import type { Reference } from '../reference/reference.js';
import { isTypoOf } from '../search/distance.js';
import { createSearch } from '../search/search.js';
import { type DocsEntry, type DocsPage, listPages, readPage } from '../targets/pages.js';
import { readPageName } from './page-name.js';

/** Documentation to ask, page by page. Every method is a pure function of the reference. */
export interface AgentDocs {
  /** Every page with what it costs to read. */
  readonly list: () => readonly DocsEntry[];
  /**
   * Pages that match, best first: by exact name, part of the name, parameter, description. Forgives typos.
   * @param limit Default: 10.
   */
  readonly search: (query: string, limit?: number) => readonly DocsEntry[];
  /**
   * One page by name: a function (with or without its namespace, or the leading part of it), the namespace, or a guide.
   */
  readonly read: (page: string) => ReadResult;
}

/** A page, or what the reader may have meant. */
export type ReadResult =
  | { readonly found: true; readonly page: DocsPage }
  | { readonly found: false; readonly message: string; readonly suggestions: readonly string[] };

/**
 * Documentation for an agent: list what there is, search it, read a page.
 * @example createAgentDocs(reference).read('integrations.segment.track')
 */
export const createAgentDocs = (reference: Reference): AgentDocs => {
  const pages = listPages(reference).map((indexed) => ({ ...indexed.search, page: readPage(indexed) }));
  const search = createSearch(pages);
  const find = (query: string, limit = 10) =>
    search(query)
      .slice(0, limit)
      .map(({ page }) => toEntry(page));
  return {
    list: () => pages.map(({ page }) => toEntry(page)),
    search: find,
    read: (asked) => {
      const name = readPageName(reference, asked).toLowerCase();
      const found = pages.find(({ page }) => page.name.toLowerCase() === name);
      if (found) return { found: true, page: found.page };
      const close = pages.filter(({ page }) => isTypoOf(name, page.name.toLowerCase())).map(({ page }) => page);
      return answerUnknownPage(
        asked,
        close.length > 0 ? close : find(name, 3),
        pages.map(({ page }) => page),
      );
    },
  };
};

const toEntry = ({ name, title, kind, summary, tokens }: DocsPage): DocsEntry => ({
  name,
  title,
  kind,
  summary,
  tokens,
});

const answerUnknownPage = (asked: string, close: readonly DocsEntry[], pages: readonly DocsEntry[]): ReadResult => {
  const suggestions = close.map(({ name }) => name);
  const hint =
    suggestions.length > 0
      ? `Did you mean: ${suggestions.join(', ')}`
      : `Available: ${pages.map(({ name }) => name).join(', ')}`;
  return { found: false, message: `Unknown page: ${asked}. ${hint}`, suggestions };
};
