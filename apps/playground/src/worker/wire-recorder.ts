import type { Transport, TransportAnswer, TransportRequest } from '@moonwire/segment-sdk';

import type { BrokenEvent, Exchange, Outcome } from '../protocol/exchange.js';
import type { WorkerAccount } from '../protocol/run-setup.js';
import { findAccount } from './credential.js';
import { redactHeaders } from './redaction.js';
import { readBody, readMessageIds } from './request-text.js';

/** Where requests go, and who is told of them. */
export interface WireRecorder {
  readonly accounts: readonly WorkerAccount[];
  readonly transportFor: (account: WorkerAccount | undefined) => Transport;
  /** Picks from `messageIds` the events that Segment has now and had not before. */
  readonly newlyReceived: (
    messageIds: readonly string[],
    account: WorkerAccount | undefined,
    outcome: Outcome,
  ) => string[];
  /** Picks from `messageIds` the events that broke the plan of their source. */
  readonly findBroken?: ((messageIds: readonly string[]) => BrokenEvent[]) | undefined;
  readonly onExchange: (exchange: Exchange) => void;
}

const describeAnswer = ({ status, headers, body }: TransportAnswer): Outcome => ({
  status,
  headers: Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, value ?? ''])),
  body: typeof body === 'string' ? body : new TextDecoder().decode(body),
});

const describeBreak = ({ signal }: TransportRequest): Outcome => ({
  broken: signal.aborted ? 'No answer came in time' : 'The connection broke before an answer came',
});

interface Sent {
  readonly id: number;
  readonly request: TransportRequest;
  readonly sentAt: number;
  readonly ms: number;
}

const describeExchange = async (
  { id, request, sentAt, ms }: Sent,
  outcome: Outcome,
  { accounts, newlyReceived, findBroken }: WireRecorder,
): Promise<Exchange> => {
  const account = findAccount(request, accounts);
  const body = await readBody(request);
  const messageIds = readMessageIds(body);
  const broken = account?.live ? [] : (findBroken?.(messageIds) ?? []);
  return {
    id,
    sentAt,
    ...(account && { account: account.name }),
    live: account?.live ?? false,
    method: request.method,
    url: request.url,
    headers: redactHeaders(request.headers),
    ...(body !== undefined && { body }),
    outcome,
    ms,
    received: newlyReceived(messageIds, account, outcome),
    ...(broken.length > 0 && { broken }),
  };
};

/** A transport that passes requests on and records each with its outcome. */
export const recordWire = (recorder: WireRecorder): Transport => {
  const { accounts, transportFor, onExchange } = recorder;
  let count = 0;
  return async (request) => {
    const [sentAt, started] = [Date.now(), performance.now()];
    count += 1;
    const id = count;
    const finish = async (outcome: Outcome): Promise<void> => {
      onExchange(await describeExchange({ id, request, sentAt, ms: performance.now() - started }, outcome, recorder));
    };
    try {
      const answer = await transportFor(findAccount(request, accounts))(request);
      await finish(describeAnswer(answer));
      return answer;
    } catch (error) {
      await finish(describeBreak(request));
      throw error;
    }
  };
};
