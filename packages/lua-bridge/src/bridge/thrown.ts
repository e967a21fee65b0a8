import { ERROR_DATA, type ErrorData } from './error-data.js';

/** A value that holds no others. */
type Plain = string | number | boolean | bigint;

/** What of an error crosses: a plain value, or a list of them or of flat records of them. */
type PlainField = Plain | readonly (Plain | Readonly<Record<string, Plain>>)[];

/** What can be read of something that was thrown. */
export interface Thrown {
  readonly message: string;
  /**
   * Its own plain fields besides message, stack and cause, and lists of what is wrong one by one; and `code`,
   * `suggestion`, `field`, however it has them. What lies deeper may be a client with its keys, and stays behind.
   */
  readonly fields: readonly (readonly [name: string, value: PlainField])[];
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
    .filter(([name]) => !HIDDEN.has(name))
    .map(([name, value]): [string, unknown] => [mend(name), readPlain(value) ?? readList(value)])
    .filter(([, value]) => value !== undefined);
  const hidden = ERROR_DATA.filter((name) => !Object.prototype.propertyIsEnumerable.call(thrown, name))
    .map((name): [string, unknown] => [name, thrown[name]])
    .filter(([, value]) => typeof value === 'string');
  return [...own, ...hidden] as Thrown['fields'][number][];
};

const isObject = (value: unknown): value is Record<string, unknown> => value !== null && typeof value === 'object';

const readPlain = (value: unknown): Plain | undefined => {
  if (typeof value === 'string') return mend(value);
  if (typeof value === 'bigint') return BigInt.asIntN(64, value) === value ? value : undefined;
  return typeof value === 'number' || typeof value === 'boolean' ? value : undefined;
};

/* A script catches many errors, and nobody reads more of one. */
const LONGEST_LIST = 100;

const readList = (value: unknown): PlainField | undefined => {
  if (!Array.isArray(value)) return undefined;
  const items = value.slice(0, LONGEST_LIST).map((item: unknown) => readPlain(item) ?? readRecord(item));
  return items.includes(undefined) ? undefined : (items as PlainField);
};

const readRecord = (value: unknown): Readonly<Record<string, Plain>> | undefined => {
  if (!isObject(value) || Object.getPrototypeOf(value) !== Object.prototype) return undefined;
  const fields = Object.entries(value).map(([name, field]): [string, Plain | undefined] => [
    mend(name),
    readPlain(field),
  ]);
  return fields.some(([, field]) => field === undefined)
    ? undefined
    : (Object.fromEntries(fields) as Record<string, Plain>);
};
