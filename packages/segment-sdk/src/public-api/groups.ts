import { camelCase } from '../operations/operation.js';
import { describeFields, type PublicObjectSchema } from './describe-fields.js';
import { readOperation } from './operation.js';
import { effectOf, type PublicEffect } from './operations.js';
import { allowReadOnly, collectFields, type FieldsByName } from './read-only-fields.js';
import type { Entry, Group } from './table/group.js';
import { groups } from './table/index.js';
import { words } from './table/words.js';
import type { PublicName } from './types.js';

/** An operation of the Public API with what it means, takes and returns. */
export interface DescribedOperation {
  readonly name: PublicName;
  /** The TypeScript method. */
  readonly method: string;
  readonly effect: PublicEffect;
  readonly auth: 'apiToken';
  readonly summary: string;
  /** Set where it is not final. */
  readonly stability?: 'beta' | 'alpha';
  /** Its own limit, as documented: `60/minute`. */
  readonly rate?: string;
  /** The feature that the workspace must have. */
  readonly needs?: string;
  /** The lists in its result that are read to their end. */
  readonly lists: readonly string[];
  /** The most entries of a page, where it is not 1,000. */
  readonly pageMax?: number;
  readonly input: PublicObjectSchema;
  /** Answers may have more fields, and may lack some. */
  readonly output: PublicObjectSchema;
}

/** Operations that belong together. */
export interface PublicGroup {
  /** `tracking-plans`. */
  readonly name: string;
  readonly about: string;
  readonly operations: readonly DescribedOperation[];
}

/** Every operation of the Public API, by group, with its sentences: what references are made of. */
export const publicGroups: readonly PublicGroup[] = /* @__PURE__ */ Object.values<Group>(groups).map(
  ({ page, about, operations }) => {
    const entries = Object.entries<Entry>(operations);
    const known = once(() => collectFields(entries.map(([, { data }]) => describeFields(data))));
    return {
      name: page,
      about,
      operations: entries.map(([name, entry]) => describeOperation(name as PublicName, entry, known)),
    };
  },
);

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => (made ??= { value: make() }).value;
}

function describeOperation(name: PublicName, entry: Entry, known: () => FieldsByName): DescribedOperation {
  const { summary, stability, rate, needs, pageMax, data } = entry;
  const input = once(() => describeInput(entry, known()));
  const output = once(() => describeFields(data));
  return {
    name,
    method: camelCase(name),
    auth: 'apiToken',
    summary,
    ...(pageMax !== undefined && { pageMax }),
    ...(stability && { stability }),
    ...(rate !== undefined && { rate }),
    ...(needs !== undefined && { needs }),
    get effect() {
      return effectOf(name);
    },
    get lists() {
      return readOperation('publicGroups', name).lists;
    },
    get input() {
      return input();
    },
    get output() {
      return output();
    },
  };
}

const describeInput = ({ http, path, query, body }: Entry, known: FieldsByName): PublicObjectSchema => {
  const inPath = Array.from(http.matchAll(/\{(\w+)(!?)\}/g), ([, name = '', mark = '']) => {
    const meaning = path?.[name] ?? words[name];
    return [name, `string${mark}${meaning === undefined ? '' : ` – ${meaning}`}`] as const;
  });
  const fields = describeFields({ ...Object.fromEntries(inPath), ...query, ...body });
  return { ...allowReadOnly(fields, known), additionalProperties: false };
};
