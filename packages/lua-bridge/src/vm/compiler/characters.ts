/* Kinds of bytes of a source text, as bits. */

/** A letter or `_`, with which names begin. */
export const LETTER = 1;
export const DIGIT = 2;
/** What names go on with. */
export const WORD = LETTER | DIGIT;
export const HEX_DIGIT = 4;
export const SPACE = 8;
/** The end of a line, which is a space too. */
export const NEWLINE = 16;
/** With what strings in quotes are more than plain text. */
export const QUOTED = 32;
/** With what tokens or comments of more than one character begin that begin with a sign. */
export const SIGN = 64;

const MEMBERS: readonly (readonly [number, string])[] = [
  [LETTER, '_abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ'],
  [DIGIT, '0123456789'],
  [HEX_DIGIT, '0123456789abcdefABCDEF'],
  [SPACE, '\t\n\v\f\r '],
  [NEWLINE, '\n\r'],
  [QUOTED, '"\'\\\n\r\0'],
  [SIGN, '"\'-[.=<>/~:\0'],
];

/** The kinds of every byte. */
export const KIND_OF = new Uint8Array(256);
for (const [kind, members] of MEMBERS) {
  for (const member of members) {
    const byte = member.charCodeAt(0);
    KIND_OF[byte] = (KIND_OF[byte] as number) | kind;
  }
}
