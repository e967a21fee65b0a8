/* The character classes of Lua patterns, over bytes in the C locale. */

/** One flag per byte. */
export type ByteSet = Uint8Array;

const make = (includes: (byte: number) => boolean): ByteSet =>
  Uint8Array.from({ length: 256 }, (_, byte) => (includes(byte) ? 1 : 0));

const between =
  (low: number, high: number) =>
  (byte: number): boolean =>
    byte >= low && byte <= high;
const digit = between(48, 57);
const upper = between(65, 90);
const lower = between(97, 122);
const alpha = (byte: number): boolean => upper(byte) || lower(byte);
const alnum = (byte: number): boolean => alpha(byte) || digit(byte);
const graph = between(33, 126);

const classes: Readonly<Record<string, ByteSet>> = {
  a: make(alpha),
  c: make((byte) => byte < 32 || byte === 127),
  d: make(digit),
  g: make(graph),
  l: make(lower),
  p: make((byte) => graph(byte) && !alnum(byte)),
  s: make((byte) => byte === 32 || (byte >= 9 && byte <= 13)),
  u: make(upper),
  w: make(alnum),
  z: make((byte) => byte === 0),
  x: make((byte) => digit(byte) || between(65, 70)(byte) || between(97, 102)(byte)),
};

/** Every byte, for `.`. */
export const anyByte: ByteSet = make(() => true);

/** All bytes that are not in a set. */
export const complement = (set: ByteSet): ByteSet => set.map((flag) => 1 - flag);

/** The set of one byte. */
export const singleton = (byte: number): ByteSet => (singletons[byte] ??= make((other) => other === byte));

const singletons: ByteSet[] = [];

/** The set that `%` followed by a byte stands for: a class, its complement if upper case, or the byte itself. */
export const escaped = (byte: number): ByteSet => {
  const letter = String.fromCharCode(byte);
  const known = classes[letter.toLowerCase()];
  if (known === undefined || !alpha(byte)) return singleton(byte);
  return upper(byte) ? complement(known) : known;
};
