import { renderLuaDefinitions } from '@moonwire/docs-gen';

import { DEFAULT_ACCOUNT } from '../../../accounts/segment-account.js';
import { listSurroundings } from '../../../check/known-names.js';
import { readPlanOptions } from '../../../host/account-plan.js';
import { shareEvents } from '../../../reference/plan/shared-events.js';
import { wholeReference } from '../../../reference/whole-reference.js';
import { openSession } from '../../session/session.js';
import { writeText } from '../../terminal/write-text.js';
import type { DocsFlags } from './docs-command.js';

/** Writes definitions for editors: of the accounts there are, and of the events of their plans. */
export const writeDefinitions = async (file: string | undefined, flags: DocsFlags): Promise<void> => {
  const { host, options } = await openSession(flags, {});
  const { accounts } = await listSurroundings(async (code) => (await host.run(code)).values);
  await host.close();
  const names = accounts.filter((name) => name !== DEFAULT_ACCOUNT);
  const plans = await Promise.all(
    [...names, DEFAULT_ACCOUNT].map(async (name) => (await readPlanOptions(options, name)).plan),
  );
  const planned = plans.flatMap((plan) => plan ?? []);
  // An account without a plan takes any event.
  const events = planned.length < plans.length ? [] : shareEvents(planned);
  const reference = { ...wholeReference, accounts: { example: 'track', names } };
  await writeText(file, renderLuaDefinitions(events.length === 0 ? reference : { ...reference, events }));
};
