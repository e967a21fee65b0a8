import { isObject, type SchemaObject } from './json-schema/check.js';
import type { RuleType } from './plan-rule.js';

/** What a rule is read from. */
export type GivenRule = Readonly<Record<string, unknown>> & { readonly type: RuleType };

/** Members of the Config API's `rules` that are one schema each. */
const KINDS = { identify: 'IDENTIFY', group: 'GROUP', page: 'PAGE', screen: 'SCREEN', global: 'COMMON' } as const;

/** Whether a plan has the shape of the Config API, which old files of Typewriter have: `rules` by kinds. */
export const isConfigPlan = (plan: SchemaObject): boolean => isObject(plan.rules);

/** The rules of such a plan. */
export const readConfigRules = (rules: SchemaObject): GivenRule[] => {
  const events = Array.isArray(rules.events) ? rules.events : [];
  const kinds = Object.entries(KINDS).filter(([name]) => isSaying(rules[name]));
  return [
    ...events.map((event: unknown) => readEvent(isObject(event) ? event : {})),
    ...kinds.map(([name, type]) => ({ type, version: 1, jsonSchema: rules[name] })),
  ];
};

const readEvent = ({ name, version, description, rules }: SchemaObject): GivenRule => ({
  type: 'TRACK',
  key: name,
  version: version ?? 1,
  jsonSchema: {
    ...(typeof description === 'string' && description !== '' && { description }),
    ...(isObject(rules) && rules),
  },
});

/** Plans without such a rule have an empty object in its place. */
const isSaying = (schema: unknown): boolean => isObject(schema) && Object.keys(schema).length > 0;
