/* Comments and strings; one that is not closed ends with its line, or with the script. */
const TEXTS = /--\[(=*)\[[^]*?(?:\]\1\]|$)|--[^\n]*|\[(=*)\[[^]*?(?:\]\2\]|$)|(["'])(?:\\[^]|(?!\3)[^\\\n])*\3?/g;

/**
 * A script with its comments and the insides of its strings blanked, every other character in its place. It need not be
 * Lua: what another language has stays to be seen.
 */
export const outline = (code: string): string =>
  code.replace(TEXTS, (text, _comment, _long, quote: string | undefined) => {
    if (quote !== undefined && text.length > 1 && text.endsWith(quote)) return quote + blank(text.slice(1, -1)) + quote;
    return text.slice(0, 2) + blank(text.slice(2));
  });

const blank = (text: string): string => text.replace(/[^\n]/g, '_');
