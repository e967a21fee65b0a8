import type { Receipt } from '@moonwire/segment-sdk';

import { type OpenRecord, reportError } from './call-log.js';
import type { Leftover } from './run-clients.js';
import type { Deliveries, FailedDelivery } from './run-result.js';

/** An event, and the call that made it. */
interface Followed {
  readonly call: OpenRecord;
  readonly messageId: string;
}

/** Follows the events of one run until Segment, or a queue, has answered for each. */
export class DeliveryTracker {
  readonly #underWay = new Set<Promise<void>>();
  readonly #failed: FailedDelivery[] = [];
  /** What a queue has taken, to be delivered whenever that can be. */
  readonly #taken: Followed[] = [];
  readonly #ended = { delivered: 0, dropped: 0 };
  #queued = 0;

  /**
   * Follows one event; its call's record learns how it ended.
   * @param delivered Settles with Segment's answer.
   */
  follow(call: OpenRecord, messageId: string, delivered: Promise<Receipt>): void {
    this.#queued += 1;
    const event = { call, messageId };
    const followed = delivered.then(
      ({ status }) => {
        if (status === 'queued') this.#taken.push(event);
        else this.#end(event, status === 'delivered' ? status : 'dropped');
      },
      (error: unknown) => {
        this.#fail(event, error);
      },
    );
    this.#underWay.add(followed);
    void followed.then(() => this.#underWay.delete(followed));
  }

  /** Resolves when no event is under way. @param leftover What the queues said at the end. */
  async settle({ waiting, refused }: Leftover): Promise<Deliveries> {
    await Promise.all(this.#underWay);
    const accepted = this.#taken.filter(({ messageId }) => !refused.has(messageId));
    for (const event of this.#taken) if (refused.has(event.messageId)) this.#fail(event, refused.get(event.messageId));
    // Queues tell how many events they hold, not which.
    const kept = Math.min(accepted.length, waiting);
    if (kept === 0) for (const event of accepted) this.#end(event, 'delivered');
    else this.#ended.delivered += accepted.length - kept;
    const byQueue = this.#taken.length > 0 ? { kept } : {};
    return { queued: this.#queued, ...this.#ended, ...byQueue, failed: this.#failed };
  }

  #end({ call }: Followed, status: 'delivered' | 'dropped'): void {
    call.status = status;
    this.#ended[status] += 1;
  }

  #fail({ call, messageId }: Followed, cause: unknown): void {
    const error = reportError(cause);
    Object.assign(call, { status: 'failed', error });
    this.#failed.push({ messageId, operation: call.operation, account: call.account, line: call.line, error });
  }
}
