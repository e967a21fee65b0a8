import { isObject } from './json-schema/check.js';
import { nameRule, type PlanDocument, type PlanRule } from './plan-rule.js';
import { arrangeSchema } from './write-plan.js';

/** A rule that is in one plan and not, or not so, in another. */
export interface PlanChange {
  readonly kind: 'added' | 'removed' | 'changed';
  readonly type: PlanRule['type'];
  readonly key?: string;
  readonly version: number;
  /** What it is called: `TRACK "Order Completed" (version 2)`. */
  readonly name: string;
  /** What is not the same in a rule that was changed, in the order of the paths. */
  readonly details: readonly SchemaChange[];
}

/** A value of a schema that is not the same; `undefined` where it is not there. */
export interface SchemaChange {
  /** Where in the schema: `properties.revenue.type`. */
  readonly path: string;
  readonly before: unknown;
  readonly after: unknown;
}

/** What must be done to `before` for it to be `after`, rule by rule. Times and the order of members do not count. */
export const comparePlans = (before: PlanDocument, after: PlanDocument): PlanChange[] => {
  const had = indexRules(before);
  const has = indexRules(after);
  const removed = [...had].filter(([id]) => !has.has(id)).map(([, rule]) => toChange('removed', rule));
  const others = [...has].flatMap(([id, rule]) => {
    const earlier = had.get(id);
    if (!earlier) return [toChange('added', rule)];
    const details = compareRules(earlier, rule);
    return details.length > 0 ? [toChange('changed', rule, details)] : [];
  });
  return [...removed, ...others];
};

const indexRules = ({ rules }: PlanDocument): ReadonlyMap<string, PlanRule> =>
  new Map(rules.map((rule) => [JSON.stringify([rule.type, rule.key, rule.version]), rule]));

const toChange = (kind: PlanChange['kind'], rule: PlanRule, details: readonly SchemaChange[] = []): PlanChange => ({
  kind,
  type: rule.type,
  ...(rule.key !== undefined && { key: rule.key }),
  version: rule.version,
  name: nameRule(rule),
  details,
});

const compareRules = (before: PlanRule, after: PlanRule): SchemaChange[] => {
  const details = compareValues(arrangeSchema(before.jsonSchema), arrangeSchema(after.jsonSchema), '');
  const isSame = before.deprecatedAt === after.deprecatedAt;
  return isSame
    ? details
    : [...details, { path: 'deprecatedAt', before: before.deprecatedAt, after: after.deprecatedAt }];
};

const compareValues = (before: unknown, after: unknown, path: string): SchemaChange[] => {
  if (!isObject(before) || !isObject(after))
    return JSON.stringify(before) === JSON.stringify(after) ? [] : [{ path, before, after }];
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])].sort();
  return names.flatMap((name) => compareValues(own(before, name), own(after, name), path ? `${path}.${name}` : name));
};

const own = (value: Readonly<Record<string, unknown>>, name: string): unknown =>
  Object.hasOwn(value, name) ? value[name] : undefined;
