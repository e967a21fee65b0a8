import { isObject, passes, type SchemaObject } from '../json-schema/check.js';
import { compileSchema } from '../json-schema/compile-schema.js';
import { isAboutMessage, MAPS, mapSchema } from '../message-schema.js';
import { chooseNewest, groupRules, type PlanDocument, type PlanRule, type RuleType } from '../plan-rule.js';
import { isClosed } from '../unplanned.js';

/** A schema of draft-07. */
export interface PlanSchema {
  readonly $schema: 'http://json-schema.org/draft-07/schema#';
  readonly title: string;
  readonly [keyword: string]: unknown;
}

/**
 * A plan as one JSON Schema (draft-07) of an event, for whatever knows JSON Schema: it accepts what `plan.check` finds
 * nothing in. An event is what is sent, with its `type` (`track` where there is none).
 */
export const describePlan = ({ name = 'Tracking plan', rules }: PlanDocument): PlanSchema => {
  const track = rules.filter(({ type }) => type === 'TRACK');
  const common = rules.filter(({ type }) => type === 'COMMON');
  const kinds = rules.filter(({ type }) => type !== 'TRACK' && type !== 'COMMON');
  const events = [...groupRules(track)];
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: name,
    type: 'object',
    allOf: [
      {
        if: ofType('TRACK'),
        then: { required: ['event'], properties: { event: { enum: events.map(([key]) => key) } } },
      },
      ...events.flatMap(([key, group]) => describeVersions(group, named(key))),
      ...[...groupRules(kinds)].flatMap(([, group]) => describeVersions(group, {})),
      ...common.map(describeRule),
    ],
  };
};

const named = (key: string): SchemaObject => ({ properties: { event: { const: key } }, required: ['event'] });

const TYPES: Readonly<Record<Exclude<RuleType, 'COMMON'>, string>> = {
  TRACK: 'track',
  IDENTIFY: 'identify',
  GROUP: 'group',
  PAGE: 'page',
  SCREEN: 'screen',
};

const ofType = (type: RuleType): SchemaObject => {
  const name = type === 'COMMON' ? '' : TYPES[type];
  return { properties: { type: { const: name } }, ...(type !== 'TRACK' && { required: ['type'] }) };
};

/** An event that says its version, and says it so. */
const versioned = (schema: SchemaObject): SchemaObject => ({
  required: ['context'],
  properties: {
    context: {
      type: 'object',
      required: ['protocols'],
      properties: {
        protocols: { type: 'object', required: ['event_version'], properties: { event_version: schema } },
      },
    },
  },
});

/** Each version under the condition that it is the one that counts. */
const describeVersions = (rules: readonly PlanRule[], condition: SchemaObject): SchemaObject[] => {
  const [first] = rules;
  if (!first) return [];
  const about: SchemaObject = { allOf: [ofType(first.type), condition] };
  const versions = rules.map(({ version }) => version);
  return [
    { if: about, then: { if: versioned({}), then: versioned({ enum: [...versions, ...versions.map(String)] }) } },
    ...rules.map((rule) => {
      const said = versioned({ enum: [rule.version, String(rule.version)] });
      const counts = rule === chooseNewest(rules) ? { anyOf: [said, { not: versioned({}) }] } : said;
      return { if: { allOf: [about, counts] }, then: describeRule(rule) };
    }),
  ];
};

const describeRule = (rule: PlanRule): SchemaObject => {
  const { type, key, version, jsonSchema } = rule;
  // Its references are to itself, wherever it is put.
  const base = JSON.stringify(jsonSchema).includes('"$ref"') && {
    $id: `schema://rules/${encodeURIComponent(JSON.stringify([type, key, version]))}`,
  };
  if (type === 'COMMON') return { ...base, ...jsonSchema };
  const map = MAPS[type];
  const isNeeded = !passes(compileSchema(mapSchema(type, jsonSchema)), {});
  const needed = { ...(isNeeded && { required: [map] }) };
  if (!isAboutMessage(type, jsonSchema)) return { properties: { [map]: { ...base, ...close(jsonSchema) } }, ...needed };
  const properties = isObject(jsonSchema.properties) ? jsonSchema.properties : {};
  const required = [jsonSchema.required].flat().filter((name) => typeof name === 'string' && name !== map);
  const closed = { ...properties, ...(isObject(properties[map]) && { [map]: close(properties[map]) }) };
  return { ...base, ...jsonSchema, properties: closed, required: [...required, ...(isNeeded ? [map] : [])] };
};

/** What is not planned is forbidden; the `id`s of old, which are no references, are left out. */
const close = ({ id, ...schema }: SchemaObject): SchemaObject => ({
  ...(typeof id !== 'string' && id !== undefined && { id }),
  ...schema,
  ...(isObject(schema.properties) && {
    properties: Object.fromEntries(Object.entries(schema.properties).map(([name, member]) => [name, closeAny(member)])),
  }),
  ...(schema.items !== undefined && {
    items: Array.isArray(schema.items) ? schema.items.map(closeAny) : closeAny(schema.items),
  }),
  ...(isClosed(schema) && { additionalProperties: false }),
});

const closeAny = (schema: unknown): unknown => (isObject(schema) ? close(schema) : schema);
