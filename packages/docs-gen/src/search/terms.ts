import { isFiller, splitWords, stem } from './words.js';

/** The words that one thing asked for may be found by, with what each is worth. */
export type Term = ReadonlyMap<string, number>;

const SAID_OTHERWISE = 0.75;

/** Sets of words and phrases that mean much the same, each phrase by the stems of its words. */
export type Synonyms = readonly (readonly (readonly string[])[])[];

/** Prepares synonyms once, for all questions. */
export const readSynonyms = (synonyms: readonly (readonly string[])[]): Synonyms =>
  synonyms.map((set) => set.map((phrase) => splitWords(phrase).map(stem)));

/**
 * What is asked for, without what says nothing. A phrase that has synonyms is one thing; so is a word.
 */
export const readTerms = (query: string, synonyms: Synonyms): Term[] => {
  const asked = splitWords(query);
  const stems = asked.map(stem);
  const terms: Map<string, number>[] = [];
  for (let at = 0; at < stems.length;) {
    const sets = synonyms.flatMap((set) => matchSet(set, stems, at));
    const length = Math.max(1, ...sets.map((set) => set.length));
    const term = new Map<string, number>();
    for (const [index, word] of asked.slice(at, at + length).entries())
      if (!isFiller(word)) term.set(stems[at + index] ?? '', 1);
    for (const { words } of sets.filter((set) => set.length === length))
      for (const word of words) if (!term.has(word)) term.set(word, SAID_OTHERWISE);
    if (term.size > 0) terms.push(term);
    at += length;
  }
  return omitRepeated(terms);
};

/** What a set of synonyms makes of the words from `at` on, if one of it stands there: the longest. */
const matchSet = (phrases: Synonyms[number], stems: readonly string[], at: number) => {
  const matched = phrases
    .filter((phrase) => phrase.every((word, index) => stems[at + index] === word))
    .sort((a, b) => b.length - a.length)[0];
  if (!matched) return [];
  return [{ length: matched.length, words: phrases.flatMap((phrase) => (phrase.length === 1 ? phrase : [])) }];
};

const omitRepeated = (terms: readonly Term[]): Term[] => {
  const keys = terms.map((term) => [...term.keys()].join(' '));
  return terms.filter((_, index) => keys.indexOf(keys[index] ?? '') === index);
};
