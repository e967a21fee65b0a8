import { failure, toError } from '../contract/errors.js';
import type { Hooks, WireEvent } from '../contract/hooks.js';
import type { Delivery } from '../delivery/delivery.js';
import type { PendingEvent } from '../delivery/pending-event.js';
import { eventBytes } from '../delivery/wire-event.js';
import type { Stop } from '../http/stop.js';
import { writeJson } from '../schema/exact-json.js';
import { described, problemIn, reasonOf } from '../schema/json-value.js';
import { readJson } from '../schema/read-exact-json.js';

/** What the hooks, one after another, make of an event. */
const shown = async (hooks: readonly Hooks[], event: WireEvent): Promise<WireEvent | null> => {
  let current: WireEvent | null = event;
  for (const hook of hooks) if (current && hook.beforeSend) current = await hook.beforeSend(current);
  return current;
};

/** The hooks' answer, unless there is a stop before it. */
const answer = ({ operation, body }: PendingEvent, hooks: readonly Hooks[], stop: Stop): Promise<WireEvent | null> =>
  new Promise((resolve, reject) => {
    const unlisten = stop.listen(() => {
      reject(
        failure(
          'delivery',
          'not_delivered',
          operation,
          'not delivered: the client was closed before beforeSend had answered',
        ),
      );
    });
    if (!stop.isStopped)
      shown(hooks, readJson(body) as WireEvent)
        .then(resolve, reject)
        .finally(unlisten);
  });

/**
 * Puts what the hooks made of an event in its place. The id and type stay: a receipt and a route already depend on
 * them.
 */
const rewrite = (pending: PendingEvent, event: WireEvent): void => {
  const { operation, messageId } = pending;
  if (typeof event !== 'object')
    throw new TypeError(`it returned ${described(event)} (the event expected, or null to drop it)`);
  const problem = problemIn(event, 'event');
  if (problem !== undefined) throw new TypeError(problem.message);
  const body = writeJson({ ...event, type: operation, messageId });
  pending.write(body, eventBytes(operation, body));
};

/** Shows a reserved event to the `beforeSend` hooks and queues what they return; a stop ends the wait for them. */
export const screen = async (
  event: PendingEvent,
  hooks: readonly Hooks[],
  delivery: Delivery,
  stop: Stop,
): Promise<void> => {
  const { bytes, operation } = event;
  try {
    const kept = await answer(event, hooks, stop);
    if (kept === null) {
      delivery.settle(event, 'dropped');
      return;
    }
    rewrite(event, kept);
  } catch (error) {
    const message = `beforeSend failed, so the event was not sent: ${reasonOf(error)}`;
    delivery.settle(event, toError(error, 'delivery', 'before_send_failed', operation, message));
    return;
  }
  delivery.add(event, event.bytes - bytes);
};
