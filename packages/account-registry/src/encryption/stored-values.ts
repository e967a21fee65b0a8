import type { StoredAccount, StoredService, ValuePlace } from '../accounts/store.js';

/** Goes through every value of a service. */
export function visitValues({ accounts }: StoredService, visit: (value: string, place: ValuePlace) => void): void {
  for (const [account, { fields, previous }] of accounts) {
    for (const [field, value] of fields) visit(value, { account, field, age: 'current' });
    for (const [field, { value }] of previous) visit(value, { account, field, age: 'previous' });
  }
}

/** The value at a place, as it is kept. */
export function readValue({ accounts }: StoredService, { account, field, age }: ValuePlace): string | undefined {
  const stored = accounts.get(account);
  return age === 'current' ? stored?.fields.get(field) : stored?.previous.get(field)?.value;
}

/** The same service with some values replaced, all at once; a value stays for which `replace` gives undefined. */
export async function replaceValues(
  content: StoredService,
  replace: (value: string, place: ValuePlace) => Promise<string> | undefined,
): Promise<StoredService> {
  const replacements: Promise<readonly [ValuePlace, string]>[] = [];
  visitValues(content, (value, place) => {
    const replacement = replace(value, place);
    if (replacement !== undefined) replacements.push(replacement.then((replaced) => [place, replaced]));
  });
  const accounts = new Map(content.accounts);
  for (const [place, replaced] of await Promise.all(replacements)) {
    const account = accounts.get(place.account);
    if (account !== undefined) accounts.set(place.account, setValue(account, place, replaced));
  }
  return { ...content, accounts };
}

function setValue(account: StoredAccount, { field, age }: ValuePlace, value: string): StoredAccount {
  if (age === 'current') return { ...account, fields: new Map(account.fields).set(field, value) };
  const { until = '' } = account.previous.get(field) ?? {};
  return { ...account, previous: new Map(account.previous).set(field, { value, until }) };
}
