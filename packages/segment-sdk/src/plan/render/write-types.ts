import { mapSchema } from '../message-schema.js';
import { chooseNewest, groupRules, type PlanDocument, type PlanRule } from '../plan-rule.js';
import { writeComment, writeName, writeObject, writeType } from './typescript-type.js';

type Described = PlanRule & { readonly type: Exclude<PlanRule['type'], 'COMMON'> };

/**
 * A plan as types of TypeScript: `Events` for `createSegment<Events>()`, by which a wrong event or property is marked
 * while one writes; the properties of each version of each event; the traits of users and groups. Whatever names and
 * descriptions are, they stay text.
 * @example
 * await writeFile('events.ts', writePlanTypes(plan.document));
 */
export const writePlanTypes = ({ name, rules }: PlanDocument): string => {
  const described = rules.filter((rule): rule is Described => rule.type !== 'COMMON');
  const newest = newestOf(described);
  const names = nameTypes(described, newest);
  const events = described.filter((rule) => rule.type === 'TRACK' && newest.has(rule));
  const about = `The events${name === undefined ? '' : ` of the tracking plan ${name}`}, with their properties.`;
  return [
    '// Written by segment-lua plan types; what is changed here is lost when it is written again.',
    '',
    ...writeComment([about]),
    'export interface Events {',
    ...events.flatMap((rule) => [
      ...writeComment(describeRule(rule), '  '),
      `  readonly ${writeName(rule.key ?? '')}: ${names.get(rule) ?? 'never'};`,
    ]),
    '}',
    ...described.flatMap((rule) => [
      '',
      ...writeComment(describeRule(rule)),
      `export type ${names.get(rule) ?? 'never'} = ${writeMap(rule)};`,
    ]),
    '',
  ].join('\n');
};

const newestOf = (rules: readonly Described[]): ReadonlySet<PlanRule> => {
  const kinds = rules.filter(({ type }) => type !== 'TRACK');
  const groups = [...groupRules(rules.filter(({ type }) => type === 'TRACK')).values(), ...groupRules(kinds).values()];
  return new Set(groups.map(chooseNewest).filter((rule) => rule !== undefined));
};

const writeMap = (rule: Described): string => {
  const schema = mapSchema(rule.type, rule.jsonSchema);
  const type = writeType(schema);
  return type === 'unknown' ? writeObject({}) : type;
};

/** What a rule says of itself, and which version it is. */
const describeRule = ({ jsonSchema, version, deprecatedAt }: PlanRule): readonly string[] => [
  ...(typeof jsonSchema.description === 'string' && jsonSchema.description !== '' ? [jsonSchema.description] : []),
  `Version ${version}.`,
  ...(deprecatedAt === undefined ? [] : [`@deprecated since ${deprecatedAt}`]),
];

const KINDS = { IDENTIFY: 'UserTraits', GROUP: 'GroupTraits', PAGE: 'PageProperties', SCREEN: 'ScreenProperties' };

/** A name of its own for the type of each rule: `OrderCompleted`, and `OrderCompletedV1` for an older version. */
const nameTypes = (rules: readonly Described[], newest: ReadonlySet<PlanRule>): ReadonlyMap<PlanRule, string> => {
  const taken = new Set(['Events', 'Date']);
  const names = new Map<PlanRule, string>();
  // Those that count go first: what is old or comes later makes way for them.
  for (const rule of [...rules].sort((a, b) => Number(newest.has(b)) - Number(newest.has(a)))) {
    const base = rule.type === 'TRACK' ? toTypeName(rule.key ?? '') : KINDS[rule.type];
    const wanted = newest.has(rule) ? base : `${base}V${String(rule.version).replaceAll(/\W/g, '_')}`;
    const name = findFree(wanted, taken);
    taken.add(name);
    names.set(rule, name);
  }
  return names;
};

/** `order completed (web)` → `OrderCompletedWeb`. */
const toTypeName = (key: string): string => {
  const words = key.match(/[a-z\d]+/gi) ?? [];
  const name = words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join('');
  return /^[A-Z]/.test(name) ? name : `Event${name}`;
};

const findFree = (wanted: string, taken: ReadonlySet<string>): string => {
  if (!taken.has(wanted)) return wanted;
  let count = 2;
  while (taken.has(`${wanted}_${count}`)) count += 1;
  return `${wanted}_${count}`;
};
