import { routes, type SimulatedWorkspace } from '../../generated/simulated.js';
import { refuse, type Route, type SimulatorResponse } from '../operations/simulated-route.js';
import { answerByTable, type TableRequest } from './public-api/answer.js';
import { readConnections } from './public-api/connection-behaviours.js';
import { createLimits } from './public-api/limits.js';
import { flattenQuery, readQuery } from './public-api/read-query.js';
import { createStore, type Resources, type Store } from './public-api/store.js';
import type { SimulatorRequest } from './types.js';

/** Requests the simulated Public API allows within a window: more than any operation's own limit; and its length. */
const POINTS = 1_000;
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
  const headers = { ...rate, 'retry-after': String(Math.ceil(data.msBeforeNext / 1_000)) };
  return refuse(429, 'too-many-requests', 'The rate limit is exceeded', headers, { data });
};

interface KnownRoute {
  readonly verb: string;
  /** What stands for the route's `{names}` in a path of its kind. */
  readonly matches: (path: string) => Readonly<Record<string, string>> | undefined;
  readonly route: Route<SimulatedWorkspace>;
}

const readRoute = ([pattern, route]: readonly [string, Route<SimulatedWorkspace>]): KnownRoute => {
  const [verb = '', template = ''] = pattern.split(' ');
  const path = new RegExp(`^${template.replace(/\{(\w+)\}/g, '(?<$1>[^/]*)')}$`);
  return {
    verb,
    matches: (given) => {
      const found = path.exec(given);
      if (!found) return undefined;
      return Object.fromEntries(
        Object.entries(found.groups ?? {}).map(([name, value]) => [name, decodeURIComponent(value)]),
      );
    },
    route,
  };
};

const ROUTES: readonly KnownRoute[] = routes.flatMap(Object.entries<Route<SimulatedWorkspace>>).map(readRoute);

/** The simulated Public API: a token, a workspace, a rate. It has no CORS headers, as the real one has none. */
export class PublicApi {
  readonly #workspace: SimulatedWorkspace;
  readonly #authorization: string;
  readonly #store: Store;
  #countCall = createLimits();
  #limits: Limits = { consumed: 0, resetAt: 0 };

  constructor(workspace: SimulatedWorkspace, resources: Resources, token: string) {
    this.#workspace = workspace;
    this.#store = createStore({
      ...resources,
      ...readConnections(resources),
      '/sources': workspace.sources,
      '/users': workspace.users,
    });
    this.#authorization = `Bearer ${token}`;
  }

  /** Starts the rate over. */
  reset(): void {
    this.#limits = { consumed: 0, resetAt: 0 };
    this.#countCall = createLimits();
  }

  answer({ method, path, headers }: SimulatorRequest, body: string): SimulatorResponse {
    if (headers.authorization !== this.#authorization) return refuse(401, 'unauthorized', 'The token is not valid');
    if (Date.now() >= this.#limits.resetAt) this.#limits = { consumed: 0, resetAt: Date.now() + WINDOW_MS };
    this.#limits.consumed += 1;
    const rate = rateHeaders(this.#limits);
    if (this.#limits.consumed > POINTS) return tooMany(this.#limits, rate);
    const [pathname = '', ...query] = path.split('?');
    const tree = readQuery(new URLSearchParams(query.join('?')));
    const response = this.#respond({ method, path: pathname, query: tree, body });
    return { ...response, headers: { ...response.headers, ...rate } };
  }

  /** The table answers first: its answers are whole. */
  #respond(request: TableRequest): SimulatorResponse {
    const workspace = { id: this.#workspace.id, store: this.#store, countCall: this.#countCall };
    return (
      answerByTable(request, workspace) ??
      this.#respondByRoute(request) ??
      refuse(404, 'not-found', `There is nothing at ${request.path}`)
    );
  }

  #respondByRoute({ method, path, query }: TableRequest): SimulatorResponse | undefined {
    for (const { verb, matches, route } of ROUTES) {
      const params = verb === method ? matches(path) : undefined;
      if (params) return route(this.#workspace, { params, query: flattenQuery(query) });
    }
    return undefined;
  }
}
