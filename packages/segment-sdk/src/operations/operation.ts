import { invalid } from '../contract/errors.js';
import { type Problem, reasonOf } from '../schema/json-value.js';
import type { ObjectSchema } from '../schema/schema.js';
import { unknownName } from '../schema/suggest.js';
import type { Example } from './example.js';
import type { Step, StepAccount } from './step.js';

/** What a call can fail with. */
export interface OperationError {
  /** The error's `code`, e.g. `not_found`. */
  readonly code: string;
  /** What happened, and what to do about it. */
  readonly summary: string;
}

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
  /** What it can fail with beside what all calls can; see `listErrors`. */
  readonly errors?: readonly OperationError[];
}

/** What a client knows of an operation that sends one event; `type` is the event's type on the wire. */
export interface TrackingSpec extends OperationFacts {
  readonly auth: 'writeKey';
  readonly effect: 'write';
  readonly type: string;
  readonly options: ObjectSchema;
}

/**
 * What a client knows of an operation of the Public API. `steps` describes its requests and sends none: it yields each
 * request, is given the `data` of the answer, and returns the output. `list` names the output's list when it is read in
 * pages.
 */
export interface ManagementSpec extends OperationFacts {
  readonly auth: 'apiToken';
  readonly list?: string;
  readonly steps: (input: never, account: StepAccount) => Generator<Step, unknown, unknown>;
}

/** What a client knows of an operation. */
export type OperationSpec = TrackingSpec | ManagementSpec;

interface Documented {
  readonly examples: readonly Example[];
}

/** An operation that sends one event. */
export interface TrackingOperation extends TrackingSpec, Documented {}

/** An operation of the Public API. */
export interface ManagementOperation extends ManagementSpec, Documented {}

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

/** Finds an operation by its name. @throws {SegmentError} `unknown_operation`, with a suggestion. */
export const findOperation = <O extends OperationSpec>(table: readonly O[], caller: string, name: string): O => {
  const operation = table.find((known) => known.name === name);
  if (operation) return operation;
  const names = table.map((known) => known.name);
  throw invalid(caller, unknownName('operation', name, names), 'unknown_operation');
};

/** Throws what is wrong with an input, also when it cannot be read: a getter threw, or it is nested too deep. */
export const checkInput = (operation: string, findProblem: () => Problem | undefined): void => {
  let problem: Problem | string | undefined;
  try {
    problem = findProblem();
  } catch (error) {
    problem = `the input cannot be read: ${reasonOf(error)}`;
  }
  if (problem !== undefined) throw invalid(operation, problem);
};
