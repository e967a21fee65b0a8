import { isTypoOf } from './distance.js';
import { weighEffects } from './intent.js';
import { readSynonyms, readTerms, type Term } from './terms.js';
import { compact, isFiller, splitWords, stem } from './words.js';

/** A page as the search sees it. */
export interface SearchEntry {
  readonly name: string;
  /** Further words by which people look for it. */
  readonly words: string;
  /** What it is among: the name and the words of its group. */
  readonly around: string;
  /** What it does, in a sentence. */
  readonly summary: string;
  /** Names of its parameters and result fields, without what is inside them. */
  readonly fields: readonly string[];
  /** What else it says in prose. */
  readonly text: string;
  /** For functions: whether calling it changes anything. */
  readonly kind?: 'reads' | 'changes';
  /** How readily it is shown, beside pages of functions. Default 1. */
  readonly rank?: number;
}

/**
 * Ranks entries by BM25F: a word counts the more the fewer entries have it, and the more it says where it stands, a
 * name most. What is typed wrong, begun, or said otherwise counts less.
 * @see https://www.nowpublishers.com/article/Details/INR-019
 */
export type Search<Entry extends SearchEntry> = (query: string) => Entry[];

interface Part {
  readonly weight: number;
  readonly read: (entry: SearchEntry) => readonly string[];
}

const PARTS: readonly Part[] = [
  { weight: 7, read: ({ name }) => splitName(name)[0] },
  { weight: 2.5, read: ({ name }) => splitName(name)[1] },
  { weight: 6, read: ({ words }) => splitWords(words) },
  { weight: 3, read: ({ summary }) => splitWords(summary) },
  { weight: 1, read: ({ around }) => splitWords(around) },
  { weight: 2.5, read: ({ fields }) => [...fields.map(compact), ...fields.flatMap(splitWords)] },
  { weight: 0.3, read: ({ text }) => splitWords(text) },
];

/** A name tells what is done to what, and after `from` or `for` where: `remove_filter` and `from_destination`. */
const splitName = (name: string): readonly [string[], string[]] => {
  const words = splitWords(name);
  const at = words.findIndex((word, index) => index > 1 && isFiller(word));
  return at < 0 ? [words, []] : [words.slice(0, at), words.slice(at)];
};

/** How soon saying a word again adds nothing, and how much the length of a part counts. */
const SATURATION = 10;
const LENGTH_COUNTS = 0.3;
/** How much it counts that the question says all of a name: else the name is of something more particular. */
const NAME_COUNTS = 0.4;

interface Index {
  /** For each word, what it counts in each entry that has it. */
  readonly postings: ReadonlyMap<string, ReadonlyMap<number, number>>;
  readonly count: number;
}

/**
 * Prepares entries once; the returned function then searches them.
 * @param synonyms Words and phrases that mean much the same.
 */
export const createSearch = <Entry extends SearchEntry>(
  entries: readonly Entry[],
  synonyms: readonly (readonly string[])[] = [],
): Search<Entry> => {
  const index = indexEntries(entries);
  const known = readSynonyms(synonyms);
  const names = entries.map(({ name }) => compact(name));
  const nameWords = entries.map(({ name }) =>
    splitWords(name)
      .filter((word) => !isFiller(word))
      .map(stem),
  );
  return (query) => {
    const scores = new Map<number, number>();
    const add = (at: number, score: number) => scores.set(at, (scores.get(at) ?? 0) + score);
    const terms = readTerms(query, known);
    const effects = weighEffects(query);
    for (const term of terms) for (const [at, score] of scoreTerm(index, term)) add(at, score);
    for (const [at, score] of scores) {
      const { rank = 1, kind } = entries[at] ?? {};
      const said = nameWords[at]?.reduce((sum, word) => sum + findWorth(terms, word), 0) ?? 0;
      const named = said / Math.max(1, nameWords[at]?.length ?? 0);
      scores.set(at, score * rank * (kind ? effects[kind] : 1) * (1 - NAME_COUNTS + NAME_COUNTS * named));
    }
    for (const [at, name] of names.entries()) {
      if (name === compact(query)) add(at, 1000);
      else if (isTypoOf(compact(query), name)) add(at, 500);
    }
    return [...scores].sort(([one, a], [other, b]) => b - a || one - other).flatMap(([at]) => entries[at] ?? []);
  };
};

const findWorth = (terms: readonly Term[], word: string): number =>
  Math.max(0, ...terms.map((term) => term.get(word) ?? 0));

const indexEntries = (entries: readonly SearchEntry[]): Index => {
  const postings = new Map<string, Map<number, number>>();
  const stems = new Map<string, string>();
  // The entries say few words, again and again.
  const stemOnce = (word: string): string => {
    const found = stems.get(word) ?? stem(word);
    stems.set(word, found);
    return found;
  };
  for (const { weight, read } of PARTS) {
    const parts = entries.map((entry) =>
      read(entry)
        .filter((word) => !isFiller(word))
        .map(stemOnce),
    );
    const average = parts.reduce((sum, { length }) => sum + length, 0) / entries.length || 1;
    for (const [at, words] of parts.entries()) {
      const share = weight / (1 - LENGTH_COUNTS + (LENGTH_COUNTS * words.length) / average);
      for (const word of words) {
        const found = postings.get(word) ?? new Map<number, number>();
        postings.set(word, found.set(at, (found.get(at) ?? 0) + share));
      }
    }
  }
  return { postings, count: entries.length };
};

/** What a term counts in each entry: of the words that it may stand for, the best one. */
const scoreTerm = (index: Index, term: Term): ReadonlyMap<number, number> => {
  const best = new Map<number, number>();
  for (const [word, worth] of [...term].flatMap(([word, worth]) => findWords(index, word, worth))) {
    const found = index.postings.get(word) ?? new Map<number, number>();
    const rarity = Math.log(1 + (index.count - found.size + 0.5) / (found.size + 0.5));
    for (const [at, counted] of found) {
      const score = (worth * rarity * counted * (SATURATION + 1)) / (counted + SATURATION);
      best.set(at, Math.max(best.get(at) ?? 0, score));
    }
  }
  return best;
};

/** The words of the index that a word stands for: itself, else what it begins, else what it may have been meant for. */
const findWords = ({ postings }: Index, word: string, worth: number): (readonly [string, number])[] => {
  if (postings.has(word)) return [[word, worth]];
  const all = [...postings.keys()];
  const begun = word.length < 3 ? [] : all.filter((known) => known.startsWith(word));
  if (begun.length > 0) return begun.map((known) => [known, worth * 0.8]);
  return all.filter((known) => isTypoOf(word, known)).map((known) => [known, worth * 0.6]);
};

/** A result of the site's search. */
export interface SiteSearchEntry extends SearchEntry {
  readonly title: string;
  /** Within the site: `functions/track.html`. */
  readonly path: string;
}
