import type { SecretPlace } from './sealing.js';
import type { PreviousValue, StoredAccount, StoredService, StoredValue } from './store.js';

/** Turns the value of a place into another. */
export type Transform = (value: StoredValue, place: SecretPlace) => StoredValue | Promise<StoredValue>;

async function mapAccount(account: StoredAccount, at: Pick<SecretPlace, 'service' | 'account'>, transform: Transform): Promise<StoredAccount> {
  const fields = [...account.fields].map(
    async ([field, value]) => [field, await transform(value, { ...at, field, age: 'current' })] as const,
  );
  const previous = [...account.previous].map(async ([field, { value, until }]): Promise<[string, PreviousValue]> => [
    field,
    { value: await transform(value, { ...at, field, age: 'previous' }), until },
  ]);
  const [current, replaced] = await Promise.all([Promise.all(fields), Promise.all(previous)]);
  return { ...account, fields: new Map(current), previous: new Map(replaced) };
}

/** The same service with every value transformed. */
export async function mapValues(content: StoredService, service: string, transform: Transform): Promise<StoredService> {
  const accounts = [...content.accounts].map(
    async ([account, stored]) => [account, await mapAccount(stored, { service, account }, transform)] as const,
  );
  return { ...content, accounts: new Map(await Promise.all(accounts)) };
}
