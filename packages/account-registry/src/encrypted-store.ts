import type { DataKey, Protection } from './data-key.js';
import { createDataKeys } from './data-keys.js';
import { type Transform, mapValues, replaceValues } from './map-values.js';
import { type SecretPlace, isSealed, seal, unseal } from './sealing.js';
import {
  type SealedValue,
  type ServiceSchema,
  type StoredService,
  type StoredValue,
  type WritableStore,
} from './store.js';

/** A store whose secrets are encrypted at rest. */
export interface EncryptedStore extends WritableStore {
  /**
   * Makes a new data key under another passphrase or key and encrypts every secret of these services anew, each service
   * in one change. From then on this store uses the new protection for them.
   * @throws AccountError `wrong_key` or `tampered`; the service is then as it was.
   */
  rekey(services: readonly string[], next: Protection): Promise<void>;
}

/** An encrypted value with the place it was found in: one that stays there is not encrypted anew. */
interface FoundValue extends SealedValue {
  readonly place: SecretPlace;
}

const isFound = (value: StoredValue): value is FoundValue => typeof value !== 'string' && 'place' in value;
const isAt = ({ place }: FoundValue, { account, field, age }: SecretPlace): boolean =>
  place.account === account && place.field === field && place.age === age;

/** Encrypts what is secret and not encrypted for its place yet, by a key that is fetched at the first need. */
function sealing(schema: ServiceSchema, key: () => Promise<CryptoKey>): Transform<Promise<StoredValue> | undefined> {
  const sealValue = async (value: string | FoundValue, place: SecretPlace): Promise<string> =>
    seal(await key(), typeof value === 'string' ? value : await value.open(), place);
  return (value, place) => {
    if (isFound(value)) return isAt(value, place) ? undefined : sealValue(value, place);
    return typeof value === 'string' && schema.fields[place.field]?.kind === 'secret' ? sealValue(value, place) : undefined;
  };
}

/**
 * Encrypts the secrets of a store at rest: AES-256-GCM under a random data key, which is wrapped by a key derived from
 * the passphrase (scrypt) or by the key given. Version, service, account and field are bound to each secret, so that
 * one put in another's place does not open. Texts and choices stay readable, and listing accounts asks for no
 * passphrase. Secrets that were there unencrypted are encrypted by the next change.
 * @param protection `scryptCost` is scrypt's N, a power of two. Default: 131,072, which takes 128 MiB.
 * @throws AccountError `wrong_key` or `tampered`, when a secret is read or changed.
 * @example encryptedStore(fileStore({ app: 'my-tool' }), { passphrase: () => askForPassphrase() })
 */
export function encryptedStore(store: WritableStore, protection: Protection): EncryptedStore {
  const keys = createDataKeys(protection);
  const opening = (content: StoredService, { name, fields }: ServiceSchema): StoredService =>
    mapValues(content, name, (value, place): StoredValue | FoundValue => {
      const isSecret = content.encryption !== undefined && fields[place.field]?.kind === 'secret';
      if (typeof value !== 'string' || !(isSecret || isSealed(value))) return value;
      return { sealed: value, place, open: async () => unseal((await keys.open(name, content.encryption)).key, value, place) };
    });
  const update: WritableStore['update'] = (schema, edit) =>
    store.update(schema, async (current) => {
      let dataKey: Promise<DataKey> | undefined;
      const needKey = (): Promise<DataKey> => (dataKey ??= current.encryption ? keys.open(schema.name, current.encryption) : keys.create(schema.name));
      const edited = await edit(opening(current, schema));
      const sealed = await replaceValues(edited, schema.name, sealing(schema, async () => (await needKey()).key));
      return dataKey === undefined ? sealed : { ...sealed, encryption: (await needKey()).header };
    });
  const rekey = async (service: string, next: Protection): Promise<void> => {
    const schema = { name: service, fields: {} };
    await store.update(schema, async (current) => {
      const { header, key } = await keys.create(service, next);
      const renew = async (value: FoundValue, place: SecretPlace): Promise<string> => seal(key, await value.open(), place);
      const renewed = replaceValues(opening(current, schema), service, (value, place) => (isFound(value) ? renew(value, place) : undefined));
      return { ...(await renewed), encryption: header };
    });
    keys.change(service, next);
  };
  return {
    ...store,
    read: async (schema) => opening(await store.read(schema), schema),
    update,
    rekey: async (services, next) => {
      for (const service of services) await rekey(service, next);
    },
  };
}
