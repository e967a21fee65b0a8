const lineBreak = /\r\n|\r/g;
// Control characters show as nothing or break formats; lone surrogates cannot be written as UTF-8.
const unprintable = /[^\P{Cc}\n\t]|\p{Surrogate}/gu;

/** A text as every format can carry it: line breaks as `\n`, and U+FFFD for what has no printable form. */
export const plainText = (text: string): string => text.replace(lineBreak, '\n').replace(unprintable, '\uFFFD');
