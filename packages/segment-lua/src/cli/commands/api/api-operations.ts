import { type Operation, operations } from '@moonwire/segment-sdk';
import { publicGroups } from '@moonwire/segment-sdk/public-api/table';

import { describePublic } from '../../../host/describe-public.js';
import type { FieldSchema } from '../../../host/lua-fields.js';
import type { Effect } from '../../../host/policy.js';
import { UsageError } from '../../terminal/usage-error.js';

/** A parameter as help and the reading of options need it. */
export interface ApiField extends FieldSchema {
  readonly description?: string;
}

/** An operation that can be called. */
export interface ApiOperation {
  readonly name: string;
  readonly effect: Effect;
  readonly summary: string;
  /** What else to know: that it is not final, its own limit. */
  readonly notes: readonly string[];
  readonly fields: () => Readonly<Record<string, ApiField>>;
  readonly required: () => readonly string[];
}

/** Operations that belong together. */
export interface ApiGroup {
  readonly name: string;
  readonly about: string;
  readonly operations: readonly ApiOperation[];
}

const fromCore = (operation: Operation): ApiOperation => ({
  name: operation.name,
  effect: operation.effect,
  summary: operation.summary,
  notes: [],
  fields: () => ({ ...operation.input.properties, ...('options' in operation ? operation.options.properties : {}) }),
  required: () => operation.input.required,
});

const core: readonly ApiOperation[] = operations.map(fromCore);
const coreNames: ReadonlySet<string> = new Set(core.map(({ name }) => name));

/** Every group: the core first, then those of the whole Public API. */
export const apiGroups: readonly ApiGroup[] = [
  { name: 'core', about: 'Events, and what scripts ask most of a workspace.', operations: core },
  ...publicGroups.map((group) => ({
    name: group.name,
    about: group.about,
    operations: group.operations
      .filter(({ name }) => !coreNames.has(name))
      .map(({ name, effect, summary, stability, rate, needs }) => ({
        name,
        effect,
        summary,
        notes: [
          ...(stability ? [`Not final: ${stability}.`] : []),
          ...(rate === undefined ? [] : [`At most ${rate}.`]),
          ...(needs === undefined ? [] : [`The workspace needs the feature ${needs}.`]),
          ...(effect === 'delete' ? [`It deletes or replaces: --allow ${name} lets it.`] : []),
        ],
        fields: () => describePublic(name).input.properties,
        required: () => describePublic(name).input.required,
      })),
  })),
];

const every: readonly ApiOperation[] = apiGroups.flatMap((group) => group.operations);

/** A name without what spellings differ in: `list_destinations`, `listDestinations`, `--list-destinations`. */
export const plainName = (name: string): string => name.toLowerCase().replace(/[-_]/g, '');

/** The group of a name; of an operation's name there is none. */
export const findGroup = (name: string): ApiGroup | undefined =>
  every.some((operation) => operation.name === name) ? undefined : apiGroups.find((group) => group.name === name);

/** @throws UsageError for a name that is none, with those that are like it. */
export const findOperation = (name: string): ApiOperation => {
  const found = every.find((operation) => plainName(operation.name) === plainName(name));
  if (found) return found;
  const far = new Map(every.map((other) => [other, unlikeness(plainName(name), plainName(other.name))]));
  const close = every.toSorted((a, b) => (far.get(a) ?? 0) - (far.get(b) ?? 0)).slice(0, 3);
  throw new UsageError(
    `there is no operation '${name}'. Did you mean: ${close.map((other) => other.name).join(', ')}? (segment-lua api --help lists the groups)`,
  );
};

const pairsOf = (text: string): string[] => Array.from(text.slice(1), (letter, at) => `${text[at] ?? ''}${letter}`);

/** How many pairs of neighbouring letters two names do not share. */
const unlikeness = (one: string, other: string): number => {
  const [ones, others] = [pairsOf(one), pairsOf(other)];
  const shared = ones.filter((pair) => others.includes(pair)).length;
  return ones.length + others.length - 2 * shared;
};
