import { ERROR_DATA, type ErrorData } from './error-data.js';

/** What can be read of something that was thrown. */
export interface Thrown {
  readonly message: string;
  /** Its own plain fields besides message, stack and cause; and `code`, `suggestion`, `field`, however it has them. */
  readonly fields: readonly (readonly [name: string, value: string | number | boolean | bigint])[];
}

/** Reads what was thrown: an error, or anything else. Never throws, whatever its getters do. */
export const readThrown = (thrown: unknown): Thrown => {
  try {
    return { message: readMessage(thrown), fields: readFields(thrown) };
  } catch {
    return { message: 'something was thrown that cannot be read', fields: [] };
  }
};

/** What of the data that every error may carry is there, as text. */
export const readErrorData = ({ fields }: Thrown): ErrorData =>
  Object.fromEntries(
    fields.filter(([name, value]) => (ERROR_DATA as readonly string[]).includes(name) && typeof value === 'string'),
  );

/** Whether something that was thrown is of a class; it may refuse to tell what it is. */
export const isInstance = <Kind>(thrown: unknown, kind: abstract new (...args: never[]) => Kind): thrown is Kind => {
  try {
    return thrown instanceof kind;
  } catch {
    return false;
  }
};

const readMessage = (thrown: unknown): string => {
  const message: unknown = isObject(thrown) ? thrown['message'] : undefined;
  return mend(typeof message === 'string' ? message : String(thrown));
};

/* Half a surrogate pair has no UTF-8; a message may lose what nobody can read. */
const mend = (text: string): string => text.replace(/\p{Surrogate}/gu, '\ufffd');

const HIDDEN = new Set(['stack', 'message', 'cause']);

const readFields = (thrown: unknown): Thrown['fields'] => {
  if (!isObject(thrown)) return [];
  const own = Object.entries(thrown)
    .filter(([name, value]) => !HIDDEN.has(name) && isPlain(value))
    .map(([name, value]): [string, unknown] => [mend(name), typeof value === 'string' ? mend(value) : value]);
  const hidden = ERROR_DATA.filter((name) => !Object.prototype.propertyIsEnumerable.call(thrown, name))
    .map((name): [string, unknown] => [name, thrown[name]])
    .filter(([, value]) => typeof value === 'string');
  return [...own, ...hidden] as Thrown['fields'][number][];
};

const isObject = (value: unknown): value is Record<string, unknown> => value !== null && typeof value === 'object';

const isPlain = (value: unknown): boolean => {
  if (typeof value === 'bigint') return BigInt.asIntN(64, value) === value;
  return ['string', 'number', 'boolean'].includes(typeof value);
};
