import { isTypoOf } from './distance.js';

/** A page as the search sees it. */
export interface SearchEntry {
  readonly name: string;
  /** Names of its parameters and result fields. */
  readonly fields: readonly string[];
  /** What it says in prose. */
  readonly text: string;
}

/** Ranks entries: exact name, then part of the name, then parameter, then description; a typo counts less. */
export type Search<Entry extends SearchEntry> = (query: string) => Entry[];

interface Prepared<Entry> {
  readonly entry: Entry;
  readonly whole: string;
  readonly tiers: readonly Tier[];
}

interface Tier {
  readonly words: readonly string[];
  readonly score: number;
}

/** Prepares entries once; the returned function then searches them. */
export const createSearch = <Entry extends SearchEntry>(entries: readonly Entry[]): Search<Entry> => {
  const prepared = entries.map(prepare);
  return (query) => {
    const terms = splitTerms(query);
    return prepared
      .map((candidate) => ({ entry: candidate.entry, score: score(candidate, query, terms) }))
      .filter(({ score }) => score > 0)
      .sort((one, other) => other.score - one.score)
      .map(({ entry }) => entry);
  };
};

const prepare = <Entry extends SearchEntry>(entry: Entry): Prepared<Entry> => ({
  entry,
  whole: compact(entry.name),
  tiers: [
    { words: splitWords(entry.name), score: 60 },
    { words: [...entry.fields.map(compact), ...entry.fields.flatMap(splitWords)], score: 35 },
    { words: splitWords(entry.text), score: 15 },
  ],
});

const score = ({ whole, tiers }: Prepared<unknown>, query: string, terms: readonly string[]): number => {
  const exact = compact(query) === whole ? 1000 : isTypoOf(compact(query), whole) ? 500 : 0;
  return exact + terms.reduce((sum, term) => sum + Math.max(...tiers.map((tier) => scoreTier(tier, term))), 0);
};

const scoreTier = ({ words, score }: Tier, term: string): number => {
  if (words.includes(term)) return score;
  if (words.some((word) => word.startsWith(term))) return score * 0.8;
  return words.some((word) => isTypoOf(term, word)) ? score * 0.6 : 0;
};

const FILLERS = new Set(['the', 'how', 'and', 'for', 'with', 'can', 'you', 'do', 'to', 'in', 'of', 'is', 'an', 'my']);

const splitTerms = (query: string): string[] =>
  [...new Set(splitWords(query))].filter((word) => word.length > 1 && !FILLERS.has(word));

const compact = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');

const splitWords = (text: string): string[] =>
  text
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');

/** A result of the site's search. */
export interface SiteSearchEntry extends SearchEntry {
  readonly title: string;
  readonly summary: string;
  /** Within the site: `functions/track.html`. */
  readonly path: string;
}
