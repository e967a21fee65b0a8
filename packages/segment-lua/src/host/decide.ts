import type { Operation } from '@moonwire/segment-sdk';

import { interceptRequests } from './dry-run.js';
import { authorize, type ProposedCall } from './policy.js';
import type { Run } from './run.js';

/**
 * Decides whether a call may be made, and tells whoever wants to know of it before.
 * @returns Nothing where nobody has a say; else what resolves when it is let through.
 * @throws DeniedError; and what is wrong with the call, before a person is asked about it.
 */
export const decide = (run: Run, operation: Operation, proposed: ProposedCall): Promise<void> | undefined => {
  const { policy } = run.settings;
  const decided = policy && authorize(policy, proposed, () => rehearse(run, operation, proposed));
  return decided ? decided.then(() => announce(run, proposed)) : announce(run, proposed);
};

/** Tells that a call is about to be made; a dry run makes none. */
export const announce = (
  { settings: { beforeCall }, dryRun }: Run,
  proposed: ProposedCall,
): Promise<void> | undefined => (beforeCall && !dryRun ? Promise.resolve(beforeCall(proposed)) : undefined);

/** Makes a call whose request goes nowhere, which raises what is wrong with its input or its account. */
const rehearse = async (run: Run, { auth, name }: Operation, { account, input }: ProposedCall): Promise<void> => {
  await interceptRequests(async (transport) => {
    const checker = await run.clients.openChecker(account, transport);
    await (auth === 'writeKey' ? checker.enqueue(name, input).delivered : checker.call(name, input));
  });
};
