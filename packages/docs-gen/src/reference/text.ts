const LINE_BREAK = /\r\n|\r/g;
// Control characters show as nothing or break formats; lone surrogates cannot be written as UTF-8.
const UNPRINTABLE = /[^\P{Cc}\n\t]|\p{Surrogate}/gu;

/** A text as every format can carry it: line breaks as `\n`, and U+FFFD for what has no printable form. */
export const toPlainText = (text: string): string => text.replace(LINE_BREAK, '\n').replace(UNPRINTABLE, '\uFFFD');

/**
 * How many tokens a language model reads a text as, estimated at one per four bytes of UTF-8.
 * Within a few percent of the tokenizers of current models for references like these.
 */
export const estimateTokens = (text: string): number => Math.ceil(countBytes(text) / 4);

const countBytes = (text: string): number => new TextEncoder().encode(text).length;
