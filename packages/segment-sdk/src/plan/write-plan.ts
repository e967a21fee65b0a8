import { isObject } from './json-schema/check.js';
import type { PlanDocument, PlanRule } from './plan-rule.js';

/** The version of the form that plans are written in. */
const FORM = 1;

/** What is said of a plan beside its rules, in the order in which it is written. */
const FACTS = ['id', 'name', 'slug', 'description', 'type', 'resourceSchemaId', 'updatedAt'] as const;

/**
 * A plan as it is kept in a file: the same text for the same plan, whoever read it and in whatever order. Names are
 * sorted at every depth; the times at which Segment wrote single rules are left out, so that only changes show in a
 * difference.
 */
export const writePlan = (document: PlanDocument): string =>
  `${JSON.stringify({ version: FORM, ...arrangePlan(document) }, undefined, 2)}\n`;

/** A plan with its parts in one order; its rules are sorted already. */
const arrangePlan = (document: PlanDocument): PlanDocument => ({
  ...Object.fromEntries(FACTS.flatMap((name) => (document[name] === undefined ? [] : [[name, document[name]]]))),
  rules: document.rules.map(arrangeRule),
});

const arrangeRule = ({ type, key, version, deprecatedAt, jsonSchema }: PlanRule): PlanRule => ({
  type,
  ...(key !== undefined && { key }),
  version,
  ...(deprecatedAt !== undefined && { deprecatedAt }),
  jsonSchema: arrangeSchema(jsonSchema) as PlanRule['jsonSchema'],
});

/** Members by name; what is required in any order is a set. */
export const arrangeSchema = (value: unknown, name = ''): unknown => {
  if (Array.isArray(value)) {
    const items = value.map((item: unknown) => arrangeSchema(item));
    return name === 'required' && items.every((item) => typeof item === 'string') ? items.sort() : items;
  }
  if (!isObject(value)) return value;
  const names = Object.keys(value).sort();
  return Object.fromEntries(names.map((key) => [key, arrangeSchema(value[key], key)]));
};
