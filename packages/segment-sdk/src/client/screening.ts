import type { Delivery } from '../delivery/delivery.js';
import type { PendingEvent } from '../delivery/pending-event.js';
import { eventBytes, type WireEvent } from '../delivery/wire-event.js';
import { isSegmentError, SegmentError } from '../errors.js';
import { problemIn, reasonOf } from '../schema/json-value.js';
import type { Hooks } from './hooks.js';

type BeforeSend = NonNullable<Hooks['beforeSend']>;

const threw = (operation: string, error: unknown): SegmentError =>
  new SegmentError(`beforeSend threw, so the event was not sent: ${reasonOf(error)}`, {
    kind: 'delivery',
    code: 'before_send_failed',
    operation,
  });

const closing = (): SegmentError =>
  new SegmentError('not delivered: the client was closed before beforeSend had answered', { kind: 'delivery', code: 'not_delivered' });

/** Shows events to the `beforeSend` hooks, one after another so that order is kept, and queues what they return. */
export class Screening {
  readonly #hooks: readonly BeforeSend[];
  readonly #delivery: Delivery;
  #last: Promise<void> = Promise.resolve();
  #abandon: ((error: SegmentError) => void) | undefined;
  #isAbandoned = false;

  constructor(hooks: readonly Hooks[], delivery: Delivery) {
    this.#hooks = hooks.flatMap((hook) => (hook.beforeSend ? [hook.beforeSend.bind(hook)] : []));
    this.#delivery = delivery;
  }

  /** Whether there is a hook at all. */
  get isNeeded(): boolean {
    return this.#hooks.length > 0;
  }

  /** Resolves when every event passed in so far has been queued, dropped or failed. */
  done(): Promise<void> {
    return this.#last;
  }

  /** Waits for no hook any longer: the events still to be shown fail. */
  abandon(): void {
    this.#isAbandoned = true;
    this.#abandon?.(closing());
  }

  /** Takes in a reserved event. */
  pass(event: PendingEvent): void {
    this.#last = this.#last.then(() => this.#screen(event));
  }

  async #screen(event: PendingEvent): Promise<void> {
    try {
      const kept = await this.#answer(JSON.parse(event.body) as WireEvent);
      if (kept === null) {
        this.#delivery.settle(event, 'dropped');
        return;
      }
      this.#delivery.rewrite(event, ...this.#rewritten(event, kept));
    } catch (error) {
      this.#delivery.settle(event, isSegmentError(error) ? error : threw(event.operation, error));
      return;
    }
    this.#delivery.add(event);
  }

  #answer(event: WireEvent): Promise<WireEvent | null> {
    if (this.#isAbandoned) return Promise.reject(closing());
    return new Promise((resolve, reject) => {
      this.#abandon = reject;
      this.#shown(event).then(resolve, reject);
    });
  }

  async #shown(event: WireEvent): Promise<WireEvent | null> {
    let current: WireEvent | null = event;
    for (const hook of this.#hooks) {
      if (current === null) return null;
      current = await hook(current);
    }
    return current;
  }

  /** The id and type stay what they were: a receipt and a route already depend on them. */
  #rewritten({ operation, messageId }: PendingEvent, event: WireEvent): [body: string, bytes: number] {
    const problem = problemIn(event, 'event');
    if (problem !== undefined) throw new TypeError(problem);
    const body = JSON.stringify({ ...event, type: operation, messageId });
    return [body, eventBytes(operation, body)];
  }
}
