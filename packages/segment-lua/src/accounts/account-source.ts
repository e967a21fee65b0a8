import { type AccountRegistry, createAccountRegistry, memoryStore } from '@moonwire/account-registry';

import type { SegmentAccount } from './segment-account.js';
import { DEFAULT_ACCOUNT } from './segment-account.js';
import { credentialFields, segmentService } from './segment-service.js';

/** A registry that keeps Segment's accounts, whatever else it keeps. */
export type SegmentRegistry = AccountRegistry<{ readonly segment: typeof segmentService }>;

/** The accounts there are at one moment. */
export interface AccountNames {
  readonly all: readonly string[];
  /** The account that unqualified calls use; `default` when nothing says otherwise. */
  readonly default: string;
}

/** Where a run finds its accounts. Asked at every run, so an account added to a registry is there in the next one. */
export interface AccountSource {
  readonly names: () => Promise<AccountNames>;
  /** An account's credentials, revealed. An account that is not there has none, which the SDK's errors explain. */
  readonly credentials: (name: string) => Promise<SegmentAccount>;
}

const isRegistry = (accounts: object): accounts is SegmentRegistry =>
  'get' in accounts && typeof accounts.get === 'function';

type CredentialService = Omit<typeof segmentService, 'fields' | 'check'> & { readonly fields: typeof credentialFields };

/** What of a registry a run reads. */
type Credentials = Pick<AccountRegistry<{ readonly segment: CredentialService }>, 'list' | 'get'>;

const registryOf = (accounts: Readonly<Record<string, SegmentAccount>>): Credentials =>
  createAccountRegistry({
    // A host of one's own is given plans by its option `plan`: here the field is unknown.
    services: { segment: { reserve: segmentService.reserve, fields: credentialFields } },
    stores: [
      memoryStore({
        segment: Object.fromEntries(Object.entries(accounts).map(([name, account]) => [name, { ...account }])),
      }),
    ],
    onWarning: ({ message }) => {
      throw new Error(message);
    },
  });

/** Reads accounts from a registry, or from a plain object as if it were one. */
export const createAccountSource = (
  accounts: Readonly<Record<string, SegmentAccount>> | SegmentRegistry,
): AccountSource => {
  const registry: Credentials = isRegistry(accounts) ? accounts : registryOf(accounts);
  const list = async () => (await registry.list('segment')).filter(({ nameFault }) => nameFault === undefined);
  return {
    async names() {
      const accounts = await list();
      const chosen = accounts.find(({ isDefault }) => isDefault);
      return { all: accounts.map(({ name }) => name), default: chosen?.name ?? DEFAULT_ACCOUNT };
    },
    async credentials(name) {
      if (name === DEFAULT_ACCOUNT && (await list()).length === 0) return {};
      const { fields } = await registry.get('segment', name);
      const { writeKey, apiToken, region, tokenOwner } = fields;
      return {
        ...(region && { region }),
        ...(tokenOwner && { tokenOwner }),
        ...(writeKey && { writeKey: writeKey.reveal() }),
        ...(apiToken && { apiToken: apiToken.reveal() }),
      };
    },
  };
};
