import { isSegmentError } from '@moonwire/segment-sdk';
import { createPlan, type Plan } from '@moonwire/segment-sdk/plan';
import { parse } from 'yaml';

import type { PlanSettings } from '../../host/account-plan.js';
import { readText } from '../terminal/read-text.js';
import { UsageError } from '../terminal/usage-error.js';

/** Reads a tracking plan from a file, JSON or YAML. @throws UsageError when it is none. */
export const readPlanFile = async (path: string): Promise<Plan> => {
  const text = await readText(path);
  try {
    // JSON is YAML, but for tabs, and read far faster by itself.
    return createPlan(/^\s*[[{]/.test(text) ? (JSON.parse(text) as unknown) : (parse(text) as unknown));
  } catch (error) {
    if (isSegmentError(error)) throw new UsageError(`${path}: ${error.message.replace(/^createPlan: /, '')}`);
    throw new UsageError(`${path} is neither JSON nor YAML (${(error as Error).message.split('\n', 1)[0]})`);
  }
};

/** What `--plan` said: files for all accounts, or for one (`staging=staging.json`). */
export const readPlans = async (given: readonly string[]): Promise<PlanSettings> => {
  const plans = new Map<string, Plan>();
  for (const text of given) {
    const [, account = '', path = text] = /^([a-z]\w*)=(.+)$/.exec(text) ?? [];
    plans.set(account, await readPlanFile(path));
  }
  return plans.size === 0 ? {} : { plan: (account) => plans.get(account) ?? plans.get('') };
};
