import { isLongInteger, MARK } from './exact-json.js';

const MAY_BE_LONG = /\d{16}/;
const STRING_OR_NUMBER = /"[^"\\]*(?:\\.[^"\\]*)*"|-?\d[\d.eE+-]*/g;
const INTEGER = /^-?\d+$/;

/**
 * Reads JSON as `JSON.parse` does, and integers that a number cannot hold as BigInt.
 * @throws SyntaxError when the text is not JSON.
 */
export const readJson = (text: string): unknown => {
  if (!MAY_BE_LONG.test(text)) return JSON.parse(text) as unknown;
  const marked = text.replace(STRING_OR_NUMBER, (token) =>
    INTEGER.test(token) && isLongInteger(BigInt(token)) ? `"${MARK}${token}"` : token,
  );
  return JSON.parse(marked, (_key, item: unknown) =>
    typeof item === 'string' && item.startsWith(MARK) ? BigInt(item.slice(MARK.length)) : item,
  );
};
