import type { ServerContext } from '@modelcontextprotocol/server';

import type { CallRecord } from '../host/run-result.js';

/** What the protocol knows of a tool call. */
export type ToolRequest = ServerContext['mcpReq'];

/** Tells the client how far a script has come. */
export interface Progress {
  readonly onCall: (call: CallRecord) => void;
  /** Ends the notifications. */
  readonly stop: () => void;
  /** Resolves when every notification has left. */
  readonly done: () => Promise<void>;
}

const INTERVAL_MS = 250;

/** How often a script is told of that makes no call: it waits its turn, computes, or waits for an answer. */
const SILENCE_MS = 2_000;

/**
 * Sends a progress notification at the first call and then at most every {@link INTERVAL_MS}, and while there is no
 * call, every {@link SILENCE_MS}; if the client asked for any.
 */
export const createProgress = ({ _meta, notify }: ToolRequest): Progress => {
  const progressToken = _meta?.progressToken;
  let calls = 0;
  let told = 0;
  let last = -Infinity;
  let sending = Promise.resolve();
  const tell = (message: string): void => {
    last = performance.now();
    // Progress must grow, also when nothing but time goes by.
    told = Math.max(calls, told + 1);
    const params = { progressToken, progress: told, message };
    // A client that has gone away needs no progress.
    sending = notify({ method: 'notifications/progress', params }).catch(() => undefined);
  };
  const started = performance.now();
  const watchSilence = (): void => {
    if (performance.now() - last < SILENCE_MS) return;
    const seconds = Math.round((performance.now() - started) / 1000);
    tell(`${calls} calls, ${seconds} s: waiting for its turn or an answer, or computing`);
  };
  const silence = progressToken === undefined ? undefined : setInterval(watchSilence, SILENCE_MS).unref();
  return {
    onCall(call) {
      calls += 1;
      if (progressToken === undefined || performance.now() - last < INTERVAL_MS) return;
      tell(`${calls} calls, the last ${call.path} on line ${call.line}`);
    },
    stop: () => {
      clearInterval(silence);
    },
    done: () => sending,
  };
};
