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

/** Makes a call whose request goes nowhere, which raises what is wrong with its input or its account. */
const rehearse = async (run: Run, { auth, name }: Operation, { account, input }: ProposedCall): Promise<void> => {
  await interceptRequests(async (transport) => {
    const checker = await run.clients.openChecker(account, transport);
    await (auth === 'writeKey' ? checker.enqueue(name, input).delivered : checker.call(name, input));
  });
};
