import { renderLuaExample } from '../lua/example.js';
import type { Field } from '../reference/field.js';
import { type FunctionDoc, functionsOf, writeSignature } from '../reference/function-doc.js';
import type { Reference, ReferenceEffect } from '../reference/reference.js';

/** What an editor needs to complete and explain a script. Plain JSON data. */
export interface Completion {
  readonly title: string;
  readonly namespace: string;
  /** Names under the namespace that hold the same functions for one account. */
  readonly accounts: readonly string[];
  readonly functions: readonly CompletionFunction[];
}

/** A function to complete. */
export interface CompletionFunction {
  readonly name: string;
  /** With its namespace: `app.integrations.segment.track`. */
  readonly path: string;
  /** `track({ event, userId, properties? }) → { message_id, status }` */
  readonly signature: string;
  readonly summary: string;
  readonly group: string;
  readonly effect: ReferenceEffect;
  readonly auth?: string;
  readonly parameters: readonly CompletionField[];
  readonly options: readonly CompletionField[];
  /** Under the names they have in Lua. */
  readonly results: readonly CompletionField[];
  readonly examples: readonly { readonly title: string; readonly code: string }[];
}

/** A parameter or result field to complete. */
export interface CompletionField {
  readonly name: string;
  readonly type: string;
  readonly required: boolean;
  /** The field that may be given in place of this required one. */
  readonly unless?: string;
  readonly description: string;
  readonly fields: readonly CompletionField[];
}

/** Completion and hover data for an editor of Lua scripts. */
export const renderCompletion = (reference: Reference): Completion => ({
  title: reference.title,
  namespace: reference.namespace,
  accounts: reference.accounts ? ['default', ...reference.accounts.names] : [],
  functions: functionsOf(reference).map((doc) => toCompletionFunction(reference, doc)),
});

const toCompletionFunction = (reference: Reference, doc: FunctionDoc): CompletionFunction => ({
  name: doc.name,
  path: doc.path,
  signature: writeSignature(doc),
  summary: doc.summary,
  group: doc.group,
  effect: doc.effect,
  ...(doc.auth === undefined ? {} : { auth: doc.auth }),
  parameters: doc.parameters.map(toCompletionField),
  options: doc.options.map(toCompletionField),
  results: doc.results.map(toCompletionField),
  examples: doc.examples.map((example) => ({ title: example.title, code: renderLuaExample(reference, doc, example) })),
});

const toCompletionField = ({ name, type, required, unless, description, fields }: Field): CompletionField => ({
  name,
  type,
  required,
  ...(unless === undefined ? {} : { unless }),
  description,
  fields: fields.map(toCompletionField),
});
