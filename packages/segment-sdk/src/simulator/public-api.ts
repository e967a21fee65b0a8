import { apiErrors, json } from './respond.js';
import type { SimulatedWorkspace, SimulatorRequest, SimulatorResponse } from './types.js';

/** Requests the simulated Public API allows within a window, and the window's length. */
const POINTS = 200;
const WINDOW_MS = 60_000;

interface Limits {
  consumed: number;
  resetAt: number;
}

const rateHeaders = ({ consumed, resetAt }: Limits): Record<string, string> => ({
  'x-ratelimit-consumed': String(consumed),
  'x-ratelimit-remaining': String(Math.max(0, POINTS - consumed)),
  'x-ratelimit-reset': new Date(resetAt).toUTCString(),
});

const tooMany = ({ consumed, resetAt }: Limits, rate: Record<string, string>): SimulatorResponse => {
  const data = { remainingPoints: 0, msBeforeNext: resetAt - Date.now(), consumedPoints: consumed };
  return apiErrors(429, 'too-many-requests', 'The rate limit is exceeded', rate, { data });
};

const cursorOf = (at: number): string => btoa(String(at));

const startOf = (cursor: string | null): number | undefined => {
  if (cursor === null) return 0;
  try {
    const at = Number(atob(cursor));
    return Number.isInteger(at) && at >= 0 ? at : undefined;
  } catch {
    return undefined;
  }
};

const page = (key: string, items: readonly unknown[], query: URLSearchParams): SimulatorResponse => {
  const count = Number(query.get('pagination.count') ?? 200);
  const start = startOf(query.get('pagination.cursor'));
  if (!Number.isInteger(count) || count < 1 || count > 1_000)
    return apiErrors(
      400,
      'bad-request',
      'pagination.count must be an integer from 1 to 1000',
      {},
      { field: 'pagination.count' },
    );
  if (start === undefined)
    return apiErrors(
      400,
      'bad-request',
      'pagination.cursor is not a cursor of this list',
      {},
      { field: 'pagination.cursor' },
    );
  const next = start + count < items.length ? { next: cursorOf(start + count) } : {};
  const previous = start > 0 ? { previous: cursorOf(Math.max(0, start - count)) } : {};
  return json(200, {
    data: {
      [key]: items.slice(start, start + count),
      pagination: { current: cursorOf(start), ...next, ...previous, totalEntries: items.length },
    },
  });
};

const one = (key: string, item: unknown, extra: Readonly<Record<string, unknown>> = {}): SimulatorResponse =>
  item === undefined
    ? apiErrors(404, 'not-found', `There is no such ${key}`)
    : json(200, { data: { [key]: item, ...extra } });

const routed = (
  { sources, users, id, slug, name }: SimulatedWorkspace,
  path: string,
  query: URLSearchParams,
): SimulatorResponse => {
  const [, collection = '', item] = path.split('/');
  const key = item === undefined ? undefined : decodeURIComponent(item);
  if (path === '/') return json(200, { data: { workspace: { id, slug, name } } });
  if (collection === 'sources')
    return key === undefined
      ? page('sources', sources, query)
      : one(
          'source',
          sources.find((source) => source.id === key),
          { trackingPlanId: null },
        );
  if (collection === 'users')
    return key === undefined
      ? page('users', users, query)
      : one(
          'user',
          users.find((user) => user.id === key),
        );
  return apiErrors(404, 'not-found', `There is nothing at ${path}`);
};

/** The simulated Public API: a token, a workspace, a rate. It has no CORS headers, as the real one has none. */
export class PublicApi {
  readonly #workspace: SimulatedWorkspace;
  readonly #authorization: string;
  #limits: Limits = { consumed: 0, resetAt: 0 };

  constructor(workspace: SimulatedWorkspace, token: string) {
    this.#workspace = workspace;
    this.#authorization = `Bearer ${token}`;
  }

  /** Starts the rate over. */
  reset(): void {
    this.#limits = { consumed: 0, resetAt: 0 };
  }

  answer({ method, path, headers }: SimulatorRequest): SimulatorResponse {
    if (headers.authorization !== this.#authorization) return apiErrors(401, 'unauthorized', 'The token is not valid');
    if (Date.now() >= this.#limits.resetAt) this.#limits = { consumed: 0, resetAt: Date.now() + WINDOW_MS };
    this.#limits.consumed += 1;
    const rate = rateHeaders(this.#limits);
    if (this.#limits.consumed > POINTS) return tooMany(this.#limits, rate);
    if (method !== 'GET') return apiErrors(405, 'method-not-allowed', `The simulator has no ${method} request`, rate);
    const { pathname, searchParams } = new URL(path, 'http://simulator');
    const response = routed(this.#workspace, pathname, searchParams);
    return { ...response, headers: { ...response.headers, ...rate } };
  }
}
