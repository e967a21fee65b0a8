/** What V8 needs for a string beside its characters, for an object or array, and for each of their slots. */
const STRING_BYTES = 24;
const OBJECT_BYTES = 64;
const SLOT_BYTES = 8;
const NUMBER_BYTES = 16;

/** What the first object with a key costs more than the next ones: the key itself, and its place in a shape. */
const NEW_KEY_BYTES = 256;

/** So many keys are known to be shared; beyond them every key counts as new. */
const KNOWN_KEYS = 4_096;

/** A text takes one byte for each character, or two if one of them is beyond Latin-1. */
const weighText = (text: string): number => STRING_BYTES + (/[^\0-\u00ff]/.test(text) ? text.length * 2 : text.length);

/** Estimates how many bytes of heap a value takes, rather more than less. */
export type Weigh = (value: unknown) => number;

/** Makes a scale of its own, which remembers the keys it has met. */
export const createScale = (): Weigh => {
  const known = new Set<string>();
  const weighKey = (key: string): number => {
    if (known.has(key)) return SLOT_BYTES;
    if (known.size < KNOWN_KEYS) known.add(key);
    return SLOT_BYTES + NEW_KEY_BYTES + weighText(key);
  };
  return (value) => {
    // No recursion: a value may be nested deeper than a stack.
    const left = [value];
    let bytes = 0;
    while (left.length > 0) {
      const item = left.pop();
      if (typeof item === 'string') bytes += weighText(item);
      else if (typeof item === 'number') bytes += (item | 0) === item ? 0 : NUMBER_BYTES;
      else if (typeof item === 'object' && item !== null) {
        const entries = Object.entries(item);
        bytes += OBJECT_BYTES;
        for (const [key, inner] of entries) {
          bytes += Array.isArray(item) ? SLOT_BYTES : weighKey(key);
          left.push(inner);
        }
      }
    }
    return bytes;
  };
};
