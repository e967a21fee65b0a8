import { type Plan, type PlanRule, readPart, type Violation } from '@moonwire/segment-sdk/plan';

import { sampleValue } from './sample-value.js';

type Fields = Record<string, unknown>;

/** What of a call is not described by a plan, by the operation. */
const GIVEN: Readonly<Record<string, Fields>> = {
  track: { userId: 'user-42' },
  identify: { userId: 'user-42' },
  group: { userId: 'user-42', groupId: 'company-7' },
  page: { userId: 'user-42', name: 'Home' },
  screen: { userId: 'user-42', name: 'Home' },
};

/** A call of an operation that keeps to a rule of a plan: what may be left out is, where no value for it is known. */
export const deriveInput = (plan: Plan, rule: PlanRule, operation: string): Fields => {
  const { part = 'properties', schema = {} } = readPart(rule) ?? {};
  const whole = {
    ...(rule.key !== undefined && { event: rule.key }),
    ...GIVEN[operation],
    ...sampleCommon(plan),
  };
  const sampled = sampleValue({ type: 'object', ...schema }, '', rule.jsonSchema);
  const input: Fields = { ...whole, [part]: mergeFields(sampled, whole[part as keyof typeof whole]) };
  return dropEmpty(dropBroken(plan, operation, input), part);
};

/** What the common schema wants of every event, beside what events have anyway. */
const sampleCommon = ({ document }: Plan): Fields =>
  document.rules
    .filter(({ type }) => type === 'COMMON')
    .map(({ jsonSchema }) => {
      const needed = Array.isArray(jsonSchema['required']) ? (jsonSchema['required'] as string[]) : [];
      const sampled = sampleValue({ type: 'object', ...jsonSchema }) as Fields;
      return Object.fromEntries(
        Object.entries(sampled).filter(([name]) => needed.includes(name) && !['type', 'event'].includes(name)),
      );
    })
    .reduce<Fields>((all, one) => ({ ...all, ...one }), {});

const mergeFields = (a: unknown, b: unknown): unknown => (isFields(a) && isFields(b) ? { ...b, ...a } : (a ?? b));

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Takes out what breaks the plan and may be left out. */
const dropBroken = (plan: Plan, operation: string, input: Fields): Fields => {
  const broken = plan.check({ ...input, type: operation }).filter(({ type }) => type !== 'Required');
  return broken.reduce<Fields>((rest, { field }: Violation) => without(rest, field) as Fields, input);
};

const without = (value: unknown, path: string): unknown => {
  if (!isFields(value)) return value;
  const name = Object.keys(value).find((key) => path === key || path.startsWith(`${key}.`));
  if (name === undefined) return value;
  const { [name]: member, ...others } = value;
  // Of a list that cannot be shown right, nothing is shown.
  if (path === name || !isFields(member)) return others;
  return { ...value, [name]: without(member, path.slice(name.length + 1)) };
};

const dropEmpty = (input: Fields, part: string): Fields => {
  const { [part]: held, ...others } = input;
  return isFields(held) && Object.keys(held).length === 0 ? others : input;
};
