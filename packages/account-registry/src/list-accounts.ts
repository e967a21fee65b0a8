import type { AccountError } from './account-error.js';
import { accountNames, defaultAccount, type Layer, layeredValue } from './layers.js';
import { DEFAULT_ACCOUNT, nameError, nameFault } from './names.js';
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
  /** Why no account may have this name, or may have it any more; undefined when the name is fine. */
  readonly nameFault?: string | undefined;
}

const storedNameFault = (service: Service, name: string): string | undefined =>
  name === DEFAULT_ACCOUNT ? undefined : nameFault(name, service.reserve);

/** What may be shown of every account, sorted by name. Opens no secret. */
export function listAccounts(service: Service, layers: readonly Layer[]): AccountSummary[] {
  const chosen = defaultAccount(layers)?.name;
  const isSecret = (field: string): boolean => service.fields[field]?.kind === 'secret';
  const secretFields = Object.keys(service.fields).filter(isSecret);
  const shownFields = Object.keys(service.fields).filter((field) => !isSecret(field));
  const summaries: AccountSummary[] = [];
  for (const name of accountNames(layers)) {
    const fields: Record<string, string> = {};
    for (const field of shownFields) {
      const value = layeredValue(layers, name, field);
      if (value !== undefined) fields[field] = value;
    }
    const secrets = secretFields.filter((field) => layeredValue(layers, name, field) !== undefined);
    summaries.push({ name, isDefault: name === chosen, fields, secrets, nameFault: storedNameFault(service, name) });
  }
  return summaries;
}

/** Warnings of stored names that break the rules, such as one the service has reserved since. */
export function nameWarnings({ name: service, reserve }: Service, layers: readonly Layer[]): AccountError[] {
  return accountNames(layers).flatMap((name) => {
    const rename = (to: string): string => `Rename it: rename('${service}', '${name}', '${to}')`;
    return name === DEFAULT_ACCOUNT ? [] : (nameError(service, name, reserve, rename) ?? []);
  });
}
