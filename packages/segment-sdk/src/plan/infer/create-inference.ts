import { isObject } from '../json-schema/check.js';
import { MAPS } from '../message-schema.js';
import { type PlanDocument, type PlanRule, sortRules } from '../plan-rule.js';
import { addValue, createShape, describeMembers, type ValueShape } from './value-shape.js';

/** Learns a plan from events, one after another. It keeps shapes and no events: its size is bounded. */
export interface PlanInference {
  /** Adds an event as it was sent, with its `type` (`track` where there is none); says whether it is one. */
  readonly add: (event: unknown) => boolean;
  /** Events of which no rule was made, because there are too many names. */
  readonly skipped: () => number;
  /** The plan so far. */
  readonly finish: () => PlanDocument;
}

const TYPES = new Map([
  ['track', 'TRACK'],
  ['identify', 'IDENTIFY'],
  ['group', 'GROUP'],
  ['page', 'PAGE'],
  ['screen', 'SCREEN'],
] as const);

/** Segment takes no plan of more. */
const MOST_RULES = 2_000;

/**
 * Learns a first plan from events that were sent: the types of properties, required if they were always there, choices
 * where there were few, times, what is inside of objects and lists. It is a draft: what the events did not show is not
 * in it.
 * @example
 * const inference = createInference();
 * for await (const event of events) inference.add(event);
 * await writeFile('plan.json', writePlan(inference.finish()));
 */
export const createInference = (): PlanInference => {
  const shapes = new Map<string, Learned>();
  let skipped = 0;
  return {
    add: (event) => {
      if (!isObject(event)) return false;
      const type = TYPES.get((event.type ?? 'track') as 'track');
      const key = type === 'TRACK' ? event.event : undefined;
      if (!type || (type === 'TRACK' && (typeof key !== 'string' || key === ''))) return event.type === 'alias';
      const learned = find(shapes, type, key as string | undefined);
      if (learned) addValue(learned.shape, event[MAPS[type]] ?? {});
      else skipped += 1;
      return true;
    },
    skipped: () => skipped,
    finish: () => ({ type: 'LIVE', rules: sortRules([...shapes.values()].map(toRule)) }),
  };
};

interface Learned extends Pick<PlanRule, 'type' | 'key'> {
  readonly shape: ValueShape;
}

const find = (shapes: Map<string, Learned>, type: PlanRule['type'], key?: string): Learned | undefined => {
  const id = JSON.stringify([type, key]);
  const known = shapes.get(id);
  if (known || shapes.size >= MOST_RULES) return known;
  const learned = { type, ...(key !== undefined && { key }), shape: createShape() };
  shapes.set(id, learned);
  return learned;
};

const toRule = ({ type, key, shape }: Learned): PlanRule => ({
  type,
  ...(key !== undefined && { key }),
  version: 1,
  jsonSchema: { $schema: 'http://json-schema.org/draft-07/schema#', type: 'object', ...describeMembers(shape) },
});
