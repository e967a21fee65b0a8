import { type Enforcement, enforcePlans, type PlanEnforcer } from '@moonwire/segment-sdk/simulator';

import type { BrokenEvent } from '../protocol/exchange.js';
import type { TrackingPlan } from '../protocol/run-setup.js';

/** The settings of a source in one word. */
const SETTINGS: Readonly<Record<TrackingPlan['enforce'], Omit<Enforcement, 'plan'>>> = {
  allow: {},
  omit: { unplannedProperties: 'omit', violations: 'omit' },
  block: { unplannedEvents: 'block', unplannedProperties: 'omit', violations: 'block' },
};

/** What holds the simulated sources to a plan. */
export interface PlanHold {
  readonly enforce: PlanEnforcer['enforce'];
  /** Those of some events that broke it. */
  readonly findBroken: (messageIds: readonly string[]) => BrokenEvent[];
}

/** Holds every source to the plan. @throws SegmentError for one that cannot be read. */
export const holdToPlan = async ({ text, enforce }: TrackingPlan): Promise<PlanHold> => {
  const { openPlan } = await import('../plan/open-plan.js');
  const source = { plan: openPlan(text).plan, ...SETTINGS[enforce] };
  const broken = new Map<string, BrokenEvent>();
  const enforcer = enforcePlans(() => source, {
    onBroken: ({ event: { messageId }, outcome, violations }) => {
      broken.set(messageId, { messageId, outcome, messages: violations.map(({ message }) => message) });
    },
  });
  return {
    enforce: enforcer.enforce,
    findBroken: (messageIds) => messageIds.flatMap((messageId) => broken.get(messageId) ?? []),
  };
};
