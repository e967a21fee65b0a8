/** What can be read of something that was thrown. */
export interface Thrown {
  message: string;
  /** Its `code`, if that is a text. */
  code: string | undefined;
  /** Its own plain fields besides message, stack and cause. */
  fields: [name: string, value: string | number | boolean | bigint][];
}

/** Reads what was thrown: an error, or anything else. Never throws, whatever its getters do. */
export const readThrown = (thrown: unknown): Thrown => {
  try {
    return { message: messageOf(thrown), code: codeOf(thrown), fields: plainFields(thrown) };
  } catch {
    return { message: 'something was thrown that cannot be read', code: undefined, fields: [] };
  }
};

const messageOf = (thrown: unknown): string => {
  const message: unknown = isObject(thrown) ? thrown['message'] : undefined;
  return typeof message === 'string' ? message : String(thrown);
};

const codeOf = (thrown: unknown): string | undefined => {
  const code: unknown = isObject(thrown) ? thrown['code'] : undefined;
  return typeof code === 'string' ? code : undefined;
};

const HIDDEN = new Set(['stack', 'message', 'cause']);

const plainFields = (thrown: unknown): Thrown['fields'] =>
  isObject(thrown)
    ? (Object.entries(thrown).filter(([name, value]) => !HIDDEN.has(name) && isPlain(value)) as Thrown['fields'])
    : [];

const isObject = (value: unknown): value is Record<string, unknown> => value !== null && typeof value === 'object';

const isPlain = (value: unknown): boolean => {
  if (typeof value === 'bigint') return BigInt.asIntN(64, value) === value;
  return ['string', 'number', 'boolean'].includes(typeof value);
};
