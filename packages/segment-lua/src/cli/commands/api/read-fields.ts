import { findMeant } from '@moonwire/lua-bridge';

import { luaField } from '../../../host/lua-fields.js';
import { UsageError } from '../../terminal/usage-error.js';
import { declareApi } from './api-command.js';
import { type ApiField, type ApiOperation, plainName } from './api-operations.js';

type Fields = Record<string, unknown>;

/**
 * Reads `--field value` as an operation's input: texts as they are, numbers and truth values by the field's type, lists
 * and objects as JSON. A list may be given item by item, an object field by field: `--pagination.count 10`.
 * @throws UsageError for what is no field, or no value of its type.
 */
export const readApiFields = (operation: ApiOperation, words: readonly string[]): Fields => {
  const input: Fields = {};
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at] ?? '';
    if (!word.startsWith('--')) throw new UsageError(`'${word}' is no option; fields are given as --field value`);
    const equals = word.indexOf('=');
    const path = word.slice(2, equals < 0 ? undefined : equals).split('.');
    const next = words[at + 1];
    const hasNext = equals < 0 && next !== undefined && !next.startsWith('--');
    if (hasNext) at += 1;
    put(
      operation.name,
      input,
      operation.fields(),
      path,
      equals < 0 ? (hasNext ? next : undefined) : word.slice(equals + 1),
    );
  }
  return input;
};

const put = (
  operation: string,
  into: Fields,
  fields: Readonly<Record<string, ApiField>>,
  [first = '', ...rest]: readonly string[],
  text: string | undefined,
): void => {
  const name = Object.keys(fields).find((known) => plainName(known) === plainName(first));
  if (name === undefined) throw unknownField(operation, first, Object.keys(fields));
  const field = fields[name] ?? {};
  if (rest.length > 0) {
    const inner = (into[name] ??= {}) as Fields;
    put(operation, inner, field.properties ?? {}, rest, text);
    return;
  }
  const value = readValue(operation, name, field, text);
  const others = into[name];
  into[name] =
    Array.isArray(others) && Array.isArray(value) ? [...(others as unknown[]), ...(value as unknown[])] : value;
};

/** The options that every operation has: a field that is none may be one of them, misspelt. */
const COMMON = declareApi().options.flatMap(({ long }) => long ?? []);

const unknownField = (operation: string, given: string, known: readonly string[]): UsageError => {
  const options = [...known.map((name) => `--${toOption(name)}`), ...COMMON];
  return new UsageError(`${operation}: there is no option '--${given}'. ${findMeant(`--${given}`, options).hint}`);
};

/** `destinationId` → `destination-id`. */
export const toOption = (name: string): string => luaField(name).replaceAll('_', '-');

const readValue = (operation: string, name: string, field: ApiField, text: string | undefined): unknown => {
  const types = [field.type ?? (field.anyOf ? [] : 'any')].flat();
  if (types.includes('boolean')) return readBoolean(operation, name, text);
  if (text === undefined) throw new UsageError(`${operation}: --${toOption(name)} needs a value`);
  if (text === 'null' && types.includes('null')) return null;
  if (types.includes('string')) return text;
  if (types.includes('array') && !text.startsWith('[')) return [readValue(operation, name, field.items ?? {}, text)];
  const value = parseJson(text);
  if (value === undefined)
    throw new UsageError(`${operation}: --${toOption(name)} expects ${nameTypes(types)}, got '${text}'`);
  return value;
};

const readBoolean = (operation: string, name: string, text = 'true'): boolean => {
  if (text === 'true' || text === 'false') return text === 'true';
  throw new UsageError(`${operation}: --${toOption(name)} expects true or false, got '${text}'`);
};

const nameTypes = (types: readonly string[]): string => {
  if (types.includes('number') || types.includes('integer')) return 'a number';
  return types.includes('array') ? 'a JSON array' : 'JSON';
};

const parseJson = (text: string): unknown => {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
};
