import { SegmentError } from '../contract/errors.js';
import { MAX_BATCH_EVENTS } from '../delivery/courier.js';
import type { DeliveryLimits } from '../delivery/delivery.js';
import { drawBackoff, drawCountedBackoff, type Patience } from '../http/send.js';
import { described } from '../schema/json-value.js';
import { suggestion } from '../schema/suggest.js';
import type { Region, SegmentOptions } from './options.js';

/** The origins of both APIs in each region. */
const REGIONS: Readonly<Record<Region, { readonly tracking: string; readonly publicApi: string }>> = {
  us: { tracking: 'https://api.segment.io', publicApi: 'https://api.segmentapis.com' },
  eu: { tracking: 'https://events.eu1.segmentapis.com', publicApi: 'https://eu1.api.segmentapis.com' },
};

/** Options with every default filled in, without credentials. */
export interface Settings extends DeliveryLimits {
  readonly timeoutMs: number;
  /** For events and their access tokens. */
  readonly patience: Patience;
  /** For calls of the Public API, whose caller waits. */
  readonly callerPatience: Patience;
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
  maxRetryMs: [0, 900_000],
  timeoutMs: [1, 10_000],
} as const;

type Numbers = Record<keyof typeof numbers, number>;

const invalidOption = (message: string): SegmentError =>
  new SegmentError(message, { kind: 'validation', code: 'invalid_option' });

const badOption = (name: string, expected: string, got: string): SegmentError =>
  invalidOption(`createSegment: bad option '${name}' (${expected} expected, got ${got})`);

const numbersOf = (options: SegmentOptions): Numbers =>
  Object.fromEntries(
    Object.entries(numbers).map(([name, [least, standard]]) => {
      const value: unknown = options[name as keyof Numbers] ?? standard;
      return [name, checkInteger(name, value, least)];
    }),
  ) as Numbers;

const checkInteger = (name: string, value: unknown, least: number): number => {
  if (Number.isInteger(value) && (value as number) >= least) return value as number;
  throw badOption(name, `integer of at least ${least}`, typeof value === 'number' ? String(value) : described(value));
};

/** How often a call of the Public API is repeated unless told otherwise. */
const CALLER_RETRIES = 10;

const patienceOf = ({ maxRetries }: SegmentOptions, maxRetryMs: number, standard: number): Patience =>
  maxRetries === undefined || maxRetries === Infinity
    ? { maxRetries: maxRetries ?? standard, maxRetryMs, draw: drawBackoff }
    : { maxRetries: checkInteger('maxRetries', maxRetries, 0), maxRetryMs, draw: drawCountedBackoff };

const origin = (options: SegmentOptions, name: 'trackingUrl' | 'publicApiUrl', standard: string): string => {
  const given = options[name] ?? standard;
  if (/^https?:\/\/[^/?#@]+(\/[^?#@]*)?$/i.test(given)) return given.replace(/\/+$/, '');
  throw badOption(name, 'origin like "https://api.segment.io" without credentials', 'another text');
};

/** The names of all options; the type sees to it that none is missing. */
const NAMES = Object.keys({
  writeKey: 1,
  apiToken: 1,
  oauth: 1,
  region: 1,
  trackingUrl: 1,
  publicApiUrl: 1,
  tokenOwner: 1,
  flushAt: 1,
  flushIntervalMs: 1,
  maxBatchEvents: 1,
  maxQueueBytes: 1,
  maxInFlight: 1,
  maxRetries: 1,
  maxRetryMs: 1,
  timeoutMs: 1,
  delivery: 1,
  gzip: 1,
  disable: 1,
  flushOnExit: 1,
  waitUntil: 1,
  plugins: 1,
  axios: 1,
  transport: 1,
  queue: 1,
  beforeSend: 1,
  onError: 1,
  onRequest: 1,
  onResponse: 1,
} satisfies Record<keyof SegmentOptions, 1>);

const checkNames = (options: SegmentOptions): void => {
  for (const name of Object.keys(options))
    if (!NAMES.includes(name))
      throw invalidOption(`createSegment: unknown option '${name}'. ${suggestion(name, NAMES)}`);
};

/** A key with a blank or a line end is sent as it is, and everything that comes with it is dropped without a word. */
const checkKey = (name: 'writeKey' | 'apiToken', { [name]: key }: SegmentOptions): void => {
  if (key === undefined) return;
  if (typeof key !== 'string') throw badOption(name, 'text', described(key));
  const at = Array.from(key).findIndex((character) => character.trim() === '' || character < ' ');
  if (at >= 0) throw badOption(name, 'key without blanks and line ends', `one at character ${at + 1} of ${key.length}`);
};

/** Fills in the defaults and checks what was given; throws `invalid_option`. */
export const settingsOf = (options: SegmentOptions): Settings => {
  const { region = 'us', delivery, maxBatchEvents } = options;
  checkNames(options);
  checkKey('writeKey', options);
  checkKey('apiToken', options);
  if (!Object.hasOwn(REGIONS, region)) throw badOption('region', "'us' or 'eu'", described(region));
  const { maxRetryMs, ...given } = numbersOf(options);
  const most = Math.min(maxBatchEvents ?? Math.max(given.flushAt, given.maxBatchEvents), MAX_BATCH_EVENTS);
  return {
    ...given,
    patience: patienceOf(options, maxRetryMs, Infinity),
    callerPatience: patienceOf(options, maxRetryMs, CALLER_RETRIES),
    maxBatchEvents: most,
    ...(delivery === 'confirm' && { flushAt: 1, maxBatchEvents: 1 }),
    trackingUrl: origin(options, 'trackingUrl', REGIONS[region].tracking),
    publicApiUrl: origin(options, 'publicApiUrl', REGIONS[region].publicApi),
  };
};
