import { createPlan, type PlanDocument } from '@moonwire/segment-sdk/plan';
import type { PublicApi } from '@moonwire/segment-sdk/public-api';

import { UsageError } from '../terminal/usage-error.js';

/** Which plan of a workspace is meant. */
export interface PlanChoice {
  readonly id?: string | undefined;
  /** Slug or id of the source that is held to it. */
  readonly source?: string | undefined;
}

/**
 * Reads a plan with the rules of all pages: the one of an id, the one that a source is held to, or the only one there
 * is.
 * @throws UsageError when it is not clear which one is meant, naming those there are.
 */
export const readRemotePlan = async (
  api: PublicApi,
  choice: PlanChoice,
): Promise<PlanDocument & { readonly id: string }> => {
  const id = await findPlanId(api, choice);
  const { trackingPlan } = await api.getTrackingPlan({ trackingPlanId: id });
  const rules = await api.listRulesFromTrackingPlan.all({ trackingPlanId: id });
  return { ...createPlan({ ...trackingPlan, rules }).document, id };
};

const findPlanId = async (api: PublicApi, { id, source }: PlanChoice): Promise<string> => {
  if (source !== undefined) return findPlanOfSource(api, source);
  const plans = await api.listTrackingPlans.all({ type: 'LIVE' });
  const names = plans.map(({ id: one, name = '' }) => `${one} "${name}"`).join(', ') || 'none';
  const [only, ...others] = id === undefined ? plans : plans.filter((plan) => plan.id === id);
  if (only && others.length === 0) return only.id;
  if (id !== undefined) throw new UsageError(`the plan '${id}' is not in this workspace, which has ${names}`);
  throw new UsageError(`which plan? Give --id or --source; this workspace has ${names}`);
};

const findPlanOfSource = async (api: PublicApi, given: string): Promise<string> => {
  const sources = await api.listSources.all();
  const source = sources.find(({ id, slug }) => slug === given || id === given);
  if (!source)
    throw new UsageError(`there is no source '${given}'; there are ${sources.map(({ slug }) => slug).join(', ')}`);
  const { trackingPlanId } = await api.getSource({ sourceId: source.id });
  if (trackingPlanId) return trackingPlanId;
  throw new UsageError(`the source '${given}' is held to no tracking plan`);
};
