/** Letters and digits alone, in small letters. */
export const compact = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');

/** The words of a text or a name in small letters: `writeKey`, `write_key` and `write key` are the same two. */
export const splitWords = (text: string): string[] =>
  text
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .replace(/['’]s\b/g, '')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');

const FILLERS = new Set(
  (
    'a an the how do does did i we you me my our your it its this that these those is are was be been am to of in on at ' +
    'by for from with into as and or can could should would will want need please way there what which ' +
    'whom whose if so than then have has had not no any some about get got let us'
  ).split(' '),
);

/** Whether a word says nothing of what is looked for. */
export const isFiller = (word: string): boolean => word.length < 2 || FILLERS.has(word);

// Each takes one ending; what stays is the same for all forms of most words.
const ENDINGS: readonly (readonly [ending: RegExp, rest: string])[] = [
  [/(ss|us|is)$/, '$1'],
  [/ies$/, 'y'],
  [/(x|ch|sh|ss)es$/, '$1'],
  [/s$/, ''],
];
const FORMS: readonly (readonly [ending: RegExp, rest: string])[] = [
  [/(.{3,})ations?$/, '$1at'],
  [/(.{3,})ions?$/, '$1'],
  [/(.{3,})ures?$/, '$1'],
  [/(.{3,})ments?$/, '$1'],
  [/(.{3,})ing$/, '$1'],
  [/(.{3,})ied$/, '$1y'],
  [/(.{2,})ed$/, '$1'],
  [/(.{4,})er$/, '$1'],
];

const replaceFirst = (word: string, endings: typeof ENDINGS): string => {
  const [ending, rest] = endings.find(([pattern]) => pattern.test(word)) ?? [];
  return ending === undefined ? word : word.replace(ending, rest ?? '');
};

/** What the forms of a word have in common: `deleting`, `deleted`, `deletion` and `deletes` are all `delet`. */
export const stem = (word: string): string => {
  const bare = replaceFirst(replaceFirst(word, ENDINGS), FORMS);
  return bare
    .replace(/([bdgmnprt])\1$/, '$1')
    .replace(/(.{3,})[ey]$/, '$1')
    .replace(/(.{4,})i$/, '$1');
};
