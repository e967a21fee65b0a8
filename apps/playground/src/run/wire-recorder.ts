import {
  type AxiosAdapter,
  AxiosHeaders,
  type AxiosResponse,
  type InternalAxiosRequestConfig,
  isAxiosError,
} from 'axios';

import { accountOf } from './credential.js';
import type { Exchange, Outcome } from './exchange.js';
import type { WorkerAccount } from './protocol.js';
import { redactHeaders } from './redaction.js';
import { bodyText, headerTexts, messageIdsIn, urlOf } from './request-text.js';

/** Where requests go, and who is told of them. */
export interface WireRecorder {
  readonly accounts: readonly WorkerAccount[];
  readonly adapterFor: (account: WorkerAccount | undefined) => AxiosAdapter;
  /** Picks from `messageIds` the events that Segment has now and had not before. */
  readonly newlyReceived: (
    messageIds: readonly string[],
    account: WorkerAccount | undefined,
    outcome: Outcome,
  ) => string[];
  readonly onExchange: (exchange: Exchange) => void;
}

const answered = ({ status, headers, data }: AxiosResponse): Outcome => ({
  status,
  headers: headerTexts(AxiosHeaders.from(headers as AxiosHeaders)),
  body: typeof data === 'string' ? data : JSON.stringify(data),
});

const brokenBy = (error: unknown): Outcome => {
  if (isAxiosError(error) && error.response) return answered(error.response);
  return {
    broken:
      isAxiosError(error) && error.code === 'ERR_CANCELED'
        ? 'No answer came in time'
        : 'The connection broke before an answer came',
  };
};

/** An adapter that passes requests on and records each with its outcome. */
export const recordWire = ({ accounts, adapterFor, newlyReceived, onExchange }: WireRecorder): AxiosAdapter => {
  let count = 0;
  const record = async (
    config: InternalAxiosRequestConfig,
    sentAt: number,
    ms: number,
    outcome: Outcome,
  ): Promise<void> => {
    const account = accountOf(config, accounts);
    const body = await bodyText(config);
    count += 1;
    onExchange({
      id: count,
      sentAt,
      ...(account && { account: account.name }),
      live: account?.live ?? false,
      method: (config.method ?? 'get').toUpperCase(),
      url: urlOf(config),
      headers: redactHeaders(headerTexts(config.headers)),
      ...(body !== undefined && { body }),
      outcome,
      ms,
      received: newlyReceived(messageIdsIn(body), account, outcome),
    });
  };
  return async (config) => {
    const [sentAt, started] = [Date.now(), performance.now()];
    // The adapter may put another credential into the request it passes on.
    const asMade = { ...config, headers: new AxiosHeaders(headerTexts(config.headers)) };
    const finish = (outcome: Outcome): Promise<void> => record(asMade, sentAt, performance.now() - started, outcome);
    try {
      const response = await adapterFor(accountOf(config, accounts))(config);
      await finish(answered(response));
      return response;
    } catch (error) {
      await finish(brokenBy(error));
      throw error;
    }
  };
};
