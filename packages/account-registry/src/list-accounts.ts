import { type Layer, accountNames, defaultAccount, layeredFields } from './layers.js';
import { DEFAULT_ACCOUNT, nameFault, suggestName } from './names.js';
import { openValue } from './open-account.js';
import type { Service } from './service.js';

/** What may be shown of an account. */
export interface AccountSummary<V = Readonly<Record<string, string>>> {
  readonly name: string;
  /** Whether a call that names no account gets this one. */
  readonly isDefault: boolean;
  /** The fields that may be shown. */
  readonly fields: V;
  /** The names of the secrets it has. */
  readonly secrets: readonly string[];
  /** Why no account may have this name, or may have it any more. Absent when the name is fine. */
  readonly nameFault?: string;
}

/** A stored name that no account may have, and how to rename it. */
export interface AccountWarning {
  readonly code: 'invalid_name';
  readonly service: string;
  readonly account: string;
  readonly suggestion: string;
  readonly message: string;
}

const storedNameFault = (service: Service, name: string): string | undefined =>
  name === DEFAULT_ACCOUNT ? undefined : nameFault(name, service.reserve);

async function summarise(service: Service, layers: readonly Layer[], name: string): Promise<AccountSummary> {
  const values = layeredFields(layers, name);
  const fields: Record<string, string> = {};
  const secrets: string[] = [];
  for (const [field, { kind }] of Object.entries(service.fields)) {
    const found = values.get(field);
    if (found === undefined) continue;
    if (kind === 'secret') secrets.push(field);
    else fields[field] = await openValue(found.value);
  }
  const fault = storedNameFault(service, name);
  const isDefault = defaultAccount(layers)?.name === name;
  return { name, isDefault, fields, secrets, ...(fault === undefined ? {} : { nameFault: fault }) };
}

/** What may be shown of every account, sorted by name. Opens no secret. */
export function listAccounts(service: Service, layers: readonly Layer[]): Promise<AccountSummary[]> {
  return Promise.all(accountNames(layers).map((name) => summarise(service, layers, name)));
}

/** Warnings of stored names that break the rules, such as one the service has reserved since. */
export function nameWarnings(service: Service, layers: readonly Layer[]): AccountWarning[] {
  return accountNames(layers).flatMap((account) => {
    const fault = storedNameFault(service, account);
    if (fault === undefined) return [];
    const suggestion = suggestName(account, service.reserve);
    const fix = `rename('${service.name}', '${account}', '${suggestion}')`;
    const message = `${service.name}: account '${account}' cannot be reached by its name: ${fault}. Rename it: ${fix}`;
    return [{ code: 'invalid_name', service: service.name, account, suggestion, message }];
  });
}
