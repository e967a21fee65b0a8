/*
 * The tables of Unicode categories and scripts that re2js looks up, read off the browser's own regular expressions: the
 * build puts them in the place of the ones it brings (`build/unicode-tables.ts`).
 */

const LAST_CODE_POINT = 0x10ffff;

/** No character beyond it has another case. */
const LAST_CASED = 0x1e943;

const CATEGORIES: ReadonlySet<string> = new Set(
  (
    'C Cc Cf Cn Co Cs L LC Ll Lm Lo Lt Lu M Mc Me Mn N Nd Nl No P Pc Pd Pe Pf Pi Po Ps S Sc Sk Sm So Z Zl Zp Zs ' +
    'ASCII_Hex_Digit Alphabetic Dash Emoji Emoji_Component Emoji_Modifier Emoji_Modifier_Base Emoji_Presentation ' +
    'Extended_Pictographic Hex_Digit Lowercase Math Quotation_Mark Terminal_Punctuation Uppercase White_Space'
  ).split(' '),
);

/** Ranges of code points, as re2js asks for them. */
interface RangeTable {
  readonly length: number;
  readonly getLo: (index: number) => number;
  readonly getHi: (index: number) => number;
  readonly getStride: (index: number) => number;
}

/** Tables by name. */
interface Tables {
  readonly has: (name: string) => boolean;
  readonly get: (name: string) => RangeTable | null;
}

const collectRanges = (holds: (character: string) => boolean, last: number): RangeTable | null => {
  const [first, end]: [number[], number[]] = [[], []];
  for (let code = 0; code <= last; code += 1) {
    if (!holds(String.fromCodePoint(code))) continue;
    if (end.at(-1) === code - 1) end.pop();
    else first.push(code);
    end.push(code);
  }
  if (first.length === 0) return null;
  return {
    length: first.length,
    getLo: (index) => first[index] ?? 0,
    getHi: (index) => end[index] ?? 0,
    getStride: () => 1,
  };
};

const writePattern = (properties: string, flags: string): RegExp => new RegExp(`^[${properties}]$`, flags);

const writeProperty = (name: string): string => `\\p{${name}}`;

const collectMembers = (properties: string): RangeTable | null => {
  const exact = writePattern(properties, 'u');
  return collectRanges((character) => exact.test(character), LAST_CODE_POINT);
};

/** Characters that belong only because another case of theirs does. */
const collectFolded = (properties: string): RangeTable | null => {
  const [exact, loose] = [writePattern(properties, 'u'), writePattern(properties, 'iu')];
  return collectRanges((character) => loose.test(character) && !exact.test(character), LAST_CASED);
};

/** Tables that are each made when first asked for. */
const createTables = (has: Tables['has'], make: Tables['get']): Tables => {
  const made = new Map<string, RangeTable | null>();
  return {
    has,
    get(name) {
      if (!made.has(name)) made.set(name, has(name) ? make(name) : null);
      return made.get(name) ?? null;
    },
  };
};

const isCategory = (name: string): boolean => CATEGORIES.has(name);
const writeScript = (name: string): string => writeProperty(`Script=${name}`);

const isScript = (name: string): boolean => {
  try {
    return name !== '' && writePattern(writeScript(name), 'u').source !== '';
  } catch {
    return false;
  }
};

/** `\p{Lu}` */
export const categories = createTables(isCategory, (name) => collectMembers(writeProperty(name)));
/** `\p{Greek}` */
export const scripts = createTables(isScript, (name) => collectMembers(writeScript(name)));
/** `(?i)\p{Lu}` */
export const foldedCategories = createTables(isCategory, (name) => collectFolded(writeProperty(name)));
/** `(?i)\p{Greek}` */
export const foldedScripts = createTables(isScript, (name) => collectFolded(writeScript(name)));
/** What an error message shows as it is; anything else is escaped in it. */
export const collectPrintable = (): RangeTable | null =>
  collectMembers(['L', 'M', 'N', 'P', 'S'].map(writeProperty).join(''));

/** Cased characters, but the dotless i, whose other case is a Turkish matter. */
const CASED = /(?!\u0131)\p{Changes_When_Casemapped}/gu;
const PIECE = 4096;

/** `(?i)ſ`: from each character to the next one that is the same but for its case, and from the last to the first. */
export const collectOrbit = (): ReadonlyMap<number, number> => {
  const alike = new Map<string, number[]>();
  for (let first = 0; first <= LAST_CASED; first += PIECE) {
    const piece = String.fromCodePoint(...Array.from({ length: PIECE }, (_, index) => first + index));
    for (const character of piece.match(CASED) ?? []) {
      const folded = character.toLowerCase().toUpperCase();
      alike.set(folded, [...(alike.get(folded) ?? []), character.codePointAt(0) ?? 0]);
    }
  }
  return new Map(
    [...alike.values()].flatMap((codes) =>
      codes.length > 1 ? codes.map((code, index) => [code, codes[index + 1] ?? codes[0] ?? code] as const) : [],
    ),
  );
};
