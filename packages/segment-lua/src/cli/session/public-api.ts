import { createPublicApi, type PublicApi } from '@moonwire/segment-sdk/public-api';

import { createAccountSource } from '../../accounts/account-source.js';
import type { Session } from './session.js';

/** The whole Public API with the token of an account, at what a session talks to. */
export const openPublicApi = async (
  { options: { accounts = {}, simulator, client } }: Session,
  account?: string,
): Promise<PublicApi> => {
  const source = createAccountSource(accounts);
  const { apiToken, region } = await source.credentials(account ?? (await source.names()).default);
  return createPublicApi({
    apiToken,
    region,
    publicApiUrl: client?.publicApiUrl,
    ...(simulator && 'transport' in simulator && { transport: simulator.transport }),
  });
};
