import { nameFiles } from '../reference/names.js';
import type { Reference } from '../reference/reference.js';
import { isTypoOf } from '../search/distance.js';
import { createSearch } from '../search/search.js';
import { type DocsEntry, type DocsPage, type IndexedPage, listPages, readPage } from '../targets/pages.js';
import { readPageName } from './page-name.js';

/** Documentation to ask, page by page. Every method is a pure function of the reference. */
export interface AgentDocs {
  /**
   * The pages with what each costs to read: all but those of functions in groups and of events, which
   * {@link AgentDocs.listGroup} lists.
   */
  readonly list: () => readonly DocsEntry[];
  /** The functions or events of a group, by its name; functions of the reference itself by the reference's. */
  readonly listGroup: (group: string) => ListResult;
  /**
   * Pages that match, best first, whatever kind they are: by name, further words, what they do, parameters, prose. A
   * question will do (`how do I pause a destination`); forgives typos.
   * @param limit Default: 10.
   */
  readonly search: (query: string, limit?: number) => readonly DocsEntry[];
  /**
   * One page by name: a function (with or without its namespace, or the leading part of it), a group, an event as it is
   * sent, the namespace, or a guide.
   */
  readonly read: (page: string) => ReadResult;
}

/** What was asked for is not there, and what may have been meant. */
export interface NotFound {
  readonly found: false;
  readonly message: string;
  readonly suggestions: readonly string[];
}

/** A page, or what the reader may have meant. */
export type ReadResult = { readonly found: true; readonly page: DocsPage } | NotFound;

/** The functions of a group, or which group the reader may have meant. */
export type ListResult = { readonly found: true; readonly pages: readonly DocsEntry[] } | NotFound;

/**
 * Documentation for an agent: list what there is, search it, read a page.
 * @example createAgentDocs(reference).read('integrations.segment.track')
 */
export const createAgentDocs = (reference: Reference): AgentDocs => {
  // Reading the schemas of a large table takes a while; who asks for one page needs no index.
  const pages = once(() => listPages(reference));
  const search = once(() => indexPages(pages(), reference));
  const find = (query: string, limit = 10) =>
    search()(query)
      .slice(0, limit)
      .map(({ page }) => page);
  const suggest = (name: string, among: readonly IndexedPage[]): string[] => {
    const typos = among.filter(({ entry }) => isTypoOf(name, entry.name.toLowerCase()));
    const close = typos.length > 0 ? typos : find(name, 30).filter((page) => among.includes(page));
    return close.slice(0, 3).map(({ entry }) => entry.name);
  };
  const render = createRenderer();
  const toEntry = (page: IndexedPage): DocsEntry => ({ ...page.entry, tokens: render(page).tokens });
  const own = nameFiles(reference);
  const isTop = ({ entry }: IndexedPage) => entry.group === undefined;
  return {
    list: () => pages().filter(isTop).map(toEntry),
    listGroup: (asked) => {
      const name = readPageName(reference, asked).toLowerCase();
      const among = pages().filter(({ entry }) => entry.kind === 'group' || entry.name === own);
      if (!among.some(({ entry }) => entry.name === name))
        return answerUnknown('group', asked, suggest(name, among), among);
      const also = reference.groups?.find((group) => group.name === name)?.also ?? [];
      const belongs = ({ entry }: IndexedPage) =>
        (entry.kind === 'function' || entry.kind === 'event') &&
        ((entry.group ?? own) === name || also.includes(entry.name));
      return { found: true, pages: pages().filter(belongs).map(toEntry) };
    },
    search: (query, limit) => find(query, limit).map(toEntry),
    read: (asked) => {
      const name = readPageName(reference, asked).toLowerCase();
      const wanted = asked.trim().toLowerCase();
      const isEvent = ({ entry }: IndexedPage) => entry.kind === 'event' && entry.title.toLowerCase() === wanted;
      const found = pages().find(({ entry }) => entry.name.toLowerCase() === name) ?? pages().find(isEvent);
      if (found) return { found: true, page: render(found) };
      return answerUnknown('page', asked, suggest(name, pages()), pages().filter(isTop));
    },
  };
};

const indexPages = (pages: readonly IndexedPage[], { synonyms }: Reference) =>
  createSearch(
    pages.map((page) => ({ ...page.search, page })),
    synonyms,
  );

/** A server lists pages with their costs for every client; each is rendered once for all of them. */
const createRenderer = (): ((page: IndexedPage) => DocsPage) => {
  const rendered = new Map<IndexedPage, DocsPage>();
  return (page) => {
    const known = rendered.get(page) ?? readPage(page);
    rendered.set(page, known);
    return known;
  };
};

const once = <T>(make: () => T): (() => T) => {
  let made: { readonly value: T } | undefined;
  return () => (made ??= { value: make() }).value;
};

const answerUnknown = (
  what: string,
  asked: string,
  suggestions: readonly string[],
  pages: readonly IndexedPage[],
): NotFound => {
  const hint =
    suggestions.length > 0
      ? `Did you mean: ${suggestions.join(', ')}`
      : `Available: ${pages.map(({ entry }) => entry.name).join(', ')}`;
  return { found: false, message: `Unknown ${what}: ${asked}. ${hint}`, suggestions };
};
