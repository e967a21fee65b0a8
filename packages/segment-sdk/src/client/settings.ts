import { MAX_BATCH_EVENTS } from '../delivery/courier.js';
import type { DeliveryLimits } from '../delivery/delivery-limits.js';
import { SegmentError } from '../errors.js';
import { regions } from '../http/regions.js';
import type { Patience } from '../http/send.js';
import { described } from '../schema/json-value.js';
import type { SegmentOptions } from './options.js';

/** Options with every default filled in, without credentials. */
export interface Settings extends DeliveryLimits, Patience {
  readonly timeoutMs: number;
  readonly trackingUrl: string;
  readonly publicApiUrl: string;
}

const defaults = {
  flushAt: 100,
  flushIntervalMs: 1_000,
  maxQueueBytes: 64 * 1024 * 1024,
  maxInFlight: 4,
  maxRetries: 10,
  maxRetryMs: 900_000,
  timeoutMs: 10_000,
} as const;

const MAY_BE_ZERO: ReadonlySet<string> = new Set(['flushIntervalMs', 'maxRetries', 'maxRetryMs']);

const badOption = (name: string, expected: string, value: unknown): SegmentError =>
  new SegmentError(`createSegment: bad option '${name}' (${expected} expected, got ${typeof value === 'number' ? value : described(value)})`, {
    kind: 'validation',
    code: 'invalid_option',
  });

const number = (options: SegmentOptions, name: keyof typeof defaults | 'maxBatchEvents', standard: number): number => {
  const value: unknown = options[name] ?? standard;
  const least = MAY_BE_ZERO.has(name) ? 0 : 1;
  if (typeof value === 'number' && Number.isInteger(value) && value >= least) return value;
  throw badOption(name, `integer of at least ${least}`, value);
};

const origin = (name: string, given: string | undefined, standard: string): string => {
  if (given === undefined) return standard;
  if (/^https?:\/\/[^/?#@]+(\/[^?#@]*)?$/i.test(given)) return given.replace(/\/+$/, '');
  throw badOption(name, 'origin like "https://api.segment.io" without credentials', '');
};

/** Fills in the defaults and checks what was given; throws `invalid_option`. */
export const settingsOf = (options: SegmentOptions): Settings => {
  const region = options.region ?? 'us';
  if (!Object.hasOwn(regions, region)) throw badOption('region', "'us' or 'eu'", region);
  const numbers = Object.fromEntries(
    Object.entries(defaults).map(([name, standard]) => [name, number(options, name as keyof typeof defaults, standard)]),
  ) as Record<keyof typeof defaults, number>;
  const confirm = options.delivery === 'confirm';
  return {
    ...numbers,
    flushAt: confirm ? 1 : numbers.flushAt,
    maxBatchEvents: confirm ? 1 : Math.min(number(options, 'maxBatchEvents', Math.max(numbers.flushAt, 250)), MAX_BATCH_EVENTS),
    trackingUrl: origin('trackingUrl', options.trackingUrl, regions[region].tracking),
    publicApiUrl: origin('publicApiUrl', options.publicApiUrl, regions[region].publicApi),
  };
};
