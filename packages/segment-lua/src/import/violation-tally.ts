import type { Violation } from '@moonwire/segment-sdk/plan';

/** One way in which events break a plan. */
export interface Breach {
  /** Name of the event, or the kind of call. */
  readonly event: string;
  readonly type: Violation['type'];
  /** Where, a list's items alike: `properties.products.*.price`. */
  readonly field: string;
  /** What the first of them was told. */
  readonly message: string;
  /** Where the first of them stands. */
  readonly example: string;
  count: number;
}

/** How events break a plan, counted. */
export interface ViolationTally {
  /** Counts an event and what it breaks. @param place Where it stands: `line 12`. */
  readonly add: (event: object, violations: readonly Violation[], place: string) => void;
  readonly events: () => number;
  /** How many of the events break something. */
  readonly broken: () => number;
  /** The ways in which they do, the most frequent first. */
  readonly list: () => readonly Breach[];
  /** Violations of further kinds, which were too many to tell apart. */
  readonly others: () => number;
}

/** Events may make up names without end. */
const MOST_KINDS = 1_000;

/** Counts what events break; its size is bounded. */
export const createViolationTally = (): ViolationTally => {
  const breaches = new Map<string, Breach>();
  let [events, broken, others] = [0, 0, 0];
  const count = (event: string, { type, field, message }: Violation, place: string): void => {
    const generalized = field.replace(/\.\d+(?=\.|$)/g, '.*');
    const kind = JSON.stringify([event, type, generalized]);
    const known = breaches.get(kind);
    if (known) known.count += 1;
    else if (breaches.size < MOST_KINDS)
      breaches.set(kind, { event, type, field: generalized, message, example: place, count: 1 });
    else others += 1;
  };
  return {
    add: (event, violations, place) => {
      events += 1;
      if (violations.length > 0) broken += 1;
      for (const violation of violations) count(nameEvent(event), violation, place);
    },
    events: () => events,
    broken: () => broken,
    list: () => [...breaches.values()].sort((a, b) => b.count - a.count),
    others: () => others,
  };
};

const nameEvent = (event: { readonly type?: unknown; readonly event?: unknown }): string => {
  if (typeof event.event === 'string' && (event.type ?? 'track') === 'track') return event.event;
  return typeof event.type === 'string' ? event.type : 'track';
};
