import type { SecretPlace } from './sealing.js';
import type { PreviousValue, StoredAccount, StoredService, StoredValue } from './store.js';

function mapAccount(account: StoredAccount, at: Pick<SecretPlace, 'service' | 'account'>, transform: Transform<StoredValue>): StoredAccount {
  const fields = new Map<string, StoredValue>();
  const previous = new Map<string, PreviousValue>();
  for (const [field, value] of account.fields) fields.set(field, transform(value, { ...at, field, age: 'current' }));
  for (const [field, { value, until }] of account.previous) previous.set(field, { value: transform(value, { ...at, field, age: 'previous' }), until });
  return { ...account, fields, previous };
}

/** Turns the value of a place into another. */
export type Transform<T> = (value: StoredValue, place: SecretPlace) => T;

/** The same service with every value transformed. */
export function mapValues(content: StoredService, service: string, transform: Transform<StoredValue>): StoredService {
  const accounts = new Map<string, StoredAccount>();
  for (const [account, stored] of content.accounts) accounts.set(account, mapAccount(stored, { service, account }, transform));
  return { ...content, accounts };
}

/** The same service with some values replaced by ones that must be waited for; undefined leaves a value as it is. */
export async function replaceValues(content: StoredService, service: string, replace: Transform<Promise<StoredValue> | undefined>): Promise<StoredService> {
  const replacements: Promise<StoredValue>[] = [];
  const at = new Map<string, number>();
  const key = ({ account, field, age }: SecretPlace): string => JSON.stringify([account, field, age]);
  mapValues(content, service, (value, place) => {
    const replacement = replace(value, place);
    if (replacement !== undefined) at.set(key(place), replacements.push(replacement) - 1);
    return value;
  });
  const replaced = await Promise.all(replacements);
  return mapValues(content, service, (value, place) => replaced[at.get(key(place)) ?? -1] ?? value);
}
