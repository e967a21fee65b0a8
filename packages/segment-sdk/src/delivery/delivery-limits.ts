/** How events are gathered and sent. */
export interface DeliveryLimits {
  /** Events that make a request worth sending. */
  readonly flushAt: number;
  /** Longest wait of an event for company, in milliseconds. */
  readonly flushIntervalMs: number;
  /** Most events in one request. */
  readonly maxBatchEvents: number;
  /** Bound of everything not yet settled, in bytes. */
  readonly maxQueueBytes: number;
  /** Most requests at a time. */
  readonly maxInFlight: number;
}
