import type { Field } from '../accounts/fields.js';
import { DEFAULT_ACCOUNT } from '../accounts/names.js';
import { type AccountStore, type ServiceSchema, type StoredAccount, type StoredService } from '../accounts/store.js';

/** Variables by name, such as `process.env`. */
export type Environment = Readonly<Record<string, string | undefined>>;

/**
 * The variable that holds a field of an account: `SEGMENT_WRITE_KEY`, or `SEGMENT_PRODUCTION_WRITE_KEY` for a named
 * one.
 * @param account Left out, or `default`: the unnamed account.
 */
export function environmentVariable(
  service: string,
  field: string,
  definition: Field,
  account = DEFAULT_ACCOUNT,
): string {
  const parts = account === DEFAULT_ACCOUNT ? [service, field] : [service, account, field];
  return [...parts.slice(0, -1).map(toUpperSnake), definition.env ?? toUpperSnake(field)].join('_');
}

/**
 * Accounts given by environment variables, read-only and read anew at each call.
 * `SEGMENT_WRITE_KEY` belongs to the unnamed account, `SEGMENT_PRODUCTION_WRITE_KEY` to `production`, and
 * `SEGMENT_ACCOUNT` names the default. The names follow from the service's fields; an empty or blank variable counts as
 * absent.
 * @example environmentStore(process.env)
 */
export function environmentStore(environment: Environment): AccountStore {
  return {
    name: 'environment',
    read: (service) => Promise.resolve(readService(environment, service)),
    locate: ({ name, fields }, account, field) =>
      environmentVariable(name, field, fields[field] ?? { kind: 'text' }, account),
  };
}

function toUpperSnake(name: string): string {
  return name.replace(/([a-z0-9])([A-Z])/g, '$1_$2').toUpperCase();
}

/** The variable that names the default account: `SEGMENT_ACCOUNT`. */
function namePointerVariable(service: string): string {
  return `${toUpperSnake(service)}_ACCOUNT`;
}

/** What each field's variables look like, the longer endings first: of two that fit, the longer one is meant. */
function createPatterns({ name, fields }: ServiceSchema): readonly (readonly [field: string, pattern: RegExp])[] {
  return Object.entries(fields)
    .map(([field, definition]) => [field, environmentVariable('', field, definition)] as const)
    .sort(([, a], [, b]) => b.length - a.length)
    .map(([field, ending]) => [field, new RegExp(`^${toUpperSnake(name)}(?:_([A-Z][A-Z0-9_]*))?${ending}$`)]);
}

function readService(environment: Environment, service: ServiceSchema): StoredService {
  const fields = createPatterns(service);
  const accounts = new Map<string, StoredAccount & { readonly fields: Map<string, string> }>();
  for (const [variable, value] of Object.entries(environment)) {
    const found = fields.find(([, pattern]) => pattern.test(variable));
    if (found === undefined || !value?.trim()) continue;
    const [field, pattern] = found;
    const name = pattern.exec(variable)?.[1]?.toLowerCase() ?? DEFAULT_ACCOUNT;
    const account = accounts.get(name) ?? { fields: new Map<string, string>(), previous: new Map() };
    account.fields.set(field, value);
    accounts.set(name, account);
  }
  return { accounts, default: environment[namePointerVariable(service.name)]?.trim() || undefined };
}
