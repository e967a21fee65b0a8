/* The character classes of Lua patterns, over bytes in the C locale. */

/** One flag per byte. */
export type ByteSet = Uint8Array;

const createSet = (includes: (byte: number) => boolean): ByteSet => {
  const set = new Uint8Array(256);
  for (let byte = 0; byte < 256; byte++) if (includes(byte)) set[byte] = 1;
  return set;
};

const isBetween =
  (low: number, high: number) =>
  (byte: number): boolean =>
    byte >= low && byte <= high;
const isDigit = isBetween(48, 57);
const isUpper = isBetween(65, 90);
const isLower = isBetween(97, 122);
const isAlpha = (byte: number): boolean => isUpper(byte) || isLower(byte);
const isAlnum = (byte: number): boolean => isAlpha(byte) || isDigit(byte);
const isGraph = isBetween(33, 126);

const CLASSES: Readonly<Record<string, ByteSet>> = {
  a: createSet(isAlpha),
  c: createSet((byte) => byte < 32 || byte === 127),
  d: createSet(isDigit),
  g: createSet(isGraph),
  l: createSet(isLower),
  p: createSet((byte) => isGraph(byte) && !isAlnum(byte)),
  s: createSet((byte) => byte === 32 || (byte >= 9 && byte <= 13)),
  u: createSet(isUpper),
  w: createSet(isAlnum),
  z: createSet((byte) => byte === 0),
  x: createSet((byte) => isDigit(byte) || isBetween(65, 70)(byte) || isBetween(97, 102)(byte)),
};

/** Every byte, for `.`. */
export const ANY_BYTE: ByteSet = createSet(() => true);

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
  if (known === undefined || !isAlpha(byte)) return getSingleton(byte);
  return isUpper(byte) ? complement(known) : known;
};
