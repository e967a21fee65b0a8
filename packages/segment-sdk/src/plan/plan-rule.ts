import type { SchemaObject } from './json-schema/check.js';

/** The kinds of calls a rule may be about; `COMMON` is about all of them. */
export const RULE_TYPES = ['TRACK', 'IDENTIFY', 'GROUP', 'PAGE', 'SCREEN', 'COMMON'] as const;

/** What a rule is about. */
export type RuleType = (typeof RULE_TYPES)[number];

/** A rule of a tracking plan, as the Public API has it. */
export interface PlanRule {
  readonly type: RuleType;
  /** Name of the event, for `TRACK`. */
  readonly key?: string;
  readonly version: number;
  /** JSON Schema (draft-07): of the properties or traits, or of the whole message. */
  readonly jsonSchema: SchemaObject;
  readonly createdAt?: string;
  readonly updatedAt?: string;
  /** Absent unless the rule is deprecated. */
  readonly deprecatedAt?: string;
}

/** A tracking plan with all its rules. */
export interface PlanDocument {
  readonly id?: string;
  readonly name?: string;
  readonly slug?: string;
  readonly description?: string;
  readonly type?: string;
  readonly resourceSchemaId?: string;
  readonly createdAt?: string;
  readonly updatedAt?: string;
  readonly rules: readonly PlanRule[];
}

/** What a rule is called in messages: `TRACK "Order Completed" (version 2)`. */
export const nameRule = ({ type, key, version }: Pick<PlanRule, 'type' | 'key' | 'version'>): string =>
  `${type}${key === undefined ? '' : ` ${JSON.stringify(key)}`} (version ${version})`;

/** Of the versions of one event, the one that counts for events that do not say theirs: the newest not deprecated. */
export const chooseNewest = (rules: readonly PlanRule[]): PlanRule | undefined => {
  const sorted = [...rules].sort((a, b) => b.version - a.version);
  return sorted.find(({ deprecatedAt }) => deprecatedAt === undefined) ?? sorted[0];
};

/** The rules by what they are about: an event by its name, another kind of call by its type. */
export const groupRules = (rules: readonly PlanRule[]): ReadonlyMap<string, readonly PlanRule[]> => {
  const groups = new Map<string, PlanRule[]>();
  for (const rule of rules) {
    const name = rule.type === 'TRACK' ? (rule.key ?? '') : rule.type;
    const group = groups.get(name);
    if (group) group.push(rule);
    else groups.set(name, [rule]);
  }
  return groups;
};

/** The rules in an order that does not depend on who read them: by type, name and version. */
export const sortRules = (rules: readonly PlanRule[]): PlanRule[] =>
  [...rules].sort(
    (a, b) =>
      RULE_TYPES.indexOf(a.type) - RULE_TYPES.indexOf(b.type) ||
      compare(a.key ?? '', b.key ?? '') ||
      a.version - b.version,
  );

/** By UTF-16, the same in every locale. */
const compare = (a: string, b: string): number => Number(a > b) - Number(a < b);
