import type { Patience, SendParts } from '../http/send.js';
import type { Stop } from '../http/stop.js';
import type { Delivery, DeliveryLimits } from './delivery.js';
import type { QueuedEvent } from './event-queue.js';
import type { Report } from './report.js';
import type { PostOptions, PostParts } from './tracking-api.js';

/** A client as its queue sees it. */
export interface QueueClient {
  readonly options: Omit<PostOptions, 'trackingUrl'> & { readonly disable?: boolean | undefined };
  readonly settings: DeliveryLimits & {
    readonly trackingUrl: string;
    readonly timeoutMs: number;
    readonly patience: Patience;
  };
  /** What sends requests. */
  readonly parts: SendParts & PostParts;
  readonly stop: Stop;
}

/** A queue while it serves a client. */
export interface QueueConnection {
  /** How events are gathered on the way into it. */
  readonly limits: DeliveryLimits;
  /** Resolves when the queue holds the events. @throws {SegmentError} `queue_failed` */
  readonly put: (events: readonly QueuedEvent[]) => Promise<'queued'>;
  /**
   * Sends what the queue holds, as far as that is possible, completes a report with it, and closes the queue of a
   * client that is closed.
   */
  readonly complete: (report: Report, delivery: Delivery, isClosed: boolean) => Promise<Report>;
}

/** A queue that a client can be given; `createQueue` makes it of an `EventQueue`. */
export interface Queue {
  /** Serves a client from now on; the client calls it. @throws {SegmentError} `invalid_option` if it serves another */
  readonly connect: (client: QueueClient) => QueueConnection;
}
