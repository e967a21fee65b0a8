const base64 = (bytes: Uint8Array): string => btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));

const plain = (_key: string, value: unknown): unknown => {
  if (typeof value === 'bigint') return String(value);
  return value instanceof Uint8Array ? base64(value) : value;
};

/**
 * JSON of whatever a script may return: integers beyond 2^53 become texts, strings that are not UTF-8 become base64,
 * functions are left out.
 * @param indent Spaces per level. Default: all on one line.
 */
export const jsonText = (value: unknown, indent?: number): string => JSON.stringify(value, plain, indent);
