import { failure, type SegmentError, toError } from '../contract/errors.js';
import type { Stop } from '../http/stop.js';
import { quietly } from '../http/timer.js';
import { reasonOf } from '../schema/json-value.js';

/** Asks something of a queue, whatever it does. */
export interface QueueCall {
  /**
   * Resolves with its answer; rejects with what it throws, and with `queue_failed` when it does not answer in time.
   * @param onLate Learns of an answer that nobody waits for any more.
   */
  <Answer>(name: string, ask: () => Promise<Answer>, onLate?: (answer: Answer) => void): Promise<Answer>;
}

/** How long an answer may take once the client is stopped, in milliseconds. */
const LAST_WAIT_MS = 1_000;

/** @param timeoutMs How long each answer may take. */
export const createQueueCall =
  (timeoutMs: number, stop: Stop): QueueCall =>
  (name, ask, onLate) =>
    new Promise((resolve, reject) => {
      let isOver = false;
      let cancel: () => void = () => undefined;
      const giveUpIn = (ms: number): void => {
        cancel();
        cancel = quietly(ms, () => {
          end();
          reject(queueFailed(`${name}() did not answer in time; it may have done what it was asked all the same`));
        });
      };
      giveUpIn(timeoutMs);
      const unlisten = stop.listen(() => {
        giveUpIn(Math.min(timeoutMs, LAST_WAIT_MS));
      });
      const end = (): void => {
        isOver = true;
        cancel();
        unlisten();
      };
      invoke(ask).then(
        (answer) => {
          if (isOver) onLate?.(answer);
          else end();
          resolve(answer);
        },
        (thrown: unknown) => {
          if (!isOver) end();
          reject(isFull(thrown) ? (thrown as Error) : toQueueError(name, thrown));
        },
      );
    });

/** What is thrown at once rejects as well. */
const invoke = async <Answer>(ask: () => Promise<Answer>): Promise<Answer> => ask();

/** The error of a queue that does not do what it is asked. */
export const queueFailed = (message: string): SegmentError =>
  failure('delivery', 'queue_failed', 'queue', `the queue failed: ${message}`, true);

/** An error of ours says itself what is wrong. */
const toQueueError = (name: string, thrown: unknown): SegmentError =>
  toError(thrown, 'delivery', 'queue_failed', 'queue', `the queue failed: ${name}(): ${reasonOf(thrown)}`, true);

/** Whether a queue says that it has no room. */
export const isFull = (thrown: unknown): boolean => (Object(thrown) as { code?: unknown }).code === 'queue_full';
