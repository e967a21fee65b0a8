import { checkReference } from './check-reference.js';
import { createRenaming, type Field, readFields, readParameters } from './field.js';
import type { JsonSchema } from './json-schema.js';
import { nameMethod, toLuaName } from './names.js';
import type { Example, Reference, ReferenceEffect, ReferenceError, ReferenceOperation } from './reference.js';

/** One function as every target tells of it: the operation with its schemas read and its defaults filled in. */
export interface FunctionDoc {
  readonly name: string;
  /** As a script writes it: `app.integrations.segment.track`. */
  readonly path: string;
  /** The TypeScript method. */
  readonly method: string;
  readonly group: string;
  readonly effect: ReferenceEffect;
  readonly auth?: string;
  readonly summary: string;
  /** What else to know, a sentence each. */
  readonly notes: readonly string[];
  /** Further words by which people look for it. */
  readonly words: readonly string[];
  readonly parameters: readonly Field[];
  /** Parameters shared by many functions. */
  readonly options: readonly Field[];
  /** Under the names they have in Lua. */
  readonly results: readonly Field[];
  /** The result under its declared names. */
  readonly output?: JsonSchema;
  /** The errors it can fail with. */
  readonly errors: readonly ReferenceError[];
  readonly examples: readonly Example[];
}

/**
 * The functions of a reference, in its order.
 * @throws DocsError when the reference names something Lua cannot, or names it twice.
 */
export const functionsOf = (reference: Reference): FunctionDoc[] => {
  checkReference(reference);
  return reference.operations.map((operation) => readOperation(reference, operation, operation.group ?? 'core'));
};

const nameForLua = createRenaming(toLuaName);

/** One operation with its schemas read. */
export const readOperation = (reference: Reference, operation: ReferenceOperation, group: string): FunctionDoc => ({
  name: operation.name,
  path: `${reference.namespace}.${operation.name}`,
  method: nameMethod(operation),
  group,
  effect: operation.effect,
  ...(operation.auth === undefined ? {} : { auth: operation.auth }),
  summary: operation.summary,
  notes: operation.notes ?? [],
  words: operation.words ?? [],
  parameters: readParameters(operation.input),
  options: readParameters(operation.options),
  results: nameForLua(readFields(operation.output)),
  ...(operation.output ? { output: operation.output } : {}),
  errors: (reference.errors ?? []).filter((error) => canFail(operation, error)),
  examples: operation.examples ?? [],
});

/** The functions of the short reference. */
export const selectCore = (functions: readonly FunctionDoc[]): FunctionDoc[] =>
  functions.filter(({ group }) => group === 'core');

/** The functions outside the short reference. */
export const selectOthers = (functions: readonly FunctionDoc[]): FunctionDoc[] =>
  functions.filter(({ group }) => group !== 'core');

const canFail = (
  operation: ReferenceOperation,
  { auth = operation.auth, operations = [operation.name] }: ReferenceError,
): boolean => auth === operation.auth && operations.includes(operation.name);

/**
 * How a function is called and what it returns, on one line: `track({ event, userId, properties? }) → { message_id,
 * status }`.
 */
export const writeSignature = ({
  name,
  parameters,
  results,
}: Pick<FunctionDoc, 'name' | 'parameters' | 'results'>): string =>
  `${name}(${listNames(parameters)})${results.length === 0 ? '' : ` → ${listNames(results)}`}`;

const listNames = (fields: readonly Field[]): string =>
  fields.length === 0 ? '{}' : `{ ${fields.map(({ name, required }) => `${name}${required ? '' : '?'}`).join(', ')} }`;
