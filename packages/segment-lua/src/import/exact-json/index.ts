import { randomUUID } from 'node:crypto';

/*
 * JSON whose integers keep all their digits: those that a number of JavaScript would change are `bigint`.
 */

/** Stands before the digits of such an integer while they travel as a text; no text of a user can begin with it. */
const MARK = randomUUID();

const MAY_BE_LONG = /\d{16}/;
const STRING_OR_NUMBER = /"[^"\\]*(?:\\.[^"\\]*)*"|-?\d[\d.eE+-]*/g;
const INTEGER = /^-?\d+$/;
const MARKED = new RegExp(`"${MARK}(-?\\d+)"`, 'g');

/** @throws SyntaxError when the text is not JSON. */
export const parseExactJson = (text: string): unknown => {
  const value: unknown = JSON.parse(text);
  if (!MAY_BE_LONG.test(text)) return value;
  const marked = text.replace(STRING_OR_NUMBER, (token) =>
    INTEGER.test(token) && !Number.isSafeInteger(Number(token)) ? `"${MARK}${token}"` : token,
  );
  return marked === text ? value : JSON.parse(marked, (_key, item: unknown) => readMarked(item));
};

/** Writes what {@link parseExactJson} reads. */
export const writeExactJson = (value: unknown): string =>
  JSON.stringify(value, (_key, item: unknown) => (typeof item === 'bigint' ? `${MARK}${item}` : item)).replace(
    MARKED,
    '$1',
  );

/** A text as it is, anything else as JSON. */
export const writeText = (value: unknown): string => (typeof value === 'string' ? value : writeExactJson(value));

const readMarked = (item: unknown): unknown =>
  typeof item === 'string' && item.startsWith(MARK) ? BigInt(item.slice(MARK.length)) : item;
