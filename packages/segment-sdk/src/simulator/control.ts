import type { SimulatorResponse } from '../operations/simulated-route.js';
import type { Simulator } from './create-simulator.js';
import type { BrokenEvent, PlanEnforcer } from './enforce-plans.js';
import { FaultError, type HeldFault, holdFault, readFault, type RequestedFault } from './requested-fault.js';
import type { ReceivedEvent, SimulatorRequest } from './types.js';

/** Below this path a server tells what it received, and takes faults. */
const CONTROL_PATH = '/_simulator';

/** What a server does beside simulating. */
export interface Control {
  /** Answers a request below `/_simulator`. */
  readonly answer: (request: SimulatorRequest) => SimulatorResponse;
  readonly addFault: (fault: RequestedFault) => void;
}

/** Lists what a simulator received and what broke its plans, and gives it faults. */
export const createControl = (simulator: Simulator, enforcer?: PlanEnforcer): Control => {
  let faults: HeldFault[] = [];
  const addFault = (fault: RequestedFault): void => {
    faults = [...faults.filter((held) => !held.isOver()), holdFault(simulator.inject, fault)];
  };
  const takeBack = (): void => {
    for (const fault of faults) fault.takeBack();
    faults = [];
  };
  const listFaults = (): object => ({ faults: faults.map((held) => ({ ...held.asked, met: held.met() })) });
  const routes: Readonly<Record<string, (request: SimulatorRequest, query: URLSearchParams) => object>> = {
    'GET ': () => summarize(simulator),
    'GET /events': (_, query) => listEvents(simulator, query),
    'GET /violations': (_, query) => listBroken(enforcer?.broken ?? [], query),
    'GET /requests': (_, query) => ({ requests: takeLast(simulator.requests, query) }),
    'GET /faults': listFaults,
    'POST /faults': (request) => {
      const given = parse(request);
      for (const fault of (Array.isArray(given) ? given : [given]).map(readFault)) addFault(fault);
      return listFaults();
    },
    'DELETE /faults': () => {
      takeBack();
      return listFaults();
    },
    'POST /reset': () => {
      takeBack();
      simulator.reset();
      enforcer?.reset();
      return summarize(simulator);
    },
  };
  return { addFault, answer: (request) => answer(routes, request) };
};

const answer = (
  routes: Readonly<Record<string, (request: SimulatorRequest, query: URLSearchParams) => object>>,
  request: SimulatorRequest,
): SimulatorResponse => {
  // Pages of other sites may send requests to this machine, and say where they are from.
  if (request.headers['origin'] !== undefined) return respond(403, { error: 'this is not for pages of a browser' });
  const { pathname, searchParams } = new URL(request.path, 'http://127.0.0.1');
  const route = routes[`${request.method} ${pathname.slice(CONTROL_PATH.length).replace(/\/$/, '')}`];
  if (route === undefined)
    return respond(404, { error: 'there is nothing at this path', paths: Object.keys(routes).map(toPath) });
  try {
    return respond(200, route(request, searchParams));
  } catch (error) {
    if (error instanceof FaultError)
      return respond(400, { error: error.message, code: error.code, field: error.field });
    return respond(400, { error: (error as Error).message });
  }
};

const toPath = (route: string): string => route.replace(' ', ` ${CONTROL_PATH}`);

const respond = (status: number, body: object): SimulatorResponse => ({
  status,
  headers: { 'content-type': 'application/json' },
  body: `${JSON.stringify(body, null, 2)}\n`,
});

const summarize = ({ events, requests, duplicates }: Simulator): object => ({
  events: events.length,
  requests: requests.length,
  duplicates,
});

const FILTERS = ['type', 'userId', 'anonymousId', 'event', 'messageId'] as const;

const listEvents = ({ events }: Simulator, query: URLSearchParams): object => {
  const wanted = FILTERS.filter((name) => query.has(name));
  const found = events.filter((event: ReceivedEvent) => wanted.every((name) => event[name] === query.get(name)));
  return { total: found.length, events: takeLast(found, query) };
};

const listBroken = (broken: readonly BrokenEvent[], query: URLSearchParams): object => ({
  total: broken.length,
  broken: takeLast(broken, query),
});

const MOST_LISTED = 100;

/** The latest, in the order of arrival: a hundred, unless `limit` says otherwise. */
const takeLast = <T>(all: readonly T[], query: URLSearchParams): readonly T[] => {
  const limit = Number(query.get('limit') ?? MOST_LISTED);
  if (!Number.isInteger(limit) || limit < 1)
    throw new Error("bad parameter 'limit' (a whole number above zero expected)");
  return all.slice(-limit);
};

const parse = ({ body }: SimulatorRequest): unknown => {
  try {
    return JSON.parse(typeof body === 'string' ? body : new TextDecoder().decode(body)) as unknown;
  } catch {
    throw new FaultError('the body is not JSON; expected a fault, like {"status":503,"times":3}, or a list of them');
  }
};
