import { invalidPlan } from './invalid-plan.js';
import { isObject, type SchemaObject } from './json-schema/check.js';
import type { GivenRule } from './read-config-plan.js';

const KINDS = { identify: 'IDENTIFY', group: 'GROUP', page: 'PAGE', screen: 'SCREEN', common: 'COMMON' } as const;

/** Whether a plan is one that people write: `events`, or traits of `identify` and the like. */
export const isPlainPlan = (plan: SchemaObject): boolean =>
  ['events', ...Object.keys(KINDS)].some((name) => typeof plan[name] === 'object' && plan[name] !== null);

/**
 * The rules of a plan that people write: `events` as a list with `name`, or by name; each with `description`,
 * `version`, and `properties` by name: a JSON Schema, which may hold `required: true`, or its type alone.
 */
export const readPlainRules = (plan: SchemaObject): GivenRule[] => {
  const kinds = Object.entries(KINDS).filter(([name]) => isObject(plan[name]));
  return [
    ...eventsOf(plan.events).map(([name, event]): GivenRule => ({ ...ruleOf(event, name), type: 'TRACK', key: name })),
    ...kinds.map(([name, type]): GivenRule => ({ ...ruleOf(plan[name], name), type })),
  ];
};

const eventsOf = (events: unknown): [string, unknown][] => {
  if (isObject(events)) return Object.entries(events);
  if (!Array.isArray(events)) return [];
  return events.map((event: unknown, at) => {
    const name = typeof event === 'string' ? event : isObject(event) ? event.name : undefined;
    if (typeof name === 'string' && name !== '') return [name, event];
    throw invalidPlan(`bad 'events.${at}' (an event with a name expected)`, `events.${at}`);
  });
};

const ruleOf = (given: unknown, name: string): { readonly version: unknown; readonly jsonSchema: SchemaObject } => {
  const event = isObject(given) ? given : {};
  const { version, description, properties, traits, required, schema } = event;
  const jsonSchema = isObject(schema)
    ? schema
    : objectOf({ properties: properties ?? traits ?? {}, ...(required !== undefined && { required }) }, name);
  return {
    version: version ?? 1,
    jsonSchema: { ...(typeof description === 'string' && { description }), ...jsonSchema },
  };
};

/** An object's schema, whose members may say of themselves that they are required. */
const objectOf = (schema: SchemaObject, name: string): SchemaObject => {
  const members = Object.entries(isObject(schema.properties) ? schema.properties : {});
  const listed: readonly unknown[] = Array.isArray(schema.required) ? schema.required : [];
  const marked = members.filter(([, member]) => isObject(member) && member.required === true).map(([key]) => key);
  const required = [...new Set([...listed, ...marked])];
  return {
    type: 'object',
    ...schema,
    properties: Object.fromEntries(members.map(([key, member]) => [key, memberOf(member, `${name}.${key}`)])),
    ...((required.length > 0 || 'required' in schema) && { required }),
  };
};

const memberOf = (member: unknown, name: string): SchemaObject => {
  if (member === null || member === undefined) return {};
  if (typeof member === 'string') return { type: member };
  if (Array.isArray(member)) return { enum: member };
  if (!isObject(member)) throw invalidPlan(`bad property '${name}' (a type or JSON Schema expected)`, name);
  const { required, ...schema } = member;
  const isMark = typeof required === 'boolean';
  if (isObject(schema.properties)) return objectOf(isMark ? schema : member, name);
  const items =
    isObject(schema.items) || typeof schema.items === 'string' ? memberOf(schema.items, `${name}.items`) : undefined;
  return { ...(isMark ? schema : member), ...(items && { items }) };
};
