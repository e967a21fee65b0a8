import type { SimulatorResponse } from '../../operations/simulated-route.js';
import { type Call, refuseMissing } from './call.js';
import type { Resource } from './sample.js';
import type { Store } from './store.js';

interface Target {
  readonly what: string;
  /** The collections that it may be in. */
  readonly in: RegExp;
}

const SOURCE: Target = { what: 'source', in: /^\/sources$/ };
const MODEL: Target = { what: 'model', in: /^\/reverse-etl-models$/ };

/** Fields of bodies that name another thing. */
const REFERENCES: Readonly<Record<string, Target>> = {
  sourceId: SOURCE,
  forwardingViolationsTo: SOURCE,
  forwardingBlockedEventsTo: SOURCE,
  modelId: MODEL,
  reverseETLModelId: MODEL,
  functionId: { what: 'function', in: /^\/functions$/ },
  subscriptionId: { what: 'subscription', in: /^\/destinations\/[^/]+\/subscriptions$/ },
  roleId: { what: 'role', in: /^\/roles$/ },
};

interface Reference {
  readonly field: string;
  readonly id: string;
}

const referencesIn = (value: unknown): Reference[] => {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value as Resource).flatMap(([field, inner]) => {
    // What settings hold is their own affair.
    if (field === 'settings') return [];
    return field in REFERENCES && typeof inner === 'string' ? [{ field, id: inner }] : referencesIn(inner);
  });
};

const isThere = (store: Store, { field, id }: Reference): boolean =>
  store.paths().some((path) => REFERENCES[field]?.in.test(path) && store.find(path, id));

/** What a body refers to has to exist: its source, its function, its role. */
export const findMissingReference = ({ spec, input, store }: Call): SimulatorResponse | undefined => {
  if (spec.inBody.length === 0) return undefined;
  const missing = referencesIn(input).find((reference) => !isThere(store, reference));
  return missing && refuseMissing(REFERENCES[missing.field]?.what ?? '', missing.id);
};
