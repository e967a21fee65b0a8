import type { JSONRPCMessage, RequestId, Transport } from '@modelcontextprotocol/server';

import { forgiveCall } from './forgive-calls.js';

/** A transport that knows which requests of its client are not answered yet. */
export interface FollowedTransport extends Transport {
  /** Resolves when there are none. */
  readonly settle: () => Promise<void>;
}

/**
 * Follows what goes over a transport, and hands calls on as they were meant. That nobody reads any more is not passed
 * on: it would let go of what is under way, whose events are still to be delivered.
 */
export const followTransport = (inner: Transport): FollowedTransport => {
  const open = new Set<RequestId>();
  const waiting: (() => void)[] = [];
  const end = (id: RequestId): void => {
    open.delete(id);
    if (open.size === 0) for (const resolve of waiting.splice(0)) resolve();
  };
  const followed: FollowedTransport = {
    start: () => {
      inner.onerror = (error) => followed.onerror?.(error);
      inner.onmessage = (message: JSONRPCMessage, extra) => {
        if ('method' in message && 'id' in message) open.add(message.id);
        followed.onmessage?.(forgiveCall(message), extra);
        const cancelled = findCancelled(message);
        if (cancelled !== undefined) end(cancelled);
      };
      return inner.start();
    },
    send: async (message, options) => {
      const sent = inner.send(message, options);
      if (!('method' in message) && message.id !== undefined) end(message.id);
      await sent;
    },
    close: async () => {
      await inner.close();
      followed.onclose?.();
    },
    settle: () => (open.size === 0 ? Promise.resolve() : new Promise((resolve) => waiting.push(resolve))),
  };
  return followed;
};

/** A request that is cancelled is not answered. */
const findCancelled = (message: JSONRPCMessage): RequestId | undefined =>
  'method' in message && message.method === 'notifications/cancelled'
    ? (message.params?.['requestId'] as RequestId | undefined)
    : undefined;
