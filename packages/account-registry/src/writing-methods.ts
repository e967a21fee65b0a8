import { addAccount, changeFields, pointTo, removeAccount, renameAccount } from './changes.js';
import { type ReadService, type ServiceLayers, layeredFields } from './layers.js';
import { checkComplete } from './open-account.js';
import type { AccountRegistry } from './registry.js';
import { checkFields } from './service.js';
import type { Subscriptions } from './subscriptions.js';

const dayMs = 86_400_000;

type Writing = Pick<AccountRegistry, 'add' | 'update' | 'rotate' | 'remove' | 'rename' | 'setDefault'>;

/** The methods that change something: each reads the stores, changes the one concerned, then tells the listeners. */
export function writingMethods(read: ReadService, subscriptions: Subscriptions, now: () => number): Writing {
  const change = async (service: string, apply: (found: ServiceLayers) => Promise<void>): Promise<void> => {
    await subscriptions.ready();
    await apply(await read(service));
    await subscriptions.refresh();
  };
  return {
    add: (name, account, fields) =>
      change(name, ({ service, layers }) => {
        const values = checkFields(service, fields);
        const below = layeredFields(layers, account);
        checkComplete(service, account, (field) => (values.get(field) ?? below.get(field)) !== undefined);
        return addAccount(service, layers, account, values);
      }),
    update: (name, account, fields) =>
      change(name, ({ service, layers }) =>
        changeFields(service, layers, account, checkFields(service, fields), { now: now(), overlapMs: 0 }),
      ),
    rotate: (name, account, fields, { overlapMs = dayMs } = {}) =>
      change(name, ({ service, layers }) =>
        changeFields(service, layers, account, checkFields(service, fields), { now: now(), overlapMs }),
      ),
    remove: (name, account) => change(name, ({ service, layers }) => removeAccount(service, layers, account)),
    rename: (name, from, to) => change(name, ({ service, layers }) => renameAccount(service, layers, from, to)),
    setDefault: (name, account) => change(name, ({ service, layers }) => pointTo(service, layers, account)),
  };
}
