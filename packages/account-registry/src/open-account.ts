import { accountError } from './account-error.js';
import { environmentVariable } from './environment-store.js';
import { type Layer, type LayeredValue, layeredFields } from './layers.js';
import { Secret } from './secret.js';
import type { Account, Service } from './service.js';
import type { PreviousValue, StoredValue } from './store.js';

/** Reads a stored value, whether it lies open or not. */
export async function openValue(value: StoredValue): Promise<string> {
  return typeof value === 'string' ? value : value.open();
}

/**
 * Refuses an account that lacks a required field.
 * @throws AccountError `missing_field`, naming the variable that could supply it.
 */
export function checkComplete(service: Service, account: string, has: (field: string) => boolean): void {
  for (const [field, definition] of Object.entries(service.fields)) {
    if (definition.required !== true || has(field)) continue;
    const variable = environmentVariable(service.name, field, definition, account);
    const message = `${service.name}: account '${account}' has no '${field}'; give it to the account or set ${variable}`;
    throw accountError('missing_field', message, { service: service.name, account, field });
  }
}

/** A field of an account being read. */
interface Place {
  readonly service: Service;
  readonly account: string;
  readonly field: string;
}

async function readField({ service, account, field }: Place, { value, store }: LayeredValue): Promise<string | Secret> {
  const plain = await openValue(value);
  const definition = service.fields[field];
  if (definition?.kind === 'secret') return new Secret(plain);
  if (definition?.kind !== 'choice' || definition.values.includes(plain)) return plain;
  const place = store.locate?.(service, account, field) ?? store.name;
  const message = `${service.name}: bad field '${field}' of account '${account}' in ${place} (one of ${definition.values.join(', ')} expected)`;
  throw accountError('invalid_field', message, { service: service.name, account, field, store: store.name });
}

const isUsable = (previous: PreviousValue | undefined, now: number): previous is PreviousValue =>
  previous !== undefined && Date.parse(previous.until) > now;

/** Reads an account, secrets and all, merged over the layers. `now` is in milliseconds since 1970. */
export async function openAccount(service: Service, layers: readonly Layer[], name: string, now: number): Promise<Account> {
  const values = layeredFields(layers, name);
  checkComplete(service, name, (field) => values.has(field));
  const fields: Record<string, string | Secret> = {};
  const previous: Record<string, Secret> = {};
  for (const field of Object.keys(service.fields)) {
    const found = values.get(field);
    if (found === undefined) continue;
    fields[field] = await readField({ service, account: name, field }, found);
    if (isUsable(found.previous, now)) previous[field] = new Secret(await openValue(found.previous.value));
  }
  return { service: service.name, name, fields, previous };
}
