/*
 * JSON keeps integers of any length; numbers of JavaScript do not. Such integers travel as BigInt, and are written as
 * their digits.
 */

/** Stands before such digits while they travel as a text; made anew in each process, so that no text begins with it. */
export const MARK = `${Math.random()}:`;

const MARKED = new RegExp(`"${MARK}(-?\\d+)"`, 'g');

/** Whether a value is an integer that a number cannot hold. */
export const isLongInteger = (value: unknown): value is bigint =>
  typeof value === 'bigint' && !Number.isSafeInteger(Number(value));

/**
 * Writes a value as `JSON.stringify` does, and long integers as their digits.
 * @throws What a getter or `toJSON` throws; TypeError for a circular value.
 */
export const writeJson = (value: unknown): string => {
  try {
    return JSON.stringify(value);
  } catch {
    // It has long integers, or what throws here throws again.
    return JSON.stringify(value, mark).replace(MARKED, '$1');
  }
};

const mark = (_key: string, value: unknown): unknown => (isLongInteger(value) ? `${MARK}${value}` : value);
