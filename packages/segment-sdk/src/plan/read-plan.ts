import { described } from '../schema/json-value.js';
import { invalidPlan } from './invalid-plan.js';
import { isObject, type SchemaObject } from './json-schema/check.js';
import { type PlanDocument, type PlanRule, RULE_TYPES, type RuleType, sortRules } from './plan-rule.js';
import { isConfigPlan, readConfigRules } from './read-config-plan.js';
import { isPlainPlan, readPlainRules } from './read-plain-plan.js';

const FACTS = ['id', 'name', 'slug', 'description', 'type', 'resourceSchemaId', 'createdAt', 'updatedAt'] as const;

/** What Segment writes as the time of a deprecation that did not happen. */
const NEVER = '0001-01-01';

/**
 * Reads a plan in any of the shapes that people have: the Public API's plan with its rules (also as the answers of all
 * pages, also rules alone), Typewriter's plan.json of either age, the Config API's plans, and the plain one, `events`
 * with their `properties`. @throws {SegmentError} `invalid_plan`
 */
export const readPlan = (json: unknown): PlanDocument => {
  const document = unwrap(json);
  const rules = rulesOf(document).map(readRule);
  rejectDoubles(rules);
  return { ...factsOf(document), rules: sortRules(rules) };
};

/** The plan itself, out of the answers of an API that it may come in. */
const unwrap = (json: unknown): SchemaObject => {
  if (Array.isArray(json)) return { rules: json.flatMap((item) => (isPage(item) ? rulesOf(unwrap(item)) : [item])) };
  if (!isObject(json))
    throw invalidPlan(`a plan expected, got ${described(json)}; of a file give what JSON.parse returns`);
  const { data, trackingPlan, ...rest } = json;
  if (isObject(data)) return unwrap({ ...rest, ...data });
  return isObject(trackingPlan) ? { ...rest, ...trackingPlan } : json;
};

const isPage = (item: unknown): boolean => isObject(item) && (isObject(item.data) || Array.isArray(item.rules));

const rulesOf = (plan: SchemaObject): readonly unknown[] => {
  if (Array.isArray(plan.rules)) return plan.rules;
  if (isConfigPlan(plan)) return readConfigRules(plan.rules as SchemaObject);
  if (isPlainPlan(plan)) return readPlainRules(plan);
  throw invalidPlan(`no rules or events in it; its fields are ${Object.keys(plan).slice(0, 12).join(', ') || 'none'}`);
};

const factsOf = (plan: SchemaObject): Omit<PlanDocument, 'rules'> => {
  const { display_name, create_time, update_time } = plan;
  const given: SchemaObject =
    typeof display_name === 'string'
      ? {
          name: display_name,
          resourceSchemaId: String(plan.name).split('/').at(-1),
          createdAt: create_time,
          updatedAt: update_time,
        }
      : plan;
  const facts: Partial<Record<(typeof FACTS)[number], string>> = {};
  for (const name of FACTS) {
    const value = given[name];
    if (typeof value === 'string' && value !== '') facts[name] = value;
  }
  return facts;
};

const readRule = (given: unknown, at: number): PlanRule => {
  const field = `rules.${at}`;
  if (!isObject(given)) throw invalidPlan(`${field}: a rule expected, got ${described(given)}`, field);
  const { type, key, version = 1, jsonSchema, createdAt, updatedAt, deprecatedAt } = given;
  if (!isRuleType(type)) throw bad(`${field}.type`, `one of ${RULE_TYPES.join(', ')}`, type);
  if (type === 'TRACK' && (typeof key !== 'string' || key === '')) throw bad(`${field}.key`, 'name of an event', key);
  if (typeof version !== 'number') throw bad(`${field}.version`, 'number', version);
  if (jsonSchema != null && !isObject(jsonSchema)) throw bad(`${field}.jsonSchema`, 'JSON Schema', jsonSchema);
  return {
    type,
    ...(typeof key === 'string' && key !== '' && { key }),
    version,
    jsonSchema: jsonSchema ?? {},
    ...(typeof createdAt === 'string' && { createdAt }),
    ...(typeof updatedAt === 'string' && { updatedAt }),
    ...(typeof deprecatedAt === 'string' && !deprecatedAt.startsWith(NEVER) && { deprecatedAt }),
  };
};

const isRuleType = (type: unknown): type is RuleType => RULE_TYPES.includes(type as RuleType);

const bad = (field: string, expected: string, value: unknown) =>
  invalidPlan(
    `bad '${field}' (${expected} expected, got ${typeof value === 'string' ? JSON.stringify(value) : described(value)})`,
    field,
  );

/** Two rules of one version leave open which of them counts. */
const rejectDoubles = (rules: readonly PlanRule[]): void => {
  const seen = new Map<string, number>();
  rules.forEach(({ type, key, version }, at) => {
    const name = JSON.stringify([type, key, version]);
    const before = seen.get(name);
    if (before !== undefined)
      throw invalidPlan(`rules.${at} and rules.${before} are both version ${version} of ${key ?? type}`, `rules.${at}`);
    seen.set(name, at);
  });
};
