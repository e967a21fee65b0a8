import type { ServiceSchema, StoredService, ValuePlace, WritableStore } from '../accounts/store.js';
import type { DataKey, Protection } from './data-key.js';
import { createDataKeys, type DataKeys } from './data-keys.js';
import { isSealed, seal, unseal } from './sealing.js';
import { readValue, replaceValues, visitValues } from './stored-values.js';

/** A store whose secrets are encrypted at rest. */
export interface EncryptedStore extends WritableStore {
  /**
   * Makes a new data key under another passphrase or key and encrypts every secret of these services anew, each service
   * in one change. From then on this store uses the new protection for them.
   * @throws AccountError `wrong_key` or `tampered`; the service is then as it was.
   */
  rekey(services: readonly string[], next: Protection): Promise<void>;
}

type Open = (kept: string, place: ValuePlace) => Promise<string>;

/**
 * Encrypts the secrets of a store at rest: AES-256-GCM under a random data key, which is wrapped by a key derived from
 * the passphrase (scrypt) or by the key given. Version, service, account and field are bound to each secret, so that
 * one put in another's place does not open. Texts and choices stay readable, and listing accounts asks for no
 * passphrase. Secrets that were there unencrypted are encrypted by the next change.
 * @throws AccountError `wrong_key` or `tampered`, when a secret is read or changed.
 * @example encryptedStore(fileStore({ app: 'my-tool' }), { passphrase: () => askForPassphrase() })
 */
export function encryptedStore(store: WritableStore, protection: Protection): EncryptedStore {
  const keys = createDataKeys(protection);
  const rekey = async (service: string, next: Protection): Promise<void> => {
    const schema = { name: service, fields: {} };
    await store.update(schema, async (current) => {
      const open = createOpener(keys, schema, current);
      const { header, key } = await keys.create(service, next);
      const renew = async (value: string, place: ValuePlace): Promise<string> =>
        seal(key, await open(value, place), { service, ...place });
      const renewed = await replaceValues(current, (value, place) =>
        isSealed(value) ? renew(value, place) : undefined,
      );
      return { ...renewed, encryption: header };
    });
    keys.change(service, next);
  };
  return {
    ...store,
    read: async (schema) => {
      const content = await store.read(schema);
      return { ...content, open: createOpener(keys, schema, content) };
    },
    update: (schema, edit) =>
      store.update(schema, async (current) => {
        const open = createOpener(keys, schema, current);
        let dataKey: Promise<DataKey> | undefined;
        const needKey = (): Promise<DataKey> =>
          (dataKey ??= current.encryption ? keys.open(schema.name, current.encryption) : keys.create(schema.name));
        const edited = await edit({ ...current, open });
        const sealed = await sealChanges(schema, current, edited, open, async () => (await needKey()).key);
        return { ...sealed, ...(dataKey && { encryption: (await needKey()).header }), open: undefined };
      }),
    rekey: async (services, next) => {
      for (const service of services) await rekey(service, next);
    },
  };
}

/** Reads the values of a service: secrets must be encrypted once it has a header, the rest may be. */
function createOpener(keys: DataKeys, { name: service, fields }: ServiceSchema, { encryption }: StoredService): Open {
  return async (kept, place) => {
    const mustBeSealed = encryption !== undefined && fields[place.field]?.kind === 'secret';
    if (!mustBeSealed && !isSealed(kept)) return kept;
    const { key } = await keys.open(service, encryption);
    return unseal(key, kept, { service, ...place });
  };
}

/** Where each encrypted value lies, by its text: no two are alike. */
function findSealedPlaces(content: StoredService): ReadonlyMap<string, ValuePlace> {
  const places = new Map<string, ValuePlace>();
  visitValues(content, (value, place) => {
    if (isSealed(value)) places.set(value, place);
  });
  return places;
}

/**
 * Encrypts what an edit has put in or moved, by a key that is fetched at the first need. What it left alone stays as it
 * is.
 */
function sealChanges(
  schema: ServiceSchema,
  before: StoredService,
  after: StoredService,
  open: Open,
  key: () => Promise<CryptoKey>,
): Promise<StoredService> {
  const places = findSealedPlaces(before);
  const sealFor = async (plain: string | Promise<string>, place: ValuePlace): Promise<string> =>
    seal(await key(), await plain, { service: schema.name, ...place });
  return replaceValues(after, (value, place) => {
    const isUntouched = readValue(before, place) === value;
    if (isUntouched && (isSealed(value) || before.encryption !== undefined)) return undefined;
    const from = places.get(value);
    if (from !== undefined) return sealFor(open(value, from), place);
    return schema.fields[place.field]?.kind === 'secret' ? sealFor(value, place) : undefined;
  });
}
