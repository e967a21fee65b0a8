/*
 * Lua 5.3 integers have 64 bits. Here an integer is a JavaScript number while it is exact (up to 2^53 - 1 either way)
 * and a bigint beyond, so that everyday arithmetic stays fast and nothing is ever rounded.
 */

/** The 64-bit integer that a bigint wraps to, as a number if it is exact as one. */
export const wrapInteger = (value: bigint): number | bigint => {
  const wrapped = BigInt.asIntN(64, value);
  const number = Number(wrapped);
  return Number.isSafeInteger(number) ? number : wrapped;
};
