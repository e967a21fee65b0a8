import { invalid, SegmentError } from '../contract/errors.js';
import { type Hooks, tell } from '../contract/hooks.js';
import type { Violation } from '../contract/violation.js';
import { eventBytes } from '../delivery/wire-event.js';
import { writeJson } from '../schema/exact-json.js';
import { described, reasonOf } from '../schema/json-value.js';
import { readJson } from '../schema/read-exact-json.js';
import { omitFields } from './omit-fields.js';

/** What becomes of an event that breaks its plan. */
export type OnViolation = 'report' | 'reject' | 'omit';

/** A written event that may be written again. */
export interface KeptEvent {
  /** The name of the operation that made it. */
  readonly operation: string;
  /** The event as JSON. */
  readonly body: string;
  /** Gives it another body, and how many bytes that has. */
  readonly write: (body: string, bytes: number) => void;
}

/** Holds an event to its plan; throws what makes it be refused. */
export type KeepEvent = (event: KeptEvent) => void;

/** How a client wants its events held to the plan. */
export interface PlanKeeping {
  readonly onViolation?: OnViolation | undefined;
}

const MODES: readonly OnViolation[] = ['report', 'reject', 'omit'];

/** Makes what a client of a plan does with each event, once it is written. @throws {SegmentError} `invalid_option` */
export const createKeeper =
  (check: (event: object) => readonly Violation[]) =>
  ({ onViolation = 'report' }: PlanKeeping, hooks: readonly Hooks[] = []): KeepEvent => {
    if (!MODES.includes(onViolation)) throw unknownMode(onViolation);
    return (event) => {
      // Read from what will be sent, so that what is checked cannot differ from it.
      const wire = readJson(event.body) as Readonly<Record<string, unknown>>;
      const violations = attempt(event.operation, () => check(wire));
      if (violations.length === 0) return;
      const error = violationError(event.operation, violations);
      if (onViolation === 'reject') throw error;
      if (onViolation === 'omit') {
        const body = writeJson(omitFields(wire, violations));
        event.write(body, eventBytes(event.operation, body));
      }
      tell(hooks, 'onError', error, wire);
    };
  };

/** A schema that is inside of itself follows an event as deep as it is, which may be deeper than the stack. */
const attempt = <T>(operation: string, run: () => T): T => {
  try {
    return run();
  } catch (error) {
    throw invalid(operation, `the event cannot be checked against its plan: ${reasonOf(error)}`);
  }
};

const unknownMode = (given: unknown): SegmentError => {
  const got = typeof given === 'string' ? JSON.stringify(given) : described(given);
  const message = `createSegment: bad option 'onViolation' (one of ${MODES.join(', ')} expected, got ${got})`;
  return new SegmentError(message, { kind: 'validation', code: 'invalid_option', field: 'onViolation' });
};

const MOST_SAID = 5;

const violationError = (operation: string, violations: readonly Violation[]): SegmentError => {
  const said = violations.slice(0, MOST_SAID).map(({ message }) => message);
  const more = violations.length > MOST_SAID ? [`${violations.length - MOST_SAID} more`] : [];
  const [{ field, suggestion } = {} as Partial<Violation>] = violations;
  return new SegmentError([...said, ...more].join('; '), {
    kind: 'validation',
    code: 'plan_violation',
    operation,
    field,
    ...(suggestion !== undefined && { suggestion }),
    violations,
  });
};
