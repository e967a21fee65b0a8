import type { Operation } from '@moonwire/segment-sdk';

import { interceptRequests } from './dry-run.js';
import { authorize, type ProposedCall } from './policy.js';
import type { Run } from './run.js';

/**
 * Decides whether a call may be made.
 * @returns Nothing where no policy has a say; else what resolves when it is let through.
 * @throws DeniedError; and what is wrong with the call, before a person is asked about it.
 */
export const decide = (run: Run, operation: Operation, proposed: ProposedCall): Promise<void> | undefined => {
  const { policy } = run.settings;
  return policy && authorize(policy, proposed, () => rehearse(run, operation, proposed));
};

/** Makes a call on a client that sends nothing, which raises what is wrong with its input or its account. */
const rehearse = async (run: Run, { auth, name }: Operation, { account, input }: ProposedCall): Promise<void> => {
  const { clients } = run;
  if (auth === 'writeKey') (await clients.openChecker(account)).enqueue(name, input);
  else await interceptRequests(async (transport) => (await clients.openChecker(account, transport)).call(name, input));
};
