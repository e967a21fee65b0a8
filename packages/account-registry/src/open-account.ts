import { accountError } from './account-error.js';
import { environmentVariable } from './environment-store.js';
import type { Field } from './fields.js';
import { type Layer, type LayeredValue, layeredFields } from './layers.js';
import { Secret } from './secret.js';
import { type Account, type Service, invalidField, isValid } from './service.js';
import { type PreviousValue, type StoredValue, placeOf } from './store.js';

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
    const message = `account '${account}' has no '${field}'; give it to the account or set ${variable}`;
    throw accountError('missing_field', message, { service: service.name, account, field });
  }
}

/** A field of an account being read. */
interface Place {
  readonly service: Service;
  readonly account: string;
  readonly field: string;
}

async function readField({ service, account, field }: Place, definition: Field, { value, store }: LayeredValue): Promise<string | Secret> {
  const plain = await openValue(value);
  if (!isValid(plain, definition)) throw invalidField(service.name, field, definition, plain, ` in ${placeOf(store, service, account, field)}`);
  return definition.kind === 'secret' ? new Secret(plain) : plain;
}

const isUsable = (previous: PreviousValue | undefined, now: number): previous is PreviousValue =>
  previous !== undefined && Date.parse(previous.until) > now;

/** Reads an account, secrets and all, merged over the layers. `now` is in milliseconds since 1970. */
export async function openAccount(service: Service, layers: readonly Layer[], name: string, now: number): Promise<Account> {
  const values = layeredFields(layers, name);
  checkComplete(service, name, (field) => values.has(field));
  const fields: Record<string, string | Secret> = {};
  const previous: Record<string, Secret> = {};
  for (const [field, definition] of Object.entries(service.fields)) {
    const found = values.get(field);
    if (found === undefined) continue;
    fields[field] = await readField({ service, account: name, field }, definition, found);
    if (isUsable(found.previous, now)) previous[field] = new Secret(await openValue(found.previous.value));
  }
  return { service: service.name, name, fields, previous };
}
