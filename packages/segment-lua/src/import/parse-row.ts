import { parseExactJson } from './exact-json/index.js';
import type { FieldsContent, RowContent } from './read-row.js';

/** Text that is no row. */
class BadRowError extends Error {
  override readonly name = 'BadRowError';
  readonly code = 'bad_row';
}

/**
 * A row as the map gets it: texts from CSV, any object from JSON.
 * @param line Where it begins.
 * @throws BadRowError when its JSON cannot be parsed, or is no object.
 */
export const parseRow = (content: RowContent, line: number): Readonly<Record<string, unknown>> =>
  'json' in content ? parseObject(content.json, line) : joinFields(content);

const joinFields = ({ columns, fields }: FieldsContent): Readonly<Record<string, unknown>> => {
  const row: Record<string, unknown> = {};
  columns.names.forEach((name, at) => {
    if (name === '__proto__') Object.defineProperty(row, name, { value: fields[at], enumerable: true });
    else row[name] = fields[at];
  });
  return row;
};

const parseObject = (json: string, line: number): Readonly<Record<string, unknown>> => {
  const value = parse(json, line);
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Record<string, unknown>;
  throw new BadRowError(`line ${line} is ${describeKind(value)}; expected an object, like {"id":"u1"}`);
};

const parse = (json: string, line: number): unknown => {
  try {
    return parseExactJson(json);
  } catch (error) {
    throw new BadRowError(`line ${line} is not JSON: ${(error as Error).message}`);
  }
};

const describeKind = (value: unknown): string => {
  if (Array.isArray(value)) return 'a list';
  return value === null ? 'null' : `a ${typeof value}`;
};
