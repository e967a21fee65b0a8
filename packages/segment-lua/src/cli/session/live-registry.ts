import {
  type AccountStore,
  createAccountRegistry,
  environmentStore,
  memoryStore,
  type StoredService,
  type WritableStore,
} from '@moonwire/account-registry';
import { fileStore } from '@moonwire/account-registry/node';

import type { SegmentRegistry } from '../../accounts/account-source.js';
import { checkAccount } from '../../accounts/check-account.js';
import { segmentService } from '../../accounts/segment-service.js';
import { complain } from '../terminal/terminal.js';
import { UsageError } from '../terminal/usage-error.js';

/** The service of the registry that the command line's accounts belong to. */
export const SERVICE = 'segment';

/** The name of the configuration's folder, `~/.config/segment-lua`. */
const APP = 'segment-lua';

/** The file that keeps the accounts. */
export const locateAccounts = (): string =>
  fileStore({ app: APP }).locate?.({ name: SERVICE, fields: {} }, '', '') ?? '';

const createCheckAt =
  (url: string): typeof segmentService.check =>
  (account) =>
    checkAccount(account, { publicApiUrl: url });

const createRegistryOn = (stores: readonly AccountStore[], check = segmentService.check): SegmentRegistry =>
  createAccountRegistry({
    services: { segment: { ...segmentService, check } },
    stores,
    onWarning: ({ message }) => {
      complain(`segment-lua: ${message}`);
    },
  });

/**
 * The accounts of whoever runs the command: the environment first, then `accounts.json` in their configuration.
 * @param url Where accounts are tried, in the place of Segment.
 * @param known The only accounts that are there to be seen. Default: all.
 */
export const openRegistry = (url?: string, known?: readonly string[]): SegmentRegistry => {
  const stores: readonly AccountStore[] = [environmentStore(process.env), fileStore({ app: APP })];
  return createRegistryOn(
    known === undefined ? stores : stores.map((store) => hideOthers(store, known)),
    url === undefined ? undefined : createCheckAt(url),
  );
};

/** A store to read from that has only some of another one's accounts. */
const hideOthers = (store: AccountStore, known: readonly string[]): AccountStore => ({
  name: store.name,
  locate: (service, account, field) => store.locate?.(service, account, field) ?? store.name,
  read: async (service) => {
    const { default: chosen, accounts, ...rest } = await store.read(service);
    return {
      ...rest,
      ...(chosen !== undefined && known.includes(chosen) && { default: chosen }),
      accounts: new Map([...accounts].filter(([account]) => known.includes(account))),
    };
  },
});

/**
 * Adds an account, or changes the given fields of one that is there. Blanks and line ends around a value, which files,
 * variables and prompts bring along, are left out.
 * @returns Which of the two it did.
 * @throws UsageError when a credential has some within.
 */
export const putAccount = async (
  registry: SegmentRegistry,
  name: string,
  fields: Readonly<Record<string, string>>,
): Promise<'added' | 'changed'> => {
  const isKnown = (await registry.list(SERVICE)).some((account) => account.name === name);
  const clean = Object.fromEntries(Object.entries(fields).map(([field, value]) => [field, cleanValue(field, value)]));
  await (isKnown ? registry.update(SERVICE, name, clean) : registry.add(SERVICE, name, clean));
  return isKnown ? 'changed' : 'added';
};

const KINDS: ReadonlyMap<string, string> = new Map(
  Object.entries(segmentService.fields).map(([field, { kind }]) => [field, kind]),
);

const cleanValue = (field: string, value: string): string => {
  const clean = value.trim();
  const at = KINDS.get(field) === 'secret' ? clean.search(/[\s\p{Cc}]/u) : -1;
  if (at < 0) return clean;
  throw new UsageError(
    `the ${field} has a blank or a line end at character ${at + 1} of ${clean.length}; is it one key, copied whole?`,
  );
};

/**
 * Checks a name before anything else is asked for.
 * @throws AccountError `invalid_name`
 */
export const checkName = (name: string): Promise<void> => createRegistryOn([memoryStore()]).add(SERVICE, name, {});

const createStagedStore = (content: StoredService): WritableStore => {
  let held = content;
  return {
    name: 'staged',
    read: () => Promise.resolve(held),
    update: async (_service, edit) => {
      held = await edit(held);
    },
  };
};

/** Changes `accounts.json` by any number of steps on a copy: all of them are kept, or none when one is refused. */
export const changeAtOnce = (steps: (registry: SegmentRegistry) => Promise<void>): Promise<void> => {
  const service = { name: SERVICE, fields: segmentService.fields };
  return fileStore({ app: APP }).update(service, async (current) => {
    const staged = createStagedStore(current);
    await steps(createRegistryOn([staged]));
    return staged.read(service);
  });
};
