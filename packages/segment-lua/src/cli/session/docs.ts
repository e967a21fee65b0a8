import { type AgentDocs, createAgentDocs, type Reference } from '@moonwire/docs-gen';

import { addPlan } from '../../reference/plan/plan-reference.js';
import { wholeReference } from '../../reference/whole-reference.js';
import { readMainPlan } from './plan-file.js';

/** The pages that there are, with those of the events of a plan that `--plan` names. */
export const openDocs = async (plans: readonly string[] = []): Promise<AgentDocs> =>
  createAgentDocs(await openReference(plans));

/** The whole reference, with the events of a plan. */
export const openReference = async (plans: readonly string[]): Promise<Reference> => {
  const plan = await readMainPlan(plans);
  return plan ? addPlan(wholeReference, plan) : wholeReference;
};
