import { isObject, type SchemaObject } from './json-schema/check.js';
import type { PlanRule, RuleType } from './plan-rule.js';

/** The member of an event that a kind of call is described by. */
export const MAPS = {
  TRACK: 'properties',
  PAGE: 'properties',
  SCREEN: 'properties',
  IDENTIFY: 'traits',
  GROUP: 'traits',
} as const;

const PARTS = ['context', 'properties', 'traits'];
const MESSAGE = new Set([
  ...PARTS,
  'anonymousId',
  'category',
  'channel',
  'event',
  'groupId',
  'integrations',
  'messageId',
  'name',
  'originalTimestamp',
  'previousId',
  'receivedAt',
  'sentAt',
  'timestamp',
  'type',
  'userId',
  'version',
]);

/**
 * Whether a schema is about the whole message (the Config API's shape) and not about its properties or traits alone. An
 * event may have a property that is called `context`: `eventMetadata`, which the Public API writes beside properties,
 * decides where the names do not.
 */
export const isAboutMessage = (type: RuleType, schema: SchemaObject): boolean => {
  if (type === 'COMMON') return true;
  if (!isObject(schema.properties)) return false;
  const names = Object.keys(schema.properties);
  if (!names.every((name) => MESSAGE.has(name)) || !PARTS.some((name) => names.includes(name))) return false;
  if (PARTS.every((name) => names.includes(name))) return true;
  const inner = schema.properties[MAPS[type]];
  return (
    schema.eventMetadata === undefined && isObject(inner) && (inner.type === 'object' || isObject(inner.properties))
  );
};

/** The member of an event that a rule describes, and its schema; nothing for the common schema. */
export const readPart = ({
  type,
  jsonSchema,
}: Pick<PlanRule, 'type' | 'jsonSchema'>):
  { readonly part: 'properties' | 'traits'; readonly schema: SchemaObject } | undefined =>
  type === 'COMMON' ? undefined : { part: MAPS[type], schema: mapSchema(type, jsonSchema) };

/** The schema of the properties or traits alone. */
export const mapSchema = (type: Exclude<RuleType, 'COMMON'>, schema: SchemaObject): SchemaObject => {
  if (!isAboutMessage(type, schema)) return schema;
  const inner = isObject(schema.properties) ? schema.properties[MAPS[type]] : undefined;
  return isObject(inner) ? inner : {};
};
