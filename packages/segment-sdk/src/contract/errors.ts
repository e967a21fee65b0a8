import type { Problem } from '../schema/json-value.js';
import type { Violation } from './violation.js';

/** What went wrong, in one word; every {@link SegmentError} has one. */
export type SegmentErrorKind = 'validation' | 'auth' | 'not_found' | 'rate_limit' | 'api' | 'network' | 'delivery';

/** The facts a {@link SegmentError} is made of. */
export interface SegmentErrorFacts {
  readonly kind: SegmentErrorKind;
  readonly code: string;
  /** Name of the operation in the table, e.g. `get_workspace`. */
  readonly operation?: string | undefined;
  /** HTTP status, when Segment answered. */
  readonly status?: number | undefined;
  /** Whether the same call may succeed later. */
  readonly retryable?: boolean;
  /** The field of the input that was refused, when Segment names one. */
  readonly field?: string | undefined;
  /** Segment's id of the request, for its support. */
  readonly requestId?: string | undefined;
  /** The name that was probably meant, where one is unknown. */
  readonly suggestion?: string | undefined;
  /** What the event breaks of its tracking plan, for `plan_violation`. */
  readonly violations?: readonly Violation[] | undefined;
}

const BRAND = Symbol.for('@moonwire/segment-sdk/error');

/**
 * The one error this package throws. `message` starts with the operation and names what was given, what was
 * expected and the fix; it never holds a write key or token, and there is no `cause` to leak one.
 */
export class SegmentError extends Error {
  override readonly name = 'SegmentError';
  declare readonly kind: SegmentErrorKind;
  /** Stable and machine-readable, e.g. `invalid_input`, `unauthorized`, `not_delivered`. */
  declare readonly code: string;
  declare readonly operation?: string;
  declare readonly status?: number;
  declare readonly retryable: boolean;
  declare readonly field?: string;
  declare readonly requestId?: string;
  /** The name that was probably meant, where one is unknown. */
  declare readonly suggestion?: string;
  /** What the event breaks of its tracking plan, for `plan_violation`. */
  declare readonly violations?: readonly Violation[];

  constructor(message: string, facts: SegmentErrorFacts) {
    const value = facts.operation ? `${facts.operation}: ${message}` : message;
    super(value);
    // Logs and JSON hold what is enumerable.
    Object.defineProperty(Object.assign(this, { retryable: false }, facts), 'message', { value, enumerable: true });
  }

  get [BRAND](): true {
    return true;
  }
}

/**
 * Tells a {@link SegmentError} from any other value, also when the error comes from another copy of this
 * package (ESM beside CJS), where `instanceof` fails. Give a kind to ask for that kind alone.
 * @example
 * catch (error) { if (isSegmentError(error, 'rate_limit')) later(); else throw error; }
 */
export const isSegmentError = (value: unknown, kind?: SegmentErrorKind): value is SegmentError =>
  typeof value === 'object' &&
  value !== null &&
  BRAND in value &&
  (!kind || (value as { kind?: unknown }).kind === kind);

/** An error of an operation, which its message begins with. */
export const failure = (
  kind: SegmentErrorKind,
  code: string,
  operation: string,
  message: string,
  retryable = false,
): SegmentError => new SegmentError(message, { kind, code, operation, retryable });

/** An error of the input, found before anything is sent. */
export const invalid = (operation: string, problem: Problem | string, code = 'invalid_input'): SegmentError => {
  const { message, ...facts }: Problem = typeof problem === 'string' ? { message: problem } : problem;
  return new SegmentError(message, { kind: 'validation', code, operation, ...facts });
};

/** What was thrown, if it is an error of ours, and else the error that is described. */
export const toError = (thrown: unknown, ...described: Parameters<typeof failure>): SegmentError =>
  isSegmentError(thrown) ? thrown : failure(...described);
