import { nameSource } from '@moonwire/segment-sdk/queue';

import { type AccountSource, createAccountSource } from '../../../accounts/account-source.js';
import { simulatedAccounts } from '../../../accounts/simulated-accounts.js';
import { openRegistry } from '../../session/live-registry.js';

/** Names of accounts by what their sources are named in queues. */
export const nameSources = async (accounts: AccountSource): Promise<ReadonlyMap<string, string>> => {
  const { all, default: chosen } = await accounts.names();
  const names = new Map<string, string>();
  for (const name of new Set([...all, chosen])) {
    const { writeKey } = await accounts.credentials(name);
    if (writeKey !== undefined) names.set(await nameSource(writeKey), name);
  }
  return names;
};

/** The same of all accounts that there are here, those of the simulator included. */
export const nameAccounts = async (): Promise<ReadonlyMap<string, string>> =>
  new Map([
    ...(await nameSources(createAccountSource(simulatedAccounts()))),
    ...(await nameSources(createAccountSource(openRegistry()))),
  ]);
