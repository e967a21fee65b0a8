import type { BrokenEvent, Enforcement, PlanEnforcer } from '@moonwire/segment-sdk/simulator';

import { readGivenPlans } from '../../session/plan-file.js';
import { UsageError } from '../../terminal/usage-error.js';
import type { SimulateFlags } from './simulate-command.js';

type Choice = NonNullable<SimulateFlags['enforce']>;

/** The three settings of a source in one word. */
const SETTINGS: Readonly<Record<Choice, Omit<Enforcement, 'plan'>>> = {
  allow: {},
  omit: { unplannedProperties: 'omit', violations: 'omit' },
  block: { unplannedEvents: 'block', unplannedProperties: 'omit', violations: 'block' },
};

/** The write key of an account that talks to a simulator, as `simulatedAccounts` makes it. */
const KEY_OF_ACCOUNT = /^simulator-(.+)$/;

/**
 * Holds what arrives to the plans that `--plan` names: of all write keys, or of one account's.
 * @throws UsageError for a plan that cannot be read, and for `--enforce` without any.
 */
export const openEnforcer = async (
  { plan: given, enforce }: SimulateFlags,
  onBroken: (broken: BrokenEvent) => void,
): Promise<PlanEnforcer | undefined> => {
  if (given.length === 0 && enforce !== undefined)
    throw new UsageError('--enforce says what becomes of events that break a plan; give the plan by --plan FILE');
  if (given.length === 0) return undefined;
  const [{ enforcePlans }, find] = await Promise.all([
    import('@moonwire/segment-sdk/simulator'),
    readGivenPlans(given),
  ]);
  return enforcePlans(
    (writeKey) => {
      const plan = find(KEY_OF_ACCOUNT.exec(writeKey)?.[1] ?? '');
      return plan && { plan, ...SETTINGS[enforce ?? 'allow'] };
    },
    { onBroken },
  );
};
