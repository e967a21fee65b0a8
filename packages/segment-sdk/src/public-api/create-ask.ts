import { isSegmentError } from '../contract/errors.js';
import { type Attempt, createAttempt, createRedact } from '../http/attempt.js';
import { createAxiosTransport } from '../http/axios-transport.js';
import { createHold, type Hold } from '../http/hold.js';
import { observe } from '../http/observe.js';
import { createPublicApi as createApi } from '../http/public-api.js';
import { readRefusal } from '../http/read-answer.js';
import { createSend } from '../http/send.js';
import { keepingAlive } from '../http/timer.js';
import type { OwnTransport } from '../http/transport.js';
import { describeRequest } from './describe-request.js';
import type { PublicSpec } from './operation.js';
import { type PublicApiOptions, readOptions } from './options.js';
import { findSecrets } from './secrets.js';

type Input = Readonly<Record<string, unknown>>;

/** Sends the request of a call whose input has been checked, and resolves with the answer's `data`. */
export type Ask = (spec: PublicSpec, input: Input, signal?: AbortSignal) => Promise<unknown>;

/** Waits for both: a server may ask all who use the token to wait, or those who call one operation. */
const joinHolds = (token: Hold, operation: Hold): Hold => ({
  extend: (ms, scope) => {
    (scope === 'operation' ? operation : token).extend(ms);
  },
  passed: async (stop) => {
    await operation.passed(stop);
    await token.passed(stop);
  },
});

const createHolds = (): ((name: string) => Hold) => {
  const token = createHold();
  const operations = new Map<string, Hold>();
  return (name) => {
    const hold = operations.get(name) ?? joinHolds(token, createHold());
    operations.set(name, hold);
    return hold;
  };
};

/** Makes what sends the requests of one client. */
export const createAsk = (options: PublicApiOptions): Ask => {
  const { origin, timeoutMs, patience } = readOptions(options);
  // Its bodies are text, which every transport reads.
  const transport = (options.transport ?? createAxiosTransport(options.axios)) as OwnTransport;
  const hooks = [options, ...(options.plugins ?? [])];
  const holdOf = createHolds();
  return async (spec, input, signal) => {
    const redact = createRedact([options.apiToken, ...findSecrets(spec, input)]);
    const watch = watchAttempts(createAttempt(transport, timeoutMs, redact));
    const parts = {
      attempt: watch.attempt,
      hooks,
      redact,
      observe: (...[told, name, count, request, send]: Parameters<typeof observe>) =>
        observe(told, name, count, { ...request, url: redact(request.url) }, send),
      readRefusal: (...given: Parameters<typeof readRefusal>) => Promise.resolve(readRefusal(...given)),
    };
    const api = createApi(createSend(parts, patience), holdOf(spec.name), options.apiToken, origin);
    try {
      return await keepingAlive(api(spec.name, describeRequest(spec, input), signal));
    } catch (error) {
      const isGone = spec.method === 'DELETE' && isSegmentError(error) && error.status === 404;
      if (isGone && watch.isAnswerLost()) return spec.done;
      throw error;
    }
  };
};

/** Notes whether an earlier attempt may have been carried out though its answer never came. */
const watchAttempts = (attempt: Attempt): { readonly attempt: Attempt; readonly isAnswerLost: () => boolean } => {
  let isLost = false;
  return {
    isAnswerLost: () => isLost,
    attempt: async (...given) => {
      try {
        const answer = await attempt(...given);
        if (answer.status >= 500 || answer.status === 408) isLost = true;
        return answer;
      } catch (error) {
        isLost = true;
        throw error;
      }
    },
  };
};
