/** What an agent is given of anything, in bytes of UTF-8: enough to see what happened, too little to crowd it out. */
export const MAX_TEXT_BYTES = 20_000;

const HEAD = 0.7;

const encoder = new TextEncoder();
const decoder = new TextDecoder();

/**
 * A text of at most so many bytes: its head and its tail, and between them what was left out and what to do about it.
 *
 * @example capText(long) // "first lines\n… 1.0 MB left out: print less …\nlast lines"
 */
export const capText = (text: string, maxBytes = MAX_TEXT_BYTES): string => {
  // A character is at most three bytes for each of its units.
  if (text.length * 3 <= maxBytes) return text;
  const bytes = encoder.encode(text);
  if (bytes.length <= maxBytes) return text;
  const head = decoder.decode(bytes.subarray(0, cutAt(bytes, Math.floor(maxBytes * HEAD))));
  const tail = decoder.decode(bytes.subarray(cutAt(bytes, bytes.length - Math.floor(maxBytes * (1 - HEAD)))));
  const left = bytes.length - encoder.encode(head + tail).length;
  return `${head}\n… ${describeSize(left)} left out: print less …\n${tail}`;
};

/** Number of bytes of a text in UTF-8. */
export const countBytes = (text: string): number => encoder.encode(text).length;

/** A size for people: `512 bytes`, `20.0 KB`, `1.0 MB`. */
const describeSize = (bytes: number): string => {
  if (bytes < 1_000) return `${bytes} bytes`;
  return bytes < 1_000_000 ? `${(bytes / 1_000).toFixed(1)} KB` : `${(bytes / 1_000_000).toFixed(1)} MB`;
};

/* The place at which a character begins, at this one or before it. */
const cutAt = (bytes: Uint8Array, place: number): number => {
  let at = place;
  while (at > 0 && ((bytes[at] ?? 0) & 0xc0) === 0x80) at -= 1;
  return at;
};
