import type { OnViolation, Plan } from '@moonwire/segment-sdk/plan';

/** The tracking plan that events are held to: one for all accounts, or the one of each. */
export type AccountPlans = Plan | ((account: string) => Plan | undefined | Promise<Plan | undefined>);

/** What events are held to, and what becomes of those that break it. */
export interface PlanSettings {
  readonly plan?: AccountPlans | undefined;
  readonly onViolation?: OnViolation | undefined;
}

/** What an account's client is to know of its plan. Scripts learn of violations as errors unless told otherwise. */
export const readPlanOptions = async (
  { plan, onViolation = 'reject' }: PlanSettings,
  account: string,
): Promise<{ readonly plan?: Plan; readonly onViolation?: OnViolation }> => {
  const found = typeof plan === 'function' ? await plan(account) : plan;
  return found ? { plan: found, onViolation } : {};
};
