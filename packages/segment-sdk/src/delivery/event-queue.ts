/** An event that waits to be sent. It is plain data, so that a queue may keep it outside this process. */
export interface QueuedEvent {
  readonly messageId: string;
  /** The user whose order is kept. */
  readonly user: string;
  /** The event as JSON. */
  readonly body: string;
  /** Length of `body` in bytes of UTF-8. */
  readonly bytes: number;
}

/** How much a request may carry, and whose events must wait. */
export interface TakeLimits {
  readonly events: number;
  readonly bytes: number;
  /** Tells whether events of this user are being sent already. */
  readonly isBusy: (user: string) => boolean;
}

/** Where events wait. The default keeps them in memory; another may keep them on disk or in a shared store. */
export interface EventQueue<E extends QueuedEvent = QueuedEvent> {
  /** Number of events that wait. */
  readonly length: number;
  /** Their bytes. */
  readonly bytes: number;
  /**
   * How many of them could go now, because their users have nothing on the way; those that `take` has not
   * looked at yet are counted too. Without it, all count.
   */
  readonly idleLength?: number;
  /** The bytes of those. */
  readonly idleBytes?: number;
  /** Adds an event at the end. */
  readonly add: (event: E) => void;
  /** Removes and returns the first events that fit, in order; events of a busy user stay where they are. */
  readonly take: (limits: TakeLimits) => E[];
  /** Learns that events taken earlier are done with, delivered or not, and may be forgotten. */
  readonly settled?: (events: readonly E[]) => void;
}
