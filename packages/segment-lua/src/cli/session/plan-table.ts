import { CsvRecords } from '../../import/csv-records.js';
import { detectDelimiter } from '../../import/row-format.js';
import { UsageError } from '../terminal/usage-error.js';

/** What columns are called, without capitals, blanks and signs. Which of them there are, differs from tool to tool. */
const COLUMNS = {
  kind: ['ruletype', 'eventtype', 'calltype', 'type'],
  event: ['eventname', 'event', 'key', 'name'],
  description: ['eventdescription', 'description'],
  version: ['eventversion', 'version'],
  property: ['propertyname', 'property', 'traitname', 'trait', 'propertykey'],
  about: ['propertydescription', 'traitdescription'],
  type: ['propertytype', 'propertydatatype', 'datatype', 'traittype'],
  required: ['required', 'isrequired', 'propertyrequired', 'propertystatus', 'status'],
  choices: ['enum', 'allowedvalues', 'permittedvalues', 'propertyenum', 'values'],
  pattern: ['pattern', 'regex', 'propertypattern', 'propertyregex'],
} as const;

type Column = keyof typeof COLUMNS;
type Row = Readonly<Record<Column, string>>;
type Schema = Record<string, unknown>;

/** A rule as it is being put together. */
interface Rule {
  readonly type: string;
  readonly key?: string;
  readonly version: number;
  readonly jsonSchema: Schema;
}

/**
 * Reads a plan from a table, a property in each row with the event it belongs to; a row without an event goes on with
 * the one before. `products.$.price` and `products[].price` are inside of a list, `address.city` inside of an object.
 * @throws UsageError when the header names no events.
 */
export const readPlanTable = (text: string, path: string): { readonly rules: readonly Rule[] } => {
  const rules = new Map<string, Rule>();
  let current: Rule | undefined;
  for (const row of readTable(text, path)) {
    current = row.event === '' && row.kind === '' ? current : findRule(rules, row);
    if (!current) throw new UsageError(`${path}: the first row names no event`);
    if (row.description !== '') current.jsonSchema['description'] ??= row.description;
    if (row.property !== '') addProperty(current.jsonSchema, splitPath(row.property), row);
  }
  return { rules: [...rules.values()] };
};

function* readTable(text: string, path: string): Generator<Row> {
  const records = new CsvRecords(text, detectDelimiter(text), true);
  let header: readonly (Column | undefined)[] | undefined;
  for (let record = records.at(0); record; record = records.at(record.next)) {
    if (record.fault !== undefined) throw new UsageError(`${path}: a row ${record.fault}`);
    if (record.fields.every((field) => field.trim() === '')) continue;
    if (header) yield toRow(header, record.fields);
    else header = readHeader(record.fields, path);
  }
}

const readHeader = (names: readonly string[], path: string): readonly (Column | undefined)[] => {
  const plain = names.map((name) => name.toLowerCase().replace(/[^a-z]/g, ''));
  const hasProperty = COLUMNS.property.some((name) => plain.includes(name));
  const columns = plain.map((name) =>
    (Object.keys(COLUMNS) as Column[]).find((column) => (COLUMNS[column] as readonly string[]).includes(name)),
  );
  if (columns.includes('event') && hasProperty) return columns;
  throw new UsageError(`${path}: columns for event name and property name expected, got ${names.join(', ')}`);
};

const toRow = (header: readonly (Column | undefined)[], fields: readonly string[]): Row => {
  const row = Object.fromEntries(Object.keys(COLUMNS).map((column) => [column, ''])) as Record<Column, string>;
  header.forEach((column, at) => {
    if (column !== undefined && row[column] === '') row[column] = (fields[at] ?? '').trim();
  });
  return row;
};

const KINDS = ['IDENTIFY', 'GROUP', 'PAGE', 'SCREEN', 'COMMON'];

const findRule = (rules: Map<string, Rule>, { kind, event, version }: Row): Rule => {
  const type = [kind, event].map((text) => text.toUpperCase()).find((text) => KINDS.includes(text)) ?? 'TRACK';
  const number = Number(version.replace(/^v/i, '')) || 1;
  const id = JSON.stringify([type, type === 'TRACK' && event, number]);
  const known = rules.get(id);
  if (known) return known;
  const rule = { type, ...(type === 'TRACK' && { key: event }), version: number, jsonSchema: { type: 'object' } };
  rules.set(id, rule);
  return rule;
};

/** The steps to a property; `$` stands for the items of a list. */
const splitPath = (path: string): string[] => path.replaceAll('[]', '.$').split('.');

const addProperty = (schema: Schema, [name = '', ...rest]: readonly string[], row: Row): void => {
  const members = (schema['properties'] ??= {}) as Record<string, Schema>;
  const known = Object.hasOwn(members, name) ? members[name] : undefined;
  const member = known ?? {};
  if (!known)
    Object.defineProperty(members, name, { value: member, enumerable: true, configurable: true, writable: true });
  if (rest[0] === '$') {
    member['type'] = 'array';
    const items = (member['items'] ??= {}) as Schema;
    if (rest.length === 1) Object.assign(items, describe(row));
    else addProperty(Object.assign(items, { type: 'object' }), rest.slice(1), row);
  } else if (rest.length > 0) addProperty(Object.assign(member, { type: 'object' }), rest, row);
  else {
    Object.assign(member, describe(row));
    if (/^(true|yes|y|x|1|required)$/i.test(row.required))
      schema['required'] = [...new Set([...((schema['required'] as string[] | undefined) ?? []), name])];
  }
};

const describe = ({ type, about, choices, pattern }: Row): Schema => ({
  ...readType(type),
  ...(about !== '' && { description: about }),
  ...(choices !== '' && { enum: choices.split(/\s*[|;,\n]\s*/).map((choice) => readChoice(choice, type)) }),
  ...(pattern !== '' && { pattern }),
});

const TYPES = ['string', 'number', 'integer', 'boolean', 'object', 'array', 'null'];

/** `string`, `Date`, `integer or null`; what is no type, `any` among them, allows anything. */
const readType = (text: string): Schema => {
  const words = text.toLowerCase().match(/[a-z-]+/g) ?? [];
  if (words.some((word) => /^date/.test(word))) return { type: 'string', format: 'date-time' };
  const types = words.filter((word) => TYPES.includes(word));
  return types.length === 0 ? {} : { type: types.length === 1 ? types[0] : types };
};

const readChoice = (text: string, type: string): unknown =>
  /number|integer/i.test(type) && text !== '' && Number.isFinite(Number(text)) ? Number(text) : text;
