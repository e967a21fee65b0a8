import { isSegmentError } from '@moonwire/segment-sdk';
import { createPlan, type Plan, type PlanDocument, writePlan } from '@moonwire/segment-sdk/plan';

import type { PlanSettings } from '../../host/account-plan.js';
import { readText } from '../terminal/read-text.js';
import { printable } from '../terminal/table.js';
import { complain, countOff } from '../terminal/terminal.js';
import { isUsageError, UsageError } from '../terminal/usage-error.js';
import { writeText } from '../terminal/write-text.js';
import { readPlanTable } from './plan-table.js';
import { writePlanTable } from './write-plan-table.js';

/** Reads a tracking plan from a file, JSON, YAML, or CSV where the name ends so. @throws UsageError when it is none. */
export const readPlanFile = async (path: string): Promise<Plan> => {
  const text = await readText(path);
  try {
    return createPlan(await parsePlan(path, text));
  } catch (error) {
    if (isSegmentError(error)) throw new UsageError(`${path}: ${error.message.replace(/^createPlan: /, '')}`);
    if (isUsageError(error)) throw error;
    throw new UsageError(`${path} is neither JSON nor YAML (${(error as Error).message.split('\n', 1)[0]})`);
  }
};

const parsePlan = async (path: string, text: string): Promise<unknown> => {
  if (/\.(csv|tsv)$/i.test(path)) return readPlanTable(text, path);
  // JSON is YAML, but for tabs, and read far faster by itself.
  return /^\s*[[{]/.test(text) ? JSON.parse(text) : (await loadYaml()).parse(text);
};

/** Seventy files, which most commands have no need of. */
const loadYaml = () => import('yaml');

/** What plans are written as. */
export type PlanForm = 'json' | 'yaml' | 'csv';

/**
 * Writes a plan to a file, or to standard output. What a table cannot hold is complained of.
 * @param form Default: what the name of the file says, else `json`.
 */
export const writePlanFile = async (
  path: string | undefined,
  plan: PlanDocument,
  form = tellForm(path),
): Promise<void> => writeText(path, await WRITERS[form](plan));

const tellForm = (path = ''): PlanForm => {
  if (/\.ya?ml$/i.test(path)) return 'yaml';
  return /\.csv$/i.test(path) ? 'csv' : 'json';
};

const WRITERS: Readonly<Record<PlanForm, (plan: PlanDocument) => string | Promise<string>>> = {
  json: writePlan,
  yaml: async (plan) =>
    (await loadYaml()).stringify(JSON.parse(writePlan(plan)), { lineWidth: 0, aliasDuplicateObjects: false }),
  csv: (plan) => {
    const { text, lost } = writePlanTable(plan);
    for (const one of lost.slice(0, MOST_TOLD)) complain(printable(`A table cannot hold ${one}`));
    if (lost.length > MOST_TOLD) complain(`and ${countOff(lost.length - MOST_TOLD, 'more detail')}`);
    return text;
  },
};

/** More of what is lost is told by its number. */
const MOST_TOLD = 10;

/** The plan that `--plan` gave all accounts, or the first one; nothing without any. */
export const readMainPlan = async (given: readonly string[]): Promise<Plan | undefined> => {
  const { all, others } = splitPlans(given);
  const path = all ?? others[0]?.path;
  return path === undefined ? undefined : readPlanFile(path);
};

/** What `--plan` said: files for all accounts, or for one (`staging=staging.json`). */
export const readGivenPlans = async (given: readonly string[]): Promise<(account: string) => Plan | undefined> => {
  const { all, others } = splitPlans(given);
  const common = all === undefined ? undefined : await readPlanFile(all);
  const plans = new Map<string, Plan>();
  for (const { account, path } of others) plans.set(account, await readPlanFile(path));
  return (account) => plans.get(account) ?? common;
};

/**
 * The plans that events are held to.
 * @param given What `--plan` said.
 * @param own What accounts name themselves, which counts where `--plan` says nothing.
 */
export const readPlans = async (given: readonly string[], own: PlanSettings = {}): Promise<PlanSettings> => {
  if (given.length === 0) return own;
  const find = await readGivenPlans(given);
  return { plan: (account) => find(account) ?? (typeof own.plan === 'function' ? own.plan(account) : own.plan) };
};

/** `FILE` is for all accounts, `ACCOUNT=FILE` for one; the last one counts. */
const splitPlans = (given: readonly string[]) => {
  const parts = given.map((text) => /^([a-z]\w*)=(.+)$/.exec(text));
  return {
    all: given.findLast((_text, at) => parts[at] === null),
    others: parts.flatMap((match) => (match ? [{ account: match[1] ?? '', path: match[2] ?? '' }] : [])),
  };
};
