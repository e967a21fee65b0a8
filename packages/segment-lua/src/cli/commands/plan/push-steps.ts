import type { PlanChange, PlanDocument } from '@moonwire/segment-sdk/plan';
import type { PublicApi } from '@moonwire/segment-sdk/public-api';

/** One request of a push. */
export interface PushStep {
  /** The rules it is about, by name. */
  readonly names: readonly string[];
  readonly send: (api: PublicApi, trackingPlanId: string) => Promise<unknown>;
}

/** As many rules as the API takes at a time. */
const MOST_CHANGED = 200;

/** Removals travel in the address, which servers bound. */
const MOST_REMOVED = 25;

/** The requests that bring changes about: what is added and changed first, then what is removed. */
export const createSteps = (changes: readonly PlanChange[], { rules }: PlanDocument): PushStep[] => {
  const isOf = (change: PlanChange) => (rule: Pick<PlanChange, 'type' | 'key' | 'version'>) =>
    rule.type === change.type && rule.key === change.key && rule.version === change.version;
  const removed = changes.filter(({ kind }) => kind === 'removed');
  const written = changes.filter(({ kind }) => kind !== 'removed');
  return [
    ...chunk(written, MOST_CHANGED).map((batch) => ({
      names: batch.map(({ name }) => name),
      send: (api: PublicApi, trackingPlanId: string) =>
        api.updateRulesInTrackingPlan({
          trackingPlanId,
          rules: batch.map((change) => ({
            ...identify(change),
            jsonSchema: rules.find(isOf(change))?.jsonSchema ?? {},
          })),
        }),
    })),
    ...chunk(removed, MOST_REMOVED).map((batch) => ({
      names: batch.map(({ name }) => name),
      send: (api: PublicApi, trackingPlanId: string) =>
        api.removeRulesFromTrackingPlan({ trackingPlanId, rules: batch.map(identify) }),
    })),
  ];
};

const identify = ({ type, key, version }: PlanChange) => ({ type, ...(key !== undefined && { key }), version });

const chunk = <Item>(items: readonly Item[], size: number): (readonly Item[])[] =>
  Array.from({ length: Math.ceil(items.length / size) }, (_, at) => items.slice(at * size, (at + 1) * size));
