import {
  createAccountRegistry,
  environmentStore,
  isAccountError,
  memoryStore,
  secret,
  text,
  type WritableStore,
} from '@moonwire/account-registry';
import { browserStore } from '@moonwire/account-registry/browser';
import { encryptedStore } from '@moonwire/account-registry/encryption';
import { fileStore, keyringStore } from '@moonwire/account-registry/node';
import { unstorageStore } from '@moonwire/account-registry/unstorage';

const services = { mail: { fields: { password: secret(), host: text() } } };
const password = 'not-to-be-seen';

async function use(store: WritableStore): Promise<void> {
  const registry = createAccountRegistry({ services, stores: [store] });
  await registry.add('mail', 'work', { password, host: 'mail.example.com' });
  await registry.update('mail', 'work', { host: 'mail.example.org' });
  const account = await registry.get('mail', 'work');
  // @ts-expect-error types that were lost would take it
  const lost: 5 | undefined = account.fields.host;
  if (JSON.stringify({ account, lost }).includes(password)) throw new Error('the secret was shown');
  if (account.fields.password?.reveal() !== password) throw new Error('the secret was lost');
  await registry.remove('mail', 'work');
}

/** A storage with the methods of `unstorage` that are asked for. */
function createStorage() {
  const items = new Map<string, unknown>();
  return {
    getKeys: (base: string) => Promise.resolve([...items.keys()].filter((key) => key.startsWith(base))),
    getItem: (key: string) => Promise.resolve(items.get(key) ?? null),
    setItem: (key: string, value: unknown) => Promise.resolve(void items.set(key, value)),
    removeItem: (key: string) => Promise.resolve(void items.delete(key)),
  };
}

async function useEnvironment(): Promise<void> {
  const registry = createAccountRegistry({ services, stores: [environmentStore({ MAIL_WORK_PASSWORD: password })] });
  const { fields } = await registry.get('mail', 'work');
  if (fields.password?.reveal() !== password) throw new Error('the variable was not read');
}

/** Where there is no such place, the store says so. */
async function expectRefusal(store: WritableStore): Promise<void> {
  const refusal: unknown = await use(store).catch((error: unknown) => error);
  if (!isAccountError(refusal)) throw new Error(`not refused: ${String(refusal)}`);
}

async function main(): Promise<void> {
  const folder = `./kept-${crypto.randomUUID()}`;
  await use(memoryStore());
  await use(fileStore({ path: `${folder}/accounts.json` }));
  await use(fileStore({ path: `${folder}/accounts.toml` }));
  await use(unstorageStore(createStorage()));
  await use(encryptedStore(memoryStore(), { passphrase: 'of the test', scryptCost: 1_024 }));
  await useEnvironment();
  await expectRefusal(keyringStore({ app: 'consumer' }));
  await expectRefusal(browserStore());
  console.log('works');
}

void main();
