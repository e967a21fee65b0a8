/** Something in a script that would fail when it runs, or do what is not meant. */
export interface Problem {
  /** Counted from 1. */
  readonly line: number;
  /** Counted from 1; absent where only the line is known. */
  readonly column?: number;
  /** `syntax`, `unknown_function`, `unknown_global`, `unknown_field`, `invalid_input`, `plan_violation`, `mistake`. */
  readonly code: string;
  /** What would be raised, without the position; or what is wrong. */
  readonly message: string;
  /** The name that was probably meant. */
  readonly suggestion?: string;
  /** What to write instead, where the message does not say so. */
  readonly hint?: string;
}

/** A node of a script, or whatever else says where it is. */
export interface Located {
  readonly loc?: { readonly start: { readonly line: number; readonly column: number } } | undefined;
}

/** What is said of a problem. */
export interface Said {
  readonly code: string;
  readonly message: string;
  readonly suggestion?: string | undefined;
  readonly hint?: string | undefined;
}

/** A problem where it is written. */
export const placeProblem = ({ loc }: Located, { code, message, suggestion, hint }: Said): Problem => ({
  line: loc?.start.line ?? 0,
  column: (loc?.start.column ?? 0) + 1,
  code,
  message,
  ...(suggestion !== undefined && { suggestion }),
  ...(hint !== undefined && { hint }),
});

/** In the order in which a script is read. */
export const inOrder = (a: Problem, b: Problem): number => a.line - b.line || (a.column ?? 0) - (b.column ?? 0);

/** One problem for each place: of several, the first is what the others come from. */
export const firstOfEach = (problems: readonly Problem[]): Problem[] =>
  [
    ...new Map([...problems].reverse().map((problem) => [`${problem.line}:${problem.column ?? 0}`, problem])).values(),
  ].reverse();
