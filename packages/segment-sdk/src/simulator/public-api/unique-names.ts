import { refuse, type SimulatorResponse } from '../../operations/simulated-route.js';
import type { Call } from './call.js';
import type { Resource } from './sample.js';

/** What no two things of a collection share, by the collection's last word. */
const UNIQUE: Readonly<Record<string, string>> = {
  sources: 'slug',
  warehouses: 'name',
  'profiles-warehouses': 'schemaName',
  functions: 'displayName',
  groups: 'name',
  credentials: 'name',
  'tracking-plans': 'name',
  'reverse-etl-models': 'name',
  audiences: 'name',
  'computed-traits': 'name',
};

const nameOf = (thing: Resource, field: string): unknown =>
  thing[field] ?? (thing.settings as Resource | undefined)?.[field];

/** Refuses a name that another thing beside it has: 409, with the field. */
export const findConflict = ({ spec, collection, id, input, store }: Call): SimulatorResponse | undefined => {
  const field = UNIQUE[collection.slice(collection.lastIndexOf('/') + 1)] ?? '';
  const isNew = spec.method === 'POST' && id === undefined;
  const isChange = spec.method === 'PATCH' && store.find(collection, id ?? '') !== undefined;
  const name = input[field];
  if (!(isNew || isChange) || typeof name !== 'string') return undefined;
  const other = store.list(collection).find((thing) => thing.id !== id && nameOf(thing, field) === name);
  return other && refuse(409, 'conflict', `There is already one with the ${field} '${name}'`, {}, { field });
};
