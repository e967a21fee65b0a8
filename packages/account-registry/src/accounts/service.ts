import { AccountError } from './account-error.js';
import type { Credentials, Field, Fields, SecretFields } from './fields.js';
import { isSecret } from './secret.js';
import type { ServiceSchema } from './store.js';

/** An account with its credentials. */
export interface Account<F extends Fields = Fields> {
  readonly service: string;
  readonly name: string;
  readonly fields: Credentials<F>;
  /** Secrets that were rotated away and may be used a while longer. */
  readonly previous: SecretFields<F>;
}

/** What a registry is told of one service. */
export interface ServiceDefinition<F extends Fields = Fields> {
  /** The fields of an account; the types of `add` and `get` follow from them. */
  readonly fields: F;
  /** Names no account may have, such as those of the service's functions. */
  readonly reserve?: readonly string[];
  /**
   * Tries an account against the service, for `registry.test`. It throws when the account does not work, and may
   * return a line that says what it found.
   */
  check?(account: Account<F>, options: CheckOptions): Promise<string | undefined> | string | undefined;
}

/** What a check is given besides the account. */
export interface CheckOptions {
  readonly signal?: AbortSignal | undefined;
}

/** The services of a registry, by name. */
export type Services = Readonly<Record<string, ServiceDefinition>>;

/** The fields of each service's accounts, by the service's name. */
export type ServiceFields = Readonly<Record<string, Fields>>;

/** The services that have these fields: what each service's `check` is given follows from its own. */
export type ServicesOf<M extends ServiceFields> = { readonly [K in keyof M]: ServiceDefinition<M[K]> };

/** A service's definition together with its name. */
export type Service = ServiceDefinition & ServiceSchema;

/**
 * Finds a service by name.
 * @throws AccountError `unknown_service`, listing the services there are.
 */
export function findService(services: Services, name: string): Service {
  const definition = Object.hasOwn(services, name) ? services[name] : undefined;
  if (definition !== undefined) return { ...definition, name };
  const known = quote(Object.keys(services));
  throw new AccountError('unknown_service', `not a service of this registry, which knows ${known}`, { service: name });
}

/** Whether a value is one the field may hold. Blanks and line ends around it belong to no value. */
export function isValid(value: unknown, definition: Field): value is string {
  return (
    typeof value === 'string' &&
    value !== '' &&
    value === value.trim() &&
    (definition.kind !== 'choice' || definition.values.includes(value))
  );
}

/** The error of a value a field may not hold. It shows the value of a choice alone. */
export function createInvalidFieldError(
  service: string,
  field: string,
  definition: Field,
  value: unknown,
  place = '',
): AccountError {
  const isChoice = definition.kind === 'choice';
  const expected = isChoice ? quote(definition.values) : 'string';
  const got = typeof value !== 'string' ? typeof value : isChoice ? `'${value.slice(0, 64)}'` : describeText(value);
  return new AccountError('invalid_field', `bad field '${field}'${place} (${expected} expected, got ${got})`, {
    service,
    field,
  });
}

/**
 * Checks given fields against the service and reads them as text; those given as undefined stay undefined.
 * @throws AccountError `unknown_field` or `invalid_field`, never showing a secret.
 */
export function checkFields(
  service: Service,
  given: Readonly<Record<string, unknown>>,
): Map<string, string | undefined> {
  return new Map(
    Object.entries(given).map(([field, value]) => {
      const definition = Object.hasOwn(service.fields, field) ? service.fields[field] : undefined;
      if (definition === undefined) {
        const known = Object.keys(service.fields).join(', ');
        throw new AccountError('unknown_field', `unknown field '${field.slice(0, 64)}'. Fields: ${known}`, {
          service: service.name,
        });
      }
      return [field, value === undefined ? undefined : checkValue(service, field, definition, value)];
    }),
  );
}

/** What is wrong with a text, without a letter of it. */
function describeText(text: string): string {
  return text.trim() === '' ? 'an empty one' : 'one with blanks or line ends around it';
}

function quote(names: readonly string[]): string {
  return names.map((name) => `'${name}'`).join(', ');
}

function checkValue(service: Service, field: string, definition: Field, value: unknown): string {
  const plain = definition.kind === 'secret' && isSecret(value) ? value.reveal() : value;
  if (isValid(plain, definition)) return plain;
  throw createInvalidFieldError(service.name, field, definition, plain);
}
