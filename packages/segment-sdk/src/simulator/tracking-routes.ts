/** The types of events, by the letters that analytics.js and the mobile libraries write for them. */
const LETTERS: ReadonlyMap<string, string> = new Map([
  ['i', 'identify'],
  ['t', 'track'],
  ['p', 'page'],
  ['s', 'screen'],
  ['g', 'group'],
  ['a', 'alias'],
]);

/** The types of events. */
export const EVENT_TYPES: ReadonlySet<string> = new Set(LETTERS.values());

/** What a path of the Tracking API takes. */
export type TrackingRoute =
  | { readonly kind: 'event' | 'pixel'; readonly type: string }
  | { readonly kind: 'settings'; readonly writeKey: string }
  | { readonly kind: 'batch' | 'metrics' };

/** `/v1/b` is written by browsers and phones, `/v1/import` by libraries for Ruby, Java and .NET. */
const OTHERS: ReadonlyMap<string, TrackingRoute> = new Map([
  ['batch', { kind: 'batch' }],
  ['b', { kind: 'batch' }],
  ['import', { kind: 'batch' }],
  // What analytics.js counts about itself.
  ['m', { kind: 'metrics' }],
]);

/** Finds what a path takes, in its long and short forms, with and without a slash at its end. */
export const findTrackingRoute = (path: string): TrackingRoute | undefined => {
  const [, writeKey] = /^\/v1\/projects\/([^/]+)\/settings\/?$/.exec(path) ?? [];
  if (writeKey !== undefined) return { kind: 'settings', writeKey: decodeURIComponent(writeKey) };
  const [, pixel, name = ''] = /^\/v1\/(pixel\/)?(\w+)\/?$/.exec(path) ?? [];
  const type = LETTERS.get(name) ?? name;
  if (EVENT_TYPES.has(type)) return { kind: pixel === undefined ? 'event' : 'pixel', type };
  return pixel === undefined ? OTHERS.get(name) : undefined;
};
