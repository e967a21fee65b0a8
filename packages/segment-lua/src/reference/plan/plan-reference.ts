import type { JsonSchema, Reference, ReferenceEvent } from '@moonwire/docs-gen';
import { chooseNewest, groupRules, type Plan, type PlanRule, readPart } from '@moonwire/segment-sdk/plan';

import { deriveInput } from './plan-example.js';

/** How the calls of each kind of rule are made, and what they are called where they have no name. */
const KINDS = {
  TRACK: { operation: 'track', name: '' },
  IDENTIFY: { operation: 'identify', name: 'Traits of users' },
  GROUP: { operation: 'group', name: 'Traits of groups' },
  PAGE: { operation: 'page', name: 'Page Viewed' },
  SCREEN: { operation: 'screen', name: 'Screen Viewed' },
} as const;

/** A reference with the events of a plan, a page for each: what it holds, and a call that keeps to the plan. */
export const addPlan = (reference: Reference, plan: Plan): Reference => ({
  ...reference,
  events: describeEvents(plan),
});

/** The events of a plan as docs-gen takes them, each in the version that counts. */
export const describeEvents = (plan: Plan): ReferenceEvent[] => {
  const { rules } = plan.document;
  const track = groupRules(rules.filter(({ type }) => type === 'TRACK'));
  const kinds = groupRules(rules.filter(({ type }) => type !== 'TRACK' && type !== 'COMMON'));
  return [...track.values(), ...kinds.values()].map((versions) => describeEvent(plan, versions));
};

const describeEvent = (plan: Plan, versions: readonly PlanRule[]): ReferenceEvent => {
  const rule = chooseNewest(versions) as PlanRule;
  const { operation, name } = KINDS[rule.type as keyof typeof KINDS];
  const { part, schema } = readPart(rule) as NonNullable<ReturnType<typeof readPart>>;
  const description = rule.jsonSchema['description'];
  return {
    name: rule.key ?? name,
    ...(typeof description === 'string' && description !== '' && { summary: description }),
    notes: writeNotes(rule, versions),
    operation,
    fixed: rule.key === undefined ? {} : { event: rule.key },
    part,
    schema: readSchema(schema),
    required: Array.isArray(schema['required']) && schema['required'].length > 0,
    example: { title: `Send ${rule.key ?? name}`, input: deriveInput(plan, rule, operation) },
  };
};

const writeNotes = (rule: PlanRule, versions: readonly PlanRule[]): string[] => [
  ...(versions.length > 1
    ? [
        `This is version ${rule.version} of ${versions.map(({ version }) => version).join(', ')}; context.protocols.event_version chooses another.`,
      ]
    : []),
  ...(rule.deprecatedAt === undefined ? [] : [`Deprecated since ${rule.deprecatedAt}.`]),
];

/** What a table of fields can say: items are one schema, and what says nothing of a type is anything. */
const readSchema = (schema: unknown): JsonSchema => {
  if (typeof schema !== 'object' || schema === null || Array.isArray(schema)) return {};
  const { properties, items, required, ...own } = schema as Record<string, unknown>;
  const one: unknown = Array.isArray(items) ? items[0] : items;
  return {
    ...own,
    ...(Array.isArray(required) && { required: required.filter((name) => typeof name === 'string') }),
    ...(typeof properties === 'object' &&
      properties !== null && {
        properties: Object.fromEntries(Object.entries(properties).map(([name, member]) => [name, readSchema(member)])),
      }),
    ...(one !== undefined && { items: readSchema(one) }),
  };
};
