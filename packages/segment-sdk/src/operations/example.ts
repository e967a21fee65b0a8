import type { FreeForm } from '../schema/schema.js';

/** A piece of text, or a field of a named value: first the variable's name, then declared fields. */
export type Part = { readonly text: string } | { readonly field: readonly string[] };

/** What an example does with a result. */
export type FollowUp =
  /** Prints the parts joined into one text. */
  | { readonly print: readonly Part[] }
  /** Runs `do` for each item of a list field; a list that is absent counts as empty. */
  | { readonly each: string; readonly of: readonly string[]; readonly do: readonly FollowUp[] };

/**
 * What an example does when it is run on the simulator: written out by hand, so that neither the operation nor a
 * documentation target can vouch for itself.
 */
export interface Outcome {
  /** The event that arrives, but for `messageId`, `timestamp` and `context`. */
  readonly event?: FreeForm;
  /** What it prints. */
  readonly output?: string;
}

/** One use of an operation, in no language: a documentation target turns it into its own. */
export interface Example {
  readonly title: string;
  readonly input: Readonly<Record<string, unknown>>;
  /** Where the result is used: the variable that holds it and what follows. */
  readonly result?: { readonly name: string; readonly then: readonly FollowUp[] };
}
