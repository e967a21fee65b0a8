/** What each value costs beside its text or bytes, roughly. */
const VALUE_BYTES = 64;

/**
 * Roughly how many bytes of memory a value of any kind holds, itself and all that it refers to; what is met twice
 * counts once. It stops looking where the limit is passed. Getters are not called.
 */
export const weigh = (value: unknown, limit: number): number => {
  const seen = new Set<unknown>();
  const waiting = [value];
  let bytes = 0;
  while (waiting.length > 0 && bytes <= limit) {
    const item = waiting.pop();
    bytes += VALUE_BYTES;
    if (typeof item === 'string') bytes += item.length * 2;
    if (typeof item !== 'object' || item === null || seen.has(item)) continue;
    seen.add(item);
    if (ArrayBuffer.isView(item) || item instanceof ArrayBuffer) bytes += item.byteLength;
    else if (item instanceof Map || item instanceof Set) for (const inner of item) waiting.push(inner);
    else
      for (const [key, { value: inner }] of Object.entries(Object.getOwnPropertyDescriptors(item)))
        waiting.push(key, inner);
  }
  return bytes;
};
