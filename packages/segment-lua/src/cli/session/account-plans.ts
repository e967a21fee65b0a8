import { dirname, relative, resolve } from 'node:path';

import type { Plan } from '@moonwire/segment-sdk/plan';

import type { SegmentRegistry } from '../../accounts/account-source.js';
import { DEFAULT_ACCOUNT } from '../../accounts/segment-account.js';
import type { PlanSettings } from '../../host/account-plan.js';
import { locateAccounts, SERVICE } from './live-registry.js';
import { readPlanFile, readPlans } from './plan-file.js';

/** The plans that events are held to: what `--plan` says, else what their accounts name. */
export const readPlansOf = async (registry: SegmentRegistry, given: readonly string[]): Promise<PlanSettings> =>
  readPlans(given, await readAccountPlans(registry));

/**
 * The tracking plans that accounts name. A file is read when its account is first used, and is looked for beside the
 * accounts' own file; one that the environment names, from the working directory on.
 */
const readAccountPlans = async (registry: SegmentRegistry): Promise<PlanSettings> => {
  const accounts = (await registry.list(SERVICE)).filter(({ nameFault }) => nameFault === undefined);
  const named = accounts.filter(({ fields }) => fields.plan !== undefined);
  if (named.length === 0) return {};
  const chosen = accounts.find(({ isDefault }) => isDefault)?.name;
  const read = new Map<string, Promise<Plan>>();
  const readOnce = async (name: string, plan: string): Promise<Plan> => {
    const path = await findPlanFile(registry, name, plan);
    const known = read.get(path) ?? readPlanFile(path);
    read.set(path, known);
    return known;
  };
  return {
    plan: (account) => {
      const name = account === DEFAULT_ACCOUNT ? chosen : account;
      const found = named.find((one) => one.name === name);
      return found?.fields.plan === undefined ? undefined : readOnce(found.name, found.fields.plan);
    },
  };
};

const findPlanFile = async (registry: SegmentRegistry, account: string, plan: string): Promise<string> => {
  const { fields } = await registry.explain(SERVICE, account);
  const origin = fields.find(({ field }) => field === 'plan');
  return resolve(origin?.store === 'file' ? dirname(origin.place) : '.', plan);
};

/**
 * How the accounts' file names a plan: from its own folder on where the plan lies in there, so that both can be moved
 * together; else by its whole path.
 * @throws UsageError when the file holds no plan.
 */
export const namePlanFile = async (path: string): Promise<string> => {
  await readPlanFile(path);
  const whole = resolve(path);
  const within = relative(dirname(locateAccounts()), whole);
  return within.startsWith('..') ? whole : within;
};
