/** What JSON cannot write, as text. */
const writeUnusual = (value: unknown): unknown => {
  if (value === undefined) return 'nil';
  if (typeof value === 'bigint') return String(value);
  if (typeof value === 'function') return '<function>';
  if (typeof value === 'number' && !Number.isFinite(value)) return Number.isNaN(value) ? 'nan' : String(value);
  return value instanceof Uint8Array ? `<${value.length} bytes>` : value;
};

/** A value that a script returned, as text that always comes about: in JSON as far as JSON goes. */
export const writeReturned = (value: unknown): string => {
  const above: unknown[] = [];
  if (value === undefined) return 'nil';
  return JSON.stringify(value, function (this: unknown, _key, given: unknown) {
    const item = writeUnusual(given);
    if (typeof item !== 'object' || item === null) return item;
    while (above.length > 0 && above.at(-1) !== this) above.pop();
    if (above.includes(item)) return '<a table around it>';
    above.push(item);
    return item;
  });
};
