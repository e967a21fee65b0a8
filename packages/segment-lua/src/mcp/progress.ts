import type { RequestHandlerExtra } from '@modelcontextprotocol/sdk/shared/protocol.js';
import type { ServerNotification, ServerRequest } from '@modelcontextprotocol/sdk/types.js';

import type { CallRecord } from '../host/run-result.js';

/** What the protocol knows of a tool call. */
export type ToolContext = RequestHandlerExtra<ServerRequest, ServerNotification>;

/** Tells the client how far a script has come. */
export interface Progress {
  readonly onCall: (call: CallRecord) => void;
  /** Resolves when every notification has left. */
  readonly done: () => Promise<void>;
}

const INTERVAL_MS = 250;

/**
 * Sends a progress notification at the first call and then at most every {@link INTERVAL_MS}, if the client asked for
 * any.
 */
export const createProgress = (context: ToolContext): Progress => {
  const progressToken = context._meta?.progressToken;
  let calls = 0;
  let last = -Infinity;
  let sending = Promise.resolve();
  return {
    onCall(call) {
      calls += 1;
      if (progressToken === undefined || performance.now() - last < INTERVAL_MS) return;
      last = performance.now();
      const params = {
        progressToken,
        progress: calls,
        message: `${calls} calls, the last ${call.path} on line ${call.line}`,
      };
      // A client that has gone away needs no progress.
      sending = context.sendNotification({ method: 'notifications/progress', params }).catch(() => undefined);
    },
    done: () => sending,
  };
};
