import { comparePlans, createPlan, type PlanDocument, type PlanRule, readPart } from '@moonwire/segment-sdk/plan';

import { readPlanTable } from './plan-table.js';

const HEADER = [
  'Rule Type',
  'Event Name',
  'Event Description',
  'Event Version',
  'Property Name',
  'Property Description',
  'Property Type',
  'Required',
  'Permitted Values',
  'Pattern',
] as const;

type Row = Partial<Record<(typeof HEADER)[number], string>>;
type Schema = Readonly<Record<string, unknown>>;

/** A plan as a table. */
export interface PlanTable {
  /** CSV in the columns that {@link readPlanTable} reads, a property in each row. */
  readonly text: string;
  /** What of the plan a table cannot say: `TRACK "Order Completed" (version 1): properties.total.minimum`. */
  readonly lost: readonly string[];
}

/** Writes a plan as a table, and reads that again to tell what it lost. */
export const writePlanTable = (plan: PlanDocument): PlanTable => {
  const rules = plan.rules.map((rule) => ({ ...rule, jsonSchema: readPart(rule)?.schema ?? rule.jsonSchema }));
  const lines = [HEADER, ...rules.flatMap(writeRule).map((row) => HEADER.map((column) => row[column] ?? ''))];
  const text = lines.map((fields) => `${fields.map(quote).join(',')}\n`).join('');
  return { text, lost: findLost({ rules }, text) };
};

const findLost = (plan: PlanDocument, text: string): string[] => {
  const back = createPlan(readPlanTable(text, 'the table')).document;
  return comparePlans(plan, back).flatMap(({ name, details }) =>
    details.filter((detail) => !isNoise(detail)).map(({ path }) => `${name}: ${path}`),
  );
};

/** What says nothing of events: where a schema comes from, and what was of a form that the table has another of. */
const isNoise = ({
  path,
  before,
  after,
}: {
  readonly path: string;
  readonly before: unknown;
  readonly after: unknown;
}) => {
  const word = path.split('.').at(-1) ?? '';
  if (['$schema', '$id', 'eventMetadata', 'labels', 'examples', 'title'].includes(word)) return after === undefined;
  if (word === 'id' && typeof before === 'string' && before.startsWith('/properties/')) return true;
  return before === undefined && word === 'type' && after === 'object';
};

const writeRule = ({ type, key, version, jsonSchema }: PlanRule): Row[] => {
  const rule = { 'Rule Type': type, 'Event Name': key ?? '', 'Event Version': String(version) };
  const rows = writeProperties(jsonSchema, '');
  return [
    { ...rule, 'Event Description': textOf(jsonSchema['description']) },
    ...rows.map((row) => ({ ...rule, ...row })),
  ];
};

const writeProperties = ({ properties, required }: Schema, path: string): Row[] =>
  Object.entries(isSchema(properties) ? properties : {}).flatMap(([name, member]) =>
    writeProperty(isSchema(member) ? member : {}, `${path}${name}`, Array.isArray(required) && required.includes(name)),
  );

const writeProperty = (schema: Schema, path: string, isRequired: boolean): Row[] => {
  const { items } = schema;
  const one: unknown = Array.isArray(items) ? items[0] : items;
  const row = {
    'Property Name': path,
    'Property Description': textOf(schema['description']),
    'Property Type': writeType(schema),
    ...(isRequired && { Required: 'yes' }),
    ...(Array.isArray(schema['enum']) && { 'Permitted Values': schema['enum'].map(String).join(' | ') }),
    Pattern: textOf(schema['pattern']),
  };
  return [row, ...writeProperties(schema, `${path}.`), ...(isSchema(one) ? writeItems(one, `${path}.$`) : [])];
};

/** What is in a list has a row of its own where it says more than which members it has. */
const writeItems = (schema: Schema, path: string): Row[] => {
  const [own, ...members] = writeProperty(schema, path, false);
  return own && members.length === 0 ? [own] : members;
};

const writeType = ({ type, format }: Schema): string => {
  if (type === 'string' && format === 'date-time') return 'date-time';
  return Array.isArray(type) ? type.join(' or ') : textOf(type);
};

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

const isSchema = (value: unknown): value is Schema =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Spreadsheets take what begins so for a formula; a blank before it is none of the value. */
const quote = (field: string): string => {
  const safe = /^[=+@\t\r-]/.test(field) ? ` ${field}` : field;
  return /[",\r\n]|^\s|\s$/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
};
