import type { ObjectSchema } from '../schema/schema.js';
import type { Example } from './example.js';
import type { Step, StepAccount } from './step.js';

interface OperationFacts {
  /** The literal name in scripts and references, e.g. `get_workspace`. */
  readonly name: string;
  /** The TypeScript method: the name in camelCase. */
  readonly method: string;
  /** `core` is the short reference; `more` appears in the full one only. */
  readonly group: 'core' | 'more';
  readonly effect: 'read' | 'write';
  readonly summary: string;
  /** Parameters in reference order. */
  readonly input: ObjectSchema;
  /** Fields accepted beside the parameters, shared by all operations of a family. */
  readonly options?: ObjectSchema;
  readonly output: ObjectSchema;
  readonly examples: readonly Example[];
}

/** An operation that sends one event; `type` is the event's type on the wire. */
export interface TrackingOperation extends OperationFacts {
  readonly auth: 'writeKey';
  readonly effect: 'write';
  readonly type: string;
  readonly options: ObjectSchema;
}

/**
 * An operation of the Public API. `steps` describes its requests and sends none: it yields each request, is
 * given the `data` of the answer, and returns the output. `list` names the output's list when it is read in pages.
 */
export interface ManagementOperation extends OperationFacts {
  readonly auth: 'apiToken';
  readonly list?: string;
  readonly steps: (input: never, account: StepAccount) => Generator<Step, unknown, unknown>;
}

/** One API call: everything that is known about it, as data. */
export type Operation = TrackingOperation | ManagementOperation;

type Camel<Name extends string> = Name extends `${infer Head}_${infer Tail}`
  ? `${Head}${Capitalize<Camel<Tail>>}`
  : Name;

/** The method's name of an operation's name. */
export const camelCase = (name: string): string => name.replace(/_(.)/g, (_, letter: string) => letter.toUpperCase());

/** Adds what follows from an operation's own facts: its method's name. */
export const named = <const O extends { readonly name: string }>(
  operation: O,
): O & { readonly method: Camel<O['name']> } => ({
  ...operation,
  method: camelCase(operation.name) as Camel<O['name']>,
});
