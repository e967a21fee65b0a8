import { type Field, readFields } from './field.js';
import { nameFiles } from './names.js';
import type { Reference, ReferenceEvent } from './reference.js';

/** An event as every target tells of it. */
export interface EventDoc extends Omit<ReferenceEvent, 'summary' | 'notes' | 'schema'> {
  /** Names its page: `'order-completed'`. */
  readonly page: string;
  readonly summary: string;
  readonly notes: readonly string[];
  readonly fields: readonly Field[];
}

/** The page that lists all events. */
export const EVENT_LIST = 'planned-events';

const known = new WeakMap<Reference, readonly EventDoc[]>();

/** The events of a reference, in its order, each with a page of its own. */
export const eventsOf = (reference: Reference): readonly EventDoc[] => {
  const before = known.get(reference);
  if (before) return before;
  const taken = new Set([EVENT_LIST, ...listPageNames(reference)]);
  const docs = (reference.events ?? []).map(({ summary, notes = [], schema, ...event }): EventDoc => {
    const page = findFree(toPageName(event.name), taken);
    taken.add(page);
    return { ...event, page, summary: summary ?? `Sent by ${event.operation}.`, notes, fields: readFields(schema) };
  });
  known.set(reference, docs);
  return docs;
};

const listPageNames = (reference: Reference): string[] => [
  nameFiles(reference),
  ...reference.operations.map(({ name }) => name),
  ...(reference.groups ?? []).flatMap(({ name, operations }) => [name, ...operations.map((one) => one.name)]),
  ...(reference.guides ?? []).map(({ name }) => name),
  ...['overview', 'accounts', 'errors', 'examples'],
];

/** `Order Completed (web)` → `order-completed-web`. */
const toPageName = (name: string): string =>
  name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 80) || 'event';

const findFree = (wanted: string, taken: ReadonlySet<string>): string => {
  if (!taken.has(wanted)) return wanted;
  let count = 2;
  while (taken.has(`${wanted}-${count}`)) count += 1;
  return `${wanted}-${count}`;
};
