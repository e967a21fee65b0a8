import type { Field } from './fields.js';
import { DEFAULT_ACCOUNT } from './names.js';
import { type AccountStore, type ServiceSchema, type StoredAccount, type StoredService } from './store.js';

/** Variables by name, such as `process.env`. */
export type Environment = Readonly<Record<string, string | undefined>>;

const accountPart = /^[A-Z][A-Z0-9_]{0,31}$/;

const upperSnake = (name: string): string => name.replace(/([a-z0-9])([A-Z])/g, '$1_$2').toUpperCase();

/**
 * The variable that holds a field of an account: `SEGMENT_WRITE_KEY`, or `SEGMENT_PRODUCTION_WRITE_KEY` for a named one.
 * @param account Left out, or `default`: the unnamed account.
 */
export function environmentVariable(service: string, field: string, definition: Field, account = DEFAULT_ACCOUNT): string {
  const parts = account === DEFAULT_ACCOUNT ? [service, field] : [service, account, field];
  return [...parts.slice(0, -1).map(upperSnake), definition.env ?? upperSnake(field)].join('_');
}

/** The variable that names the default account: `SEGMENT_ACCOUNT`. */
export function pointerVariable(service: string): string {
  return `${upperSnake(service)}_ACCOUNT`;
}

interface Variable {
  readonly account: string;
  readonly field: string;
}

/** Which field of which account a variable holds; of two fields that fit, the longer suffix. */
function readVariable(variable: string, service: ServiceSchema): Variable | undefined {
  const fields = Object.entries(service.fields).map(([field, definition]) => ({
    field,
    suffix: environmentVariable('', field, definition),
  }));
  const prefix = upperSnake(service.name);
  const unnamed = fields.find(({ suffix }) => variable === prefix + suffix);
  if (unnamed !== undefined) return { account: DEFAULT_ACCOUNT, field: unnamed.field };
  const [named] = fields
    .filter(({ suffix }) => variable.startsWith(`${prefix}_`) && variable.endsWith(suffix))
    .sort((a, b) => b.suffix.length - a.suffix.length);
  if (named === undefined) return undefined;
  const account = variable.slice(prefix.length + 1, -named.suffix.length);
  return accountPart.test(account) ? { account: account.toLowerCase(), field: named.field } : undefined;
}

function readService(environment: Environment, service: ServiceSchema): StoredService {
  const accounts = new Map<string, StoredAccount & { readonly fields: Map<string, string> }>();
  for (const [variable, value] of Object.entries(environment)) {
    const found = value === undefined || value === '' ? undefined : readVariable(variable, service);
    if (found === undefined) continue;
    const account = accounts.get(found.account) ?? { fields: new Map<string, string>(), previous: new Map() };
    accounts.set(found.account, { ...account, fields: account.fields.set(found.field, value ?? '') });
  }
  const pointer = environment[pointerVariable(service.name)];
  return { accounts, ...(pointer ? { default: pointer } : {}) };
}

/**
 * Accounts given by environment variables, read-only and read anew at each call.
 * `SEGMENT_WRITE_KEY` belongs to the unnamed account, `SEGMENT_PRODUCTION_WRITE_KEY` to `production`, and
 * `SEGMENT_ACCOUNT` names the default. The names follow from the service's fields; an empty variable counts as absent.
 * @example environmentStore(process.env)
 */
export function environmentStore(environment: Environment): AccountStore {
  return {
    name: 'environment',
    read: (service) => Promise.resolve(readService(environment, service)),
    locate: ({ name, fields }, account, field) => environmentVariable(name, field, fields[field] ?? { kind: 'text' }, account),
  };
}
