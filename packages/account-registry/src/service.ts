import { accountError } from './account-error.js';
import type { Credentials, Field, Fields, SecretFields } from './fields.js';
import { environmentVariable, pointerVariable } from './environment-store.js';
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

/** A service's definition together with its name. */
export type Service = ServiceDefinition & ServiceSchema;

const quoted = (names: readonly string[]): string => names.map((name) => `'${name}'`).join(', ');

/**
 * Finds a service by name.
 * @throws AccountError `unknown_service`, listing the services there are.
 */
export function findService(services: Services, name: string): Service {
  const definition = Object.hasOwn(services, name) ? services[name] : undefined;
  if (definition !== undefined) return { ...definition, name };
  const known = quoted(Object.keys(services));
  throw accountError('unknown_service', `no service '${name}' in this registry; it knows ${known}`, { service: name });
}

/**
 * Refuses services whose fields could not be told apart.
 * @throws AccountError `invalid_definition`.
 */
export function checkServices(services: Services): void {
  for (const [service, { fields }] of Object.entries(services)) {
    const variables = Object.entries(fields).map(([field, definition]) => environmentVariable(service, field, definition));
    const twice = variables.find((variable, at) => variables.indexOf(variable) < at || variable === pointerVariable(service));
    const fault = 'previous' in fields ? `a field cannot be called 'previous'` : twice && `two meanings for ${twice}; set 'env' of one field`;
    if (fault) throw accountError('invalid_definition', `${service}: ${fault}`, { service });
  }
}

function checkValue(service: Service, field: string, definition: Field, value: unknown): string {
  const at = { service: service.name, field };
  const plain = definition.kind === 'secret' && isSecret(value) ? value.reveal() : value;
  if (typeof plain !== 'string') {
    throw accountError('invalid_field', `${service.name}: bad field '${field}' (string expected, got ${typeof value})`, at);
  }
  if (plain === '') throw accountError('invalid_field', `${service.name}: field '${field}' is empty; leave it out instead`, at);
  if (definition.kind === 'choice' && !definition.values.includes(plain)) {
    const message = `${service.name}: bad field '${field}' (${quoted(definition.values)} expected, got '${plain.slice(0, 64)}')`;
    throw accountError('invalid_field', message, at);
  }
  return plain;
}

/**
 * Checks given fields against the service and reads them as text; those given as undefined stay undefined.
 * @throws AccountError `unknown_field` or `invalid_field`, never showing a secret.
 */
export function checkFields(service: Service, given: Readonly<Record<string, unknown>>): Map<string, string | undefined> {
  return new Map(
    Object.entries(given).map(([field, value]) => {
      const definition = Object.hasOwn(service.fields, field) ? service.fields[field] : undefined;
      if (definition === undefined) {
        const known = Object.keys(service.fields).join(', ');
        throw accountError('unknown_field', `${service.name}: unknown field '${field.slice(0, 64)}'. Fields: ${known}`, { service: service.name });
      }
      return [field, value === undefined ? undefined : checkValue(service, field, definition, value)];
    }),
  );
}
