import { unknownName } from '../schema/suggest.js';
import { areaOf } from './faults.js';
import type { Fault, SimulatorRequest } from './types.js';

/** A fault as it is asked for from outside: plain data. */
export interface RequestedFault extends Omit<Fault, 'on'> {
  /** Which requests it concerns. Default: all. */
  readonly on?: 'tracking' | 'oauth' | 'publicApi';
  /** Which share of them, between 0 and 1, evenly spread. It goes on then, unless `times` bounds it. */
  readonly share?: number;
  /** Seconds, or a date, for the header `Retry-After` of the answer. */
  readonly retryAfter?: number | string;
}

type Check = (value: unknown) => boolean;

const isAmount =
  (least: number, most: number): Check =>
  (value) =>
    typeof value === 'number' && value >= least && value <= most;
const isWord =
  (...words: readonly unknown[]): Check =>
  (value) =>
    words.includes(value);

const FIELDS: Readonly<Record<keyof RequestedFault, readonly [check: Check, expected: string]>> = {
  on: [isWord('tracking', 'oauth', 'publicApi'), 'tracking, oauth or publicApi'],
  times: [(value) => Number.isInteger(value) && isAmount(1, Infinity)(value), 'a whole number above zero'],
  share: [isAmount(0, 1), 'a number between 0 and 1'],
  status: [(value) => Number.isInteger(value) && isAmount(200, 599)(value), 'a status from 200 to 599'],
  retryAfter: [(value) => isAmount(0, Infinity)(value) || typeof value === 'string', 'seconds, or a date'],
  headers: [
    (value) => isRecord(value) && Object.values(value).every((text) => typeof text === 'string'),
    'texts by name',
  ],
  body: [(value) => typeof value === 'string', 'a text'],
  drop: [isWord('before', 'after'), 'before or after'],
  hang: [isWord(true, false), 'true or false'],
  latencyMs: [isAmount(0, 600_000), 'milliseconds, at most 600,000'],
};

/** A fault that was asked for otherwise than it can be. */
export class FaultError extends Error {
  override readonly name = 'FaultError';
  readonly code = 'invalid_fault';

  constructor(
    message: string,
    readonly field?: string,
  ) {
    super(message);
  }
}

/** Reads a fault that is asked for from outside. @throws FaultError that names the field and what it takes. */
export const readFault = (given: unknown): RequestedFault => {
  if (!isRecord(given)) throw new FaultError(`a fault is an object, like {"status":503,"times":3}`);
  for (const [name, value] of Object.entries(given)) {
    const field = FIELDS[name as keyof RequestedFault] as (typeof FIELDS)['on'] | undefined;
    if (field === undefined || !Object.hasOwn(FIELDS, name))
      throw new FaultError(unknownName('field', name, Object.keys(FIELDS)).message, name);
    const [check, expected] = field;
    if (!check(value)) throw new FaultError(`bad field '${name}' (${expected} expected)`, name);
  }
  const fault = given as RequestedFault;
  const { status, drop, hang, latencyMs, retryAfter } = fault;
  if (retryAfter !== undefined && status === undefined)
    throw new FaultError("'retryAfter' needs a 'status'", 'retryAfter');
  if (status !== undefined || drop !== undefined || hang !== undefined || latencyMs !== undefined) return fault;
  throw new FaultError("a fault needs one of 'status', 'drop', 'hang' and 'latencyMs'");
};

/** A fault that can be listed and taken back. */
export interface HeldFault {
  readonly asked: RequestedFault;
  /** How many requests have met it. */
  readonly met: () => number;
  /** Whether it will concern no more requests. */
  readonly isOver: () => boolean;
  readonly takeBack: () => void;
}

/** Gives a simulator a fault that was asked for. */
export const holdFault = (inject: (fault: Fault) => void, asked: RequestedFault): HeldFault => {
  const { on, share = 1, times = asked.share === undefined ? 1 : Infinity, retryAfter, ...fault } = asked;
  let met = 0;
  let owed = 0;
  let isTakenBack = false;
  const isOver = (): boolean => isTakenBack || met >= times;
  const concerns = (request: SimulatorRequest): boolean => {
    if (isOver() || (on !== undefined && areaOf(request) !== on)) return false;
    owed += share;
    // Tenths do not add up to one.
    if (owed < 1 - 1e-9) return false;
    owed -= 1;
    met += 1;
    return true;
  };
  const headers = { ...fault.headers, ...(retryAfter !== undefined && { 'retry-after': String(retryAfter) }) };
  inject({ ...fault, headers, on: concerns, times: Infinity });
  return {
    asked,
    met: () => met,
    isOver,
    takeBack: () => {
      isTakenBack = true;
    },
  };
};

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
