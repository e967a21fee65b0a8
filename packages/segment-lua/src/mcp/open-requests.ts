import type { Transport } from '@modelcontextprotocol/sdk/shared/transport.js';
import type { JSONRPCMessage, RequestId } from '@modelcontextprotocol/sdk/types.js';

/** The requests of a client that are not answered yet. */
export interface OpenRequests {
  /** Resolves when there are none. */
  readonly settle: () => Promise<void>;
}

/** Follows the requests of a transport, once it is connected. */
export const followRequests = (transport: Transport): OpenRequests => {
  const open = new Set<RequestId>();
  const waiting: (() => void)[] = [];
  const end = (id: RequestId): void => {
    open.delete(id);
    if (open.size === 0) for (const resolve of waiting.splice(0)) resolve();
  };
  const take = transport.onmessage;
  transport.onmessage = (message, extra) => {
    if ('method' in message && 'id' in message) open.add(message.id);
    take?.(message, extra);
    const cancelled = findCancelled(message);
    if (cancelled !== undefined) end(cancelled);
  };
  const send = transport.send.bind(transport);
  transport.send = async (message, options) => {
    const sent = send(message, options);
    if (!('method' in message) && message.id !== undefined) end(message.id);
    await sent;
  };
  return { settle: () => (open.size === 0 ? Promise.resolve() : new Promise((resolve) => waiting.push(resolve))) };
};

/** A request that is cancelled is not answered. */
const findCancelled = (message: JSONRPCMessage): RequestId | undefined =>
  'method' in message && message.method === 'notifications/cancelled'
    ? (message.params?.['requestId'] as RequestId | undefined)
    : undefined;
