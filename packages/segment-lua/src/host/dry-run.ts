import type { Transport } from '@moonwire/segment-sdk';

import type { CallRecord, PlannedRequest } from './run-result.js';

/** Requests that are written down in place of being sent. */
export interface DryRun {
  /** Sends nothing: events count as accepted. */
  readonly transport: Transport;
  /**
   * Attributes the requests of `make` to `call`. Rejects only if it fails before there is one.
   * @param show How a request is to be shown. Default: as it is.
   */
  readonly attribute: (
    call: CallRecord,
    make: (transport: Transport) => Promise<unknown>,
    show?: (request: Outgoing) => Outgoing,
  ) => Promise<void>;
  /** What would have been sent, in the order of the calls that made it. */
  readonly listPlanned: (calls: readonly CallRecord[]) => readonly PlannedRequest[];
}

/** A request as it would have left. */
export type Outgoing = Pick<PlannedRequest, 'method' | 'url' | 'body'>;

/** Starts with nothing written down. */
export const createDryRun = (): DryRun => {
  const events = new Map<string, Outgoing>();
  const requests = new Map<CallRecord, readonly Outgoing[]>();
  const noteEvents = ({ body, ...request }: Outgoing): number => {
    for (const event of readEvents(body)) events.set(event.messageId, { ...request, body: event });
    return 200;
  };
  return {
    transport: divert(noteEvents),
    async attribute(call, make, show = (request) => request) {
      requests.set(call, (await interceptRequests(make)).map(show));
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
 * Runs `make` with a transport that refuses every request with status 501.
 * @returns The requests it made.
 * @throws What it failed with, if that was before there was a request: the call itself is wrong.
 */
export const interceptRequests = async (
  make: (transport: Transport) => Promise<unknown>,
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

/** A transport whose requests go to `take`, which says with which status they are answered. */
const divert =
  (take: (request: Outgoing) => number): Transport =>
  ({ method, url, body: text }) => {
    const body: unknown = typeof text === 'string' ? JSON.parse(text) : undefined;
    const status = take({ method, url, ...(body !== undefined && { body }) });
    return Promise.resolve({ status, headers: {}, body: '{}' });
  };

const readEvents = (body: unknown): readonly { readonly messageId: string }[] => {
  const { batch = [body] } = Object(body) as { batch?: unknown[] };
  return batch as { messageId: string }[];
};
