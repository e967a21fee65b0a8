import { failure } from '../contract/errors.js';
import type { Hold } from '../http/hold.js';

/** A hold that sends events of a queue back to it instead of keeping them waiting. */
export interface QueueHold extends Hold {
  /** How long it still is, in milliseconds. */
  readonly leftMs: () => number;
}

/** @param onExtended Learns of each wait that Segment asks for. */
export const createQueueHold = (onExtended: (ms: number) => void): QueueHold => {
  let until = 0;
  const leftMs = (): number => Math.max(0, until - performance.now());
  return {
    leftMs,
    extend: (ms) => {
      until = Math.max(until, performance.now() + ms);
      onExtended(ms);
    },
    passed: () => (leftMs() > 0 ? Promise.reject(held()) : Promise.resolve()),
  };
};

const held = () => failure('rate_limit', 'rate_limited', 'batch', 'Segment asked to be left alone for a time', true);
