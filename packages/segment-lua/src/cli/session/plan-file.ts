import { isSegmentError } from '@moonwire/segment-sdk';
import { createPlan, type Plan, type PlanDocument, writePlan } from '@moonwire/segment-sdk/plan';
import { parse, stringify } from 'yaml';

import type { PlanSettings } from '../../host/account-plan.js';
import { readText } from '../terminal/read-text.js';
import { isUsageError, UsageError } from '../terminal/usage-error.js';
import { writeText } from '../terminal/write-text.js';
import { readPlanTable } from './plan-table.js';

/** Reads a tracking plan from a file, JSON, YAML, or CSV where the name ends so. @throws UsageError when it is none. */
export const readPlanFile = async (path: string): Promise<Plan> => {
  const text = await readText(path);
  try {
    return createPlan(parsePlan(path, text));
  } catch (error) {
    if (isSegmentError(error)) throw new UsageError(`${path}: ${error.message.replace(/^createPlan: /, '')}`);
    if (isUsageError(error)) throw error;
    throw new UsageError(`${path} is neither JSON nor YAML (${(error as Error).message.split('\n', 1)[0]})`);
  }
};

const parsePlan = (path: string, text: string): unknown => {
  if (/\.(csv|tsv)$/i.test(path)) return readPlanTable(text, path);
  // JSON is YAML, but for tabs, and read far faster by itself.
  return /^\s*[[{]/.test(text) ? JSON.parse(text) : parse(text);
};

/** Writes a plan to a file, as YAML where its name ends so, or to standard output. */
export const writePlanFile = async (path: string | undefined, plan: PlanDocument): Promise<void> => {
  const json = writePlan(plan);
  const isYaml = path !== undefined && /\.ya?ml$/i.test(path);
  await writeText(path, isYaml ? stringify(JSON.parse(json), { lineWidth: 0, aliasDuplicateObjects: false }) : json);
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
