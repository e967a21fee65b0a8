import type { Fault, RunLimits, SimulatedWorkspace, TrackingPlan } from '../protocol/run-setup.js';
import { accountNames, replaceAccounts } from './accounts.js';
import { faultKinds, faults } from './faults.js';
import { limitFields, setLimits } from './limits.js';
import { trackingPlan } from './plan.js';
import { script } from './script.js';
import { workspace } from './workspace.js';

/** What a script needs around it: all that is kept and shared. Real keys, results and the look of the page are not. */
export interface Playground {
  readonly code: string;
  readonly accounts: readonly string[];
  readonly workspace: SimulatedWorkspace;
  readonly faults: readonly Fault[];
  /** Limits that are not the standard ones. */
  readonly limits?: Partial<RunLimits>;
  /** The tracking plan of the simulated sources. */
  readonly plan?: TrackingPlan;
}

/** The playground as it stands. */
export const readPlayground = (): Playground => ({
  code: script.value,
  accounts: accountNames.value,
  workspace: workspace.value,
  faults: faults.value,
  ...(Object.keys(setLimits.value).length > 0 && { limits: setLimits.value }),
  ...(trackingPlan.value && { plan: trackingPlan.value }),
});

/** Takes over everything but the script, which belongs to the editor. */
export const applySettings = async (settings: Omit<Playground, 'code'>): Promise<void> => {
  workspace.value = settings.workspace;
  faults.value = settings.faults;
  setLimits.value = settings.limits ?? {};
  trackingPlan.value = settings.plan;
  await replaceAccounts(settings.accounts);
};

type Loose = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is Loose =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const hasTexts = (value: unknown, ...keys: readonly string[]): value is Loose =>
  isObject(value) && keys.every((key) => typeof value[key] === 'string');

const isListOf = (value: unknown, check: (item: unknown) => boolean): boolean =>
  Array.isArray(value) && value.every(check);

const isWorkspace = (value: unknown): boolean =>
  hasTexts(value, 'slug', 'name') &&
  isListOf(value.sources, (source) => hasTexts(source, 'id', 'name', 'writeKey')) &&
  isListOf(value.users, (user) => hasTexts(user, 'id', 'name', 'email'));

const isLimits = (value: unknown): boolean =>
  isObject(value) &&
  Object.entries(value).every(
    ([name, limit]) =>
      Object.hasOwn(limitFields, name) && Number.isFinite(limit) && Number(limit) >= (name === 'maxRetries' ? 0 : 1),
  );

const isPlan = (value: unknown): boolean =>
  hasTexts(value, 'text') && ['allow', 'omit', 'block'].includes(String(value.enforce));

const isFault = (value: unknown): boolean =>
  isObject(value) &&
  Object.hasOwn(faultKinds, String(value.kind)) &&
  ['id', 'times', 'seconds'].every((key) => Number.isFinite(value[key]));

/** Whether something read from outside is a {@link Playground}, field by field. */
export const isPlayground = (value: unknown): value is Playground =>
  hasTexts(value, 'code') &&
  isListOf(value.accounts, (name) => typeof name === 'string') &&
  isWorkspace(value.workspace) &&
  isListOf(value.faults, isFault) &&
  (value.limits === undefined || isLimits(value.limits)) &&
  (value.plan === undefined || isPlan(value.plan));
