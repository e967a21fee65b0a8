import { type Account, choice, secret, text } from '@moonwire/account-registry';
import { operations } from '@moonwire/segment-sdk';
import { publicOperations } from '@moonwire/segment-sdk/public-api';

import { checkAccount } from './check-account.js';

/** What calls need of an account. */
export const credentialFields = {
  writeKey: secret({ description: 'Write key of a source; tracking calls need it' }),
  apiToken: secret({ description: 'Public API token of the workspace; reading calls need it' }),
  region: choice(['us', 'eu'], { description: 'Where the workspace lives: us or eu' }),
  tokenOwner: text({ description: "E-mail or id of the token's owner, for get_current_user" }),
};

/** What an account of Segment holds. */
export const segmentFields = {
  ...credentialFields,
  plan: text({
    env: 'TRACKING_PLAN',
    description: 'File of the tracking plan that the command line holds its events to',
  }),
};

/**
 * Segment as an account registry knows it: what an account holds, how to try one, and the names no account may take
 * because a script would no longer reach the function of that name.
 * @example
 * const registry = createAccountRegistry({ services: { segment: segmentService }, stores:
 * [environmentStore(process.env)] }); const host = createSegmentLua({ accounts: registry });
 */
export const segmentService = {
  fields: segmentFields,
  reserve: [...new Set([...operations, ...publicOperations].map(({ name }) => name))],
  check: (account: Account<typeof segmentFields>) => checkAccount(account),
};
