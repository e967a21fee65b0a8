/* The character classes of Lua patterns, over bytes in the C locale. */

/** One flag per byte. */
export type ByteSet = Uint8Array;

type Range = readonly [low: number, high: number];

const createSet = (...ranges: readonly Range[]): ByteSet => {
  const set = new Uint8Array(256);
  for (const [low, high] of ranges) set.fill(1, low, high + 1);
  return set;
};

const DIGITS: Range = [48, 57];
const CAPITALS: Range = [65, 90];
const SMALL: Range = [97, 122];

const CLASSES: Readonly<Record<string, ByteSet>> = {
  a: createSet(CAPITALS, SMALL),
  c: createSet([0, 31], [127, 127]),
  d: createSet(DIGITS),
  g: createSet([33, 126]),
  l: createSet(SMALL),
  p: createSet([33, 47], [58, 64], [91, 96], [123, 126]),
  s: createSet([9, 13], [32, 32]),
  u: createSet(CAPITALS),
  w: createSet(DIGITS, CAPITALS, SMALL),
  z: createSet([0, 0]),
  x: createSet(DIGITS, [65, 70], [97, 102]),
};

/** Every byte, for `.`. */
export const ANY_BYTE: ByteSet = createSet([0, 255]);

/** All bytes that are not in a set. */
export const complement = (set: ByteSet): ByteSet => set.map((flag) => 1 - flag);

/** The set of one byte. */
export const getSingleton = (byte: number): ByteSet =>
  (singletons[byte] ??= new Uint8Array(256).fill(1, byte, byte + 1));

const singletons: ByteSet[] = [];

/** The set that `%` followed by a byte stands for: a class, its complement if upper case, or the byte itself. */
export const readEscapedSet = (byte: number): ByteSet => {
  const letter = String.fromCharCode(byte);
  const known = CLASSES[letter.toLowerCase()];
  if (known === undefined) return getSingleton(byte);
  return byte <= CAPITALS[1] ? complement(known) : known;
};
