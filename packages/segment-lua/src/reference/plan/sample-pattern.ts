/** Where a pattern is being read. */
interface Reader {
  readonly pattern: string;
  at: number;
}

const CLASSES: Readonly<Record<string, string>> = { d: '1', w: 'a', s: ' ', D: 'a', W: '-', S: 'a', n: '\n', t: '\t' };

/**
 * A short text that a pattern probably matches: the first of each choice, as few of each repetition as there must be.
 * What it does not know it takes as it stands, so the text wants checking.
 */
export const samplePattern = (pattern: string): string => readChoice({ pattern, at: 0 });

const readChoice = (reader: Reader): string => {
  const first = readSequence(reader);
  while (reader.pattern[reader.at] === '|') {
    reader.at += 1;
    readSequence(reader);
  }
  return first;
};

const readSequence = (reader: Reader): string => {
  let text = '';
  while (reader.at < reader.pattern.length && !'|)'.includes(reader.pattern[reader.at] as string)) {
    const atom = readAtom(reader);
    text += atom.repeat(readRepetition(reader));
  }
  return text;
};

const readAtom = (reader: Reader): string => {
  const char = reader.pattern[reader.at] ?? '';
  reader.at += 1;
  if (char === '^' || char === '$') return '';
  if (char === '.') return 'a';
  if (char === '[') return readClass(reader);
  if (char === '(') return readGroup(reader);
  return char === '\\' ? readEscape(reader) : char;
};

const readEscape = (reader: Reader): string => {
  const char = reader.pattern[reader.at] ?? '';
  reader.at += 1;
  if ('AzbB'.includes(char)) return '';
  return CLASSES[char] ?? char;
};

const readGroup = (reader: Reader): string => {
  const [opening = ''] = /^\?(?:P?<\w+>|[a-z]*:)/.exec(reader.pattern.slice(reader.at)) ?? [];
  reader.at += opening.length;
  const text = readChoice(reader);
  reader.at += 1;
  return text;
};

/** The first character of a class; of what it excludes, one that is not named. */
const readClass = (reader: Reader): string => {
  const [whole = ''] = /^(?:\^?\]?)(?:\\.|[^\]\\])*\]/.exec(reader.pattern.slice(reader.at)) ?? [];
  reader.at += whole.length;
  const inner = whole.slice(0, -1);
  if (!inner.startsWith('^')) return inner.startsWith('\\') ? readEscape({ pattern: inner, at: 1 }) : (inner[0] ?? 'a');
  return ['a', '1', '-', 'A', ' '].find((char) => !new RegExp(`[${inner.slice(1)}]`).test(char)) ?? 'a';
};

const readRepetition = (reader: Reader): number => {
  const [whole = '', sign, least] = /^(?:([*+?])|\{(\d+)(?:,\d*)?\})\??/.exec(reader.pattern.slice(reader.at)) ?? [];
  reader.at += whole.length;
  if (sign === '*' || sign === '?') return 0;
  return least === undefined ? 1 : Math.min(Number(least), 1_000);
};
