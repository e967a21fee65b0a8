import type { EncryptionHeader } from '../accounts/store.js';
import { createDataKey, type DataKey, openDataKey, type Protection } from './data-key.js';

/** The data keys of a store's services. Each is derived once, and again when its header has changed. */
export interface DataKeys {
  /** The key of a header. Rejects with `wrong_key` when the protection in use does not open it. */
  open(service: string, header: EncryptionHeader | undefined): Promise<DataKey>;
  /** A new key, by default under the protection in use. */
  create(service: string, protection?: Protection): Promise<DataKey>;
  /** Puts another protection in use. */
  change(service: string, next: Protection): void;
}

/** Keeps the data keys of a store, all under one protection to begin with. */
export function createDataKeys(initial: Protection): DataKeys {
  const protections = new Map<string, Protection>();
  const opened = new Map<string, Promise<DataKey>>();
  const slot = (service: string, header: EncryptionHeader | undefined): string =>
    JSON.stringify([service, header?.['wrapped']]);
  const inUse = (service: string): Protection => protections.get(service) ?? initial;
  return {
    open: (service, header) => {
      const at = slot(service, header);
      const known = opened.get(at);
      if (known !== undefined) return known;
      const dataKey = openDataKey(header ?? {}, inUse(service));
      opened.set(at, dataKey);
      // A passphrase that was wrong may be asked for again.
      dataKey.catch(() => opened.delete(at));
      return dataKey;
    },
    create: async (service, protection = inUse(service)) => {
      const dataKey = await createDataKey(protection);
      opened.set(slot(service, dataKey.header), Promise.resolve(dataKey));
      return dataKey;
    },
    change: (service, next) => {
      protections.set(service, next);
    },
  };
}
