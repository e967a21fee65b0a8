/**
 * The tokens of more than one character, by fengari's names for them: words, signs, and kinds. Any other character is a
 * token by itself, and its own number.
 */
export const TOKEN = {
  TK_AND: 257,
  TK_BREAK: 258,
  TK_DO: 259,
  TK_ELSE: 260,
  TK_ELSEIF: 261,
  TK_END: 262,
  TK_FALSE: 263,
  TK_FOR: 264,
  TK_FUNCTION: 265,
  TK_GOTO: 266,
  TK_IF: 267,
  TK_IN: 268,
  TK_LOCAL: 269,
  TK_NIL: 270,
  TK_NOT: 271,
  TK_OR: 272,
  TK_REPEAT: 273,
  TK_RETURN: 274,
  TK_THEN: 275,
  TK_TRUE: 276,
  TK_UNTIL: 277,
  TK_WHILE: 278,
  TK_IDIV: 279,
  TK_CONCAT: 280,
  TK_DOTS: 281,
  TK_EQ: 282,
  TK_GE: 283,
  TK_LE: 284,
  TK_NE: 285,
  TK_SHL: 286,
  TK_SHR: 287,
  TK_DBCOLON: 288,
  TK_EOS: 289,
  TK_FLT: 290,
  TK_INT: 291,
  TK_NAME: 292,
  TK_STRING: 293,
} as const;

const FIRST = TOKEN.TK_AND;

/* As messages name them. */
const WORDS =
  'and break do else elseif end false for function goto if in local nil not or repeat return then true until while';
const SIGNS = '// .. ... == >= <= ~= << >> ::';
const KINDS = '<eof> <number> <integer> <name> <string>';
const SPELLINGS = `${WORDS} ${SIGNS} ${KINDS}`.split(' ');

const RESERVED_WORDS = new Map(WORDS.split(' ').map((word, n): [string, number] => [word, FIRST + n]));

/** What a word is: a name, unless it is one of Lua's own. */
export const tokenOf = (word: string): number => RESERVED_WORDS.get(word) ?? TOKEN.TK_NAME;

/** Tokens of two signs. */
export const SIGN_PAIRS: ReadonlyMap<string, number> = new Map(
  SIGNS.split(' ').map((pair, n): [string, number] => [pair, TOKEN.TK_IDIV + n]),
);

/** A token as messages show it. */
export const describeToken = (token: number): string => {
  if (token < FIRST) return token >= 32 && token < 127 ? `'${String.fromCharCode(token)}'` : `'<\\${token}>'`;
  const spelling = SPELLINGS[token - FIRST] as string;
  return token < TOKEN.TK_EOS ? `'${spelling}'` : spelling;
};
