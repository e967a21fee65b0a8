import type { Violation } from '../contract/violation.js';
import { reasonOf } from '../schema/json-value.js';
import { invalidPlan } from './invalid-plan.js';
import type { Check, Finding, SchemaObject } from './json-schema/check.js';
import { compileSchema } from './json-schema/compile-schema.js';
import { isAboutMessage, MAPS, mapSchema } from './message-schema.js';
import { nameRule, type PlanRule } from './plan-rule.js';
import { toViolation } from './to-violation.js';
import { compileUnplanned } from './unplanned.js';

/** Adds what an event breaks of one rule. */
export type RuleCheck = (event: SchemaObject, violations: Violation[]) => void;

const NOTHING: SchemaObject = {};

/** Makes the check of a rule. @throws {SegmentError} `invalid_plan` */
export const compileRule = (rule: PlanRule): RuleCheck => {
  const { type, jsonSchema } = rule;
  const check = compileChecked(rule);
  if (type === 'COMMON')
    return (event, violations) => {
      report(check, event, '', violations);
    };
  const map = MAPS[type];
  const findUnplanned = compileUnplanned(mapSchema(type, jsonSchema));
  const isWhole = isAboutMessage(type, jsonSchema);
  return (event, violations) => {
    const members = event[map] ?? NOTHING;
    if (!isWhole) report(check, members, map, violations);
    else report(check, event[map] === undefined ? { ...event, [map]: NOTHING } : event, '', violations);
    findUnplanned?.(members, map, violations);
  };
};

const compileChecked = (rule: PlanRule): Check => {
  try {
    return compileSchema(rule.jsonSchema);
  } catch (error) {
    throw invalidPlan(`the schema of ${nameRule(rule)} cannot be used: ${reasonOf(error)}`);
  }
};

const report = (check: Check, value: unknown, path: string, violations: Violation[]): void => {
  const findings: Finding[] = [];
  check(value, path, findings);
  for (const finding of findings) violations.push(toViolation(finding));
};
