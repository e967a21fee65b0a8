import { type AgentDocs, createAgentDocs, type Reference } from '@moonwire/docs-gen';
import type { Plan } from '@moonwire/segment-sdk/plan';

import { addPlan } from '../../reference/plan/plan-reference.js';
import { wholeReference } from '../../reference/whole-reference.js';
import { readMainPlan } from './plan-file.js';

/**
 * The pages that there are, with those of the events of a plan that `--plan` names.
 * @param own The plan where that names none. Default: there is none then.
 */
export const openDocs = async (plans: readonly string[] = [], own?: Plan): Promise<AgentDocs> =>
  createAgentDocs(await openReference(plans, own));

/** The whole reference, with the events of a plan. */
export const openReference = async (plans: readonly string[], own?: Plan): Promise<Reference> => {
  const plan = (await readMainPlan(plans)) ?? own;
  return plan ? addPlan(wholeReference, plan) : wholeReference;
};
