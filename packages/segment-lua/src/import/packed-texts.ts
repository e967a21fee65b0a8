/**
 * Texts on their way between threads: a copy costs by the number of things more than by their length, so they are one
 * text, unless one of them holds what would separate them.
 */
export type PackedTexts = string | readonly string[];

const SEPARATOR = '\0';

/** Puts texts together. */
export const packTexts = (texts: readonly string[]): PackedTexts =>
  texts.length === 0 || texts.some((text) => text.includes(SEPARATOR)) ? texts : texts.join(SEPARATOR);

/** Takes them apart again. */
export const unpackTexts = (packed: PackedTexts): readonly string[] =>
  typeof packed === 'string' ? packed.split(SEPARATOR) : packed;
