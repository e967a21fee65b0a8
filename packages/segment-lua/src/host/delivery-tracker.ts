import type { Receipt } from '@moonwire/segment-sdk';

import { type OpenRecord, reportError } from './call-log.js';
import type { Leftover } from './run-clients.js';
import type { Deliveries, FailedDelivery } from './run-result.js';

/** Follows the events of one run until Segment has answered for each. */
export interface DeliveryTracker {
  /**
   * Follows one event; its call's record learns how it ended.
   * @param delivered Settles with Segment's answer.
   */
  readonly follow: (call: OpenRecord, messageId: string, delivered: Promise<Receipt>) => void;
  /**
   * Resolves when no event is under way.
   * @param leftover What queues said at the end of events that they had taken.
   */
  readonly settle: (leftover: Leftover) => Promise<Deliveries>;
}

/** A tracker that has nothing to follow yet. */
export const createDeliveryTracker = (): DeliveryTracker => {
  const underWay = new Set<Promise<void>>();
  const failed: FailedDelivery[] = [];
  const ended = { delivered: 0, dropped: 0 };
  /** What a queue has taken, to be delivered whenever that can be. */
  const taken: { readonly call: OpenRecord; readonly messageId: string }[] = [];
  let queued = 0;
  const end = (call: OpenRecord, status: 'delivered' | 'dropped'): void => {
    call.status = status;
    ended[status] += 1;
  };
  const fail = (call: OpenRecord, messageId: string, cause: unknown): void => {
    const error = reportError(cause);
    Object.assign(call, { status: 'failed', error });
    failed.push({ messageId, operation: call.operation, account: call.account, line: call.line, error });
  };
  return {
    follow(call, messageId, delivered) {
      queued += 1;
      const followed = delivered.then(
        ({ status }) => {
          if (status === 'queued') taken.push({ call, messageId });
          else end(call, status === 'delivered' ? 'delivered' : 'dropped');
        },
        (error: unknown) => {
          fail(call, messageId, error);
        },
      );
      underWay.add(followed);
      void followed.then(() => underWay.delete(followed));
    },
    async settle({ waiting, refused }) {
      await Promise.all(underWay);
      for (const { call, messageId } of taken)
        if (refused.has(messageId)) fail(call, messageId, refused.get(messageId));
      const others = taken.filter(({ messageId }) => !refused.has(messageId));
      // Queues tell how many events they hold, not which.
      const kept = Math.min(others.length, waiting);
      if (kept === 0) for (const { call } of others) call.status = 'delivered';
      ended.delivered += others.length - kept;
      return { queued, ...ended, ...(taken.length > 0 && { kept }), failed };
    },
  };
};
