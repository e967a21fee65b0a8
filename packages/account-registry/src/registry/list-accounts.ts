import type { AccountError } from '../accounts/account-error.js';
import { DEFAULT_ACCOUNT, findNameError, findNameFault } from '../accounts/names.js';
import type { Service } from '../accounts/service.js';
import { findDefault, findValue, type Layer, listNames } from './layers.js';

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

/** What may be shown of every account, sorted by name. Opens no secret. */
export function listAccounts(service: Service, layers: readonly Layer[]): AccountSummary[] {
  const chosen = findDefault(layers)?.name;
  const isSecret = (field: string): boolean => service.fields[field]?.kind === 'secret';
  const secretFields = Object.keys(service.fields).filter(isSecret);
  const shownFields = Object.keys(service.fields).filter((field) => !isSecret(field));
  const summaries: AccountSummary[] = [];
  for (const name of listNames(layers)) {
    const fields: Record<string, string> = {};
    for (const field of shownFields) {
      const value = findValue(layers, name, field);
      if (value !== undefined) fields[field] = value;
    }
    const secrets = secretFields.filter((field) => findValue(layers, name, field) !== undefined);
    summaries.push({
      name,
      isDefault: name === chosen,
      fields,
      secrets,
      nameFault: findStoredNameFault(service, name),
    });
  }
  return summaries;
}

/** Warnings of stored names that break the rules, such as one the service has reserved since. */
export function findNameWarnings({ name: service, reserve }: Service, layers: readonly Layer[]): AccountError[] {
  return listNames(layers).flatMap((name) => {
    const rename = (to: string): string => `Rename it: rename('${service}', '${name}', '${to}')`;
    return name === DEFAULT_ACCOUNT ? [] : (findNameError(service, name, reserve, rename) ?? []);
  });
}

function findStoredNameFault(service: Service, name: string): string | undefined {
  return name === DEFAULT_ACCOUNT ? undefined : findNameFault(name, service.reserve);
}
