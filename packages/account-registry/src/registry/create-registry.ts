import type { AccountError } from '../accounts/account-error.js';
import { findService, type ServiceFields, type ServicesOf } from '../accounts/service.js';
import type { AccountStore } from '../accounts/store.js';
import { readLayers, type ServiceLayers } from './layers.js';
import { findNameWarnings } from './list-accounts.js';
import { createReadingMethods } from './reading-methods.js';
import type { AccountRegistry } from './registry.js';
import { createScope } from './scope.js';
import { createSubscriptions } from './subscriptions.js';
import { createWritingMethods } from './writing-methods.js';

/** How a registry is made. */
export interface RegistryOptions<M extends ServiceFields = ServiceFields> {
  /** The services whose accounts it keeps, by name. */
  readonly services: ServicesOf<M>;
  /**
   * Where accounts are kept. The first overrides the later ones, field by field; the last writable one takes new
   * accounts.
   */
  readonly stores: readonly AccountStore[];
  /**
   * Told once of each stored name that no account may have, or may have any more, and of each file that was set aside;
   * the message says what to do. Default: `console.warn` of the message.
   */
  readonly onWarning?: (warning: AccountError) => void;
  /** The clock, in milliseconds since 1970. Default: `Date.now`. */
  readonly now?: () => number;
}

/**
 * Named accounts with credentials that cannot leak, clash or get lost.
 * @example
 * const registry = createAccountRegistry({
 *   services: { segment: { fields: { writeKey: secret(), region: choice(['us', 'eu']) }, reserve: ['track'] } },
 *   stores: [environmentStore(process.env), fileStore({ app: 'my-tool' })],
 * });
 * await registry.add('segment', 'production', { writeKey: '…', region: 'eu' });
 * const { fields } = await registry.get('segment', 'production');
 */
export function createAccountRegistry<const M extends ServiceFields>(
  options: RegistryOptions<M>,
): AccountRegistry<ServicesOf<M>> {
  const { services, stores, now = Date.now } = options;
  const warn = warnOnce(
    options.onWarning ??
      (({ message }) => {
        console.warn(message);
      }),
  );
  const read = async (name: string): Promise<ServiceLayers> => {
    const service = findService(services, name);
    const layers = await readLayers(stores, service);
    for (const { content } of layers) content.warnings?.forEach(warn);
    findNameWarnings(service, layers).forEach(warn);
    return { service, layers };
  };
  const subscriptions = createSubscriptions(Object.keys(services), stores, async (name) => (await read(name)).layers);
  // The methods take any service's fields; their public types are inferred from the services given.
  const methods: Omit<AccountRegistry, 'services'> = {
    ...createReadingMethods(read, createScope(), now),
    ...createWritingMethods(read, subscriptions, now),
    subscribe: (listener) => subscriptions.subscribe(listener),
  };
  return { services, ...methods } as unknown as AccountRegistry<ServicesOf<M>>;
}

function warnOnce(onWarning: (warning: AccountError) => void): (warning: AccountError) => void {
  const warned = new Set<string>();
  return (warning) => {
    if (warned.has(warning.message)) return;
    warned.add(warning.message);
    onWarning(warning);
  };
}
