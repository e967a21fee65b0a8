import axios, { AxiosHeaders, type AxiosInstance } from 'axios';

import type { CallRecord, PlannedRequest } from './run-result.js';

/** Requests that are written down in place of being sent. */
export interface DryRun {
  /** An instance that sends nothing: events count as accepted, every other request is refused with status 501. */
  readonly axios: AxiosInstance;
  /** Attributes the requests of `make` to `call`. Rejects only if it fails before there is one. */
  readonly attribute: (call: CallRecord, make: (instance: AxiosInstance) => Promise<unknown>) => Promise<void>;
  /** What would have been sent, in the order of the calls that made it. */
  readonly listPlanned: (calls: readonly CallRecord[]) => readonly PlannedRequest[];
}

/** A request as it would have left. */
type Outgoing = Pick<PlannedRequest, 'method' | 'url' | 'body'>;

/** Starts with nothing written down. */
export const createDryRun = (): DryRun => {
  const events = new Map<string, Outgoing>();
  const requests = new Map<CallRecord, readonly Outgoing[]>();
  const noteEvents = ({ body, ...request }: Outgoing): number => {
    for (const event of readEvents(body)) events.set(event.messageId, { ...request, body: event });
    return 200;
  };
  return {
    axios: divert(noteEvents),
    async attribute(call, make) {
      requests.set(call, await interceptRequests(make));
    },
    listPlanned: (calls) =>
      calls.flatMap((call) => {
        const event = events.get(call.messageId ?? '');
        const { operation, account, line } = call;
        const made = [...(event ? [event] : []), ...(requests.get(call) ?? [])];
        return made.map((request) => ({ operation, account, line, ...request }));
      }),
  };
};

/**
 * Runs `make` with an instance that refuses every request with status 501.
 * @returns The requests it made.
 * @throws What it failed with, if that was before there was a request: the call itself is wrong.
 */
export const interceptRequests = async (
  make: (instance: AxiosInstance) => Promise<unknown>,
): Promise<readonly Outgoing[]> => {
  const made: Outgoing[] = [];
  const note = (request: Outgoing): number => {
    made.push(request);
    return NOT_SENT;
  };
  await make(divert(note)).catch((error: unknown) => {
    if (made.length === 0) throw error;
  });
  return made;
};

const NOT_SENT = 501;

/** An instance whose requests go to `take`, which says with which status they are answered. */
const divert = (take: (request: Outgoing) => number): AxiosInstance =>
  axios.create({
    adapter: (config) => {
      const body: unknown = typeof config.data === 'string' ? JSON.parse(config.data) : undefined;
      const request = {
        method: (config.method ?? 'get').toUpperCase(),
        url: config.url ?? '',
        ...(body !== undefined && { body }),
      };
      return Promise.resolve({
        data: '{}',
        status: take(request),
        statusText: '',
        headers: new AxiosHeaders(),
        config,
      });
    },
  });

const readEvents = (body: unknown): readonly { readonly messageId: string }[] => {
  const { batch = [body] } = Object(body) as { batch?: unknown[] };
  return batch as { messageId: string }[];
};
