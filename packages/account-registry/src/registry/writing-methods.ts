import { checkFields } from '../accounts/service.js';
import { addAccount, changeFields, pointTo, removeAccount, renameAccount } from './changes.js';
import { checkKnown, mergeFields, type ReadService, type ServiceLayers } from './layers.js';
import { checkComplete } from './open-account.js';
import type { AccountRegistry } from './registry.js';
import type { Subscriptions } from './subscriptions.js';

const DAY_MS = 86_400_000;

type Writing = Pick<AccountRegistry, 'add' | 'update' | 'rotate' | 'remove' | 'rename' | 'setDefault'>;

type Apply = (found: ServiceLayers) => Promise<void>;

/** The methods that change something: each reads the stores, changes the one concerned, then tells the listeners. */
export function createWritingMethods(read: ReadService, subscriptions: Subscriptions, now: () => number): Writing {
  const change = async (service: string, apply: Apply): Promise<void> => {
    await subscriptions.ready();
    await apply(await read(service));
    await subscriptions.refresh();
  };
  const changeKnown = (service: string, name: string, apply: Apply): Promise<void> =>
    change(service, (found) => {
      checkKnown(found.layers, service, { name, chosenBy: 'explicit' });
      return apply(found);
    });
  const rotate: Writing['rotate'] = (service, name, fields, { overlapMs = DAY_MS } = {}) =>
    changeKnown(service, name, (found) =>
      changeFields(found, name, checkFields(found.service, fields), { now: now(), overlapMs }),
    );
  return {
    add: (service, name, fields) =>
      change(service, (found) => {
        const values = checkFields(found.service, fields);
        const below = mergeFields(found.layers, name);
        checkComplete(found.service, name, (field) => (values.get(field) ?? below.get(field)) !== undefined);
        return addAccount(found, name, values);
      }),
    update: (service, name, fields) => rotate(service, name, fields, { overlapMs: 0 }),
    rotate,
    remove: (service, name) => changeKnown(service, name, (found) => removeAccount(found, name)),
    rename: (service, from, to) => changeKnown(service, from, (found) => renameAccount(found, from, to)),
    setDefault: (service, name) => changeKnown(service, name, (found) => pointTo(found, name)),
  };
}
