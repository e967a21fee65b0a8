import { parseExactJson } from './exact-json.js';
import type { FieldsContent, RowContent } from './read-row.js';

/** Text that is no row. */
class BadRowError extends Error {
  override readonly name = 'BadRowError';
  readonly code = 'bad_row';
}

/**
 * A row as the map gets it: texts from CSV, any object from JSON.
 * @throws BadRowError when its JSON cannot be parsed, or is no object.
 */
export const parseRow = (content: RowContent): Readonly<Record<string, unknown>> =>
  'json' in content ? parseObject(content.json) : joinFields(content);

const joinFields = ({ columns, fields }: FieldsContent): Readonly<Record<string, unknown>> => {
  const row: Record<string, unknown> = {};
  columns.names.forEach((name, at) => {
    if (name === '__proto__') Object.defineProperty(row, name, { value: fields[at], enumerable: true });
    else row[name] = fields[at];
  });
  return row;
};

const parseObject = (json: string): Readonly<Record<string, unknown>> => {
  const value = parse(json);
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Record<string, unknown>;
  throw new BadRowError('the line is no JSON object');
};

const parse = (json: string): unknown => {
  try {
    return parseExactJson(json);
  } catch {
    throw new BadRowError('the line is not JSON');
  }
};
