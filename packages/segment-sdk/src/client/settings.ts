import { SegmentError } from '../contract/errors.js';
import { MAX_BATCH_EVENTS } from '../delivery/courier.js';
import type { DeliveryLimits } from '../delivery/delivery.js';
import type { Patience } from '../http/send.js';
import { described } from '../schema/json-value.js';
import type { Region, SegmentOptions } from './options.js';

/** The origins of both APIs in each region. */
const REGIONS: Readonly<Record<Region, { readonly tracking: string; readonly publicApi: string }>> = {
  us: { tracking: 'https://api.segment.io', publicApi: 'https://api.segmentapis.com' },
  eu: { tracking: 'https://events.eu1.segmentapis.com', publicApi: 'https://eu1.api.segmentapis.com' },
};

/** Options with every default filled in, without credentials. */
export interface Settings extends DeliveryLimits, Patience {
  readonly timeoutMs: number;
  readonly trackingUrl: string;
  readonly publicApiUrl: string;
}

/** The options that are numbers: the least value and the default. */
const numbers = {
  flushAt: [1, 100],
  flushIntervalMs: [0, 1_000],
  maxBatchEvents: [1, 400],
  maxQueueBytes: [1, 64 * 1024 * 1024],
  maxInFlight: [1, 4],
  maxRetries: [0, 10],
  maxRetryMs: [0, 900_000],
  timeoutMs: [1, 10_000],
} as const;

type Numbers = Record<keyof typeof numbers, number>;

const badOption = (name: string, expected: string, got: string): SegmentError =>
  new SegmentError(`createSegment: bad option '${name}' (${expected} expected, got ${got})`, {
    kind: 'validation',
    code: 'invalid_option',
  });

const numbersOf = (options: SegmentOptions): Numbers =>
  Object.fromEntries(
    Object.entries(numbers).map(([name, [least, standard]]) => {
      const value: unknown = options[name as keyof Numbers] ?? standard;
      if (Number.isInteger(value) && (value as number) >= least) return [name, value];
      throw badOption(
        name,
        `integer of at least ${least}`,
        typeof value === 'number' ? String(value) : described(value),
      );
    }),
  ) as Numbers;

const origin = (options: SegmentOptions, name: 'trackingUrl' | 'publicApiUrl', standard: string): string => {
  const given = options[name] ?? standard;
  if (/^https?:\/\/[^/?#@]+(\/[^?#@]*)?$/i.test(given)) return given.replace(/\/+$/, '');
  throw badOption(name, 'origin like "https://api.segment.io" without credentials', 'another text');
};

/** Fills in the defaults and checks what was given; throws `invalid_option`. */
export const settingsOf = (options: SegmentOptions): Settings => {
  const { region = 'us', delivery, maxBatchEvents } = options;
  if (!Object.hasOwn(REGIONS, region)) throw badOption('region', "'us' or 'eu'", described(region));
  const given = numbersOf(options);
  const most = Math.min(maxBatchEvents ?? Math.max(given.flushAt, given.maxBatchEvents), MAX_BATCH_EVENTS);
  return {
    ...given,
    maxBatchEvents: most,
    ...(delivery === 'confirm' && { flushAt: 1, maxBatchEvents: 1 }),
    trackingUrl: origin(options, 'trackingUrl', REGIONS[region].tracking),
    publicApiUrl: origin(options, 'publicApiUrl', REGIONS[region].publicApi),
  };
};
