import { basename } from 'node:path';

import { writeText } from '../exact-json/index.js';
import { findMoment } from './moment.js';
import { EVENT_FIELDS, type ExportedRow, NoEventError, type ReplayedEvent, type Shape } from './shape.js';

/**
 * A table of a warehouse that Segment or RudderStack has filled (Snowflake, BigQuery, Redshift; CSV or JSON). What kind
 * of events it holds, its columns say, and else its name.
 */
export const shapeWarehouse: Shape = (row, file) => {
  const columns = readColumns(row);
  const type = findType(columns, file);
  const event: Record<string, unknown> = { type, ...readOwn(type, columns), ...readIds(columns) };
  const rest: Record<string, unknown> = {};
  const context: Record<string, unknown> = {};
  for (const [name, value] of columns) {
    if (name.startsWith('context_')) putContext(context, name.slice('context_'.length), readValue(name, value));
    else if (!isOwn(type, name)) rest[name] = readValue(name, value);
  }
  if (Object.keys(context).length > 0) event['context'] = context;
  const map = EVENT_FIELDS[type]?.includes('traits') ? 'traits' : 'properties';
  if (type !== 'alias') event[map] = rest;
  return event;
};

type Columns = ReadonlyMap<string, unknown>;

/** Names in small letters, and without what is empty: Snowflake writes them large, and an export has all columns. */
const readColumns = (row: ExportedRow): Columns =>
  new Map(
    Object.entries(row)
      .filter(([, value]) => value !== null && value !== '' && value !== '\\N')
      .map(([name, value]) => [/[a-z]/.test(name) ? name : name.toLowerCase(), value]),
  );

/** A table's name, as its file has it: `identifies`, `prod.pages_2026-11`, `tracks-000`. */
const TABLES: readonly (readonly [pattern: RegExp, type: string])[] = [
  [/(?:^|[^a-z])identif(?:ies|y)(?:[^a-z]|$)/i, 'identify'],
  [/(?:^|[^a-z])pages?(?:[^a-z]|$)/i, 'page'],
  [/(?:^|[^a-z])screens?(?:[^a-z]|$)/i, 'screen'],
  [/(?:^|[^a-z])groups?(?:[^a-z]|$)/i, 'group'],
  [/(?:^|[^a-z])alias(?:es)?(?:[^a-z]|$)/i, 'alias'],
];

const findType = (columns: Columns, file: string): string => {
  if (columns.has('event_text') || columns.has('event')) return 'track';
  const named = TABLES.find(([pattern]) => pattern.test(basename(file)))?.[1];
  if (named !== undefined) return named;
  if (columns.has('previous_id')) return 'alias';
  if (columns.has('group_id')) return 'group';
  throw new NoEventError(
    "the row is no event: it has no column 'event', and the file is not named for its table " +
      '(tracks, identifies, pages, screens, groups, aliases)',
  );
};

/** What a warehouse keeps of each event for itself. */
const BOOKKEEPING = new Set([
  ...['id', 'message_id', 'user_id', 'anonymous_id', 'timestamp', 'original_timestamp', 'sent_at', 'received_at'],
  ...['uuid', 'uuid_ts', 'loaded_at', 'channel', 'rudder_id', 'integrations', 'row_id', 'ingested_at'],
]);

const OWN: Readonly<Record<string, readonly string[]>> = {
  track: ['event', 'event_text'],
  page: ['name', 'category'],
  screen: ['name', 'category'],
  group: ['group_id'],
  alias: ['previous_id'],
};

const isOwn = (type: string, name: string): boolean =>
  BOOKKEEPING.has(name) || (OWN[type] ?? []).includes(name) || name.startsWith('_');

const readOwn = (type: string, columns: Columns): ReplayedEvent => {
  return writeTexts({
    event: type === 'track' ? (columns.get('event_text') ?? columns.get('event')) : undefined,
    name: type === 'page' || type === 'screen' ? columns.get('name') : undefined,
    category: type === 'page' || type === 'screen' ? columns.get('category') : undefined,
    groupId: type === 'group' ? columns.get('group_id') : undefined,
    previousId: type === 'alias' ? columns.get('previous_id') : undefined,
  });
};

/** What a row says, as texts. */
const writeTexts = (said: Readonly<Record<string, unknown>>): ReplayedEvent =>
  Object.fromEntries(
    Object.entries(said).flatMap(([name, value]) => (value === undefined ? [] : [[name, writeText(value)] as const])),
  );

const readIds = (columns: Columns): ReplayedEvent => {
  const timestamp = findMoment({
    timestamp: columns.get('timestamp'),
    original: columns.get('original_timestamp'),
    sent: columns.get('sent_at'),
    received: columns.get('received_at'),
  });
  const ids = writeTexts({
    messageId: columns.get('message_id') ?? columns.get('id'),
    userId: columns.get('user_id'),
    anonymousId: columns.get('anonymous_id'),
  });
  return { ...ids, ...(timestamp !== undefined && { timestamp }) };
};

/** What Segment's context has below one name; such a column's name is that name and another. */
const NESTED = ['app', 'campaign', 'device', 'library', 'location', 'network', 'os', 'page', 'referrer', 'screen'];

const putContext = (context: Record<string, unknown>, column: string, value: unknown): void => {
  const group = [...NESTED, 'traits'].find((name) => column.startsWith(`${name}_`));
  if (group === undefined) {
    context[toCamel(column)] = value;
    return;
  }
  const name = column.slice(group.length + 1);
  const inner = (context[group] ??= {});
  if (typeof inner === 'object') (inner as Record<string, unknown>)[group === 'traits' ? name : toCamel(name)] = value;
};

const toCamel = (name: string): string => name.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());

/** A name of a column whose texts of digits are no numbers. */
const IDENTIFIER = /(?:^|_)(?:id|ids|zip|code|postal|phone|sku|version|number|key)$/i;

/** CSV has texts alone: those that a number or a boolean is written as become one, and JSON in a column is read. */
const readValue = (name: string, value: unknown): unknown => {
  if (typeof value !== 'string') return value;
  if (value === 'true' || value === 'false') return value === 'true';
  if (/^[[{]/.test(value)) return readJson(value);
  if (!/^-?\d/.test(value) || IDENTIFIER.test(name)) return value;
  return String(Number(value)) === value ? Number(value) : value;
};

const readJson = (text: string): unknown => {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return text;
  }
};
