/** An event on its way through the plugins. Its fields may be changed until it is sent. */
export type MutableEvent = Record<string, unknown> & { type: string };

/** Why an event was not delivered. */
export interface FailedDelivery {
  readonly reason: unknown;
}

/** One line that a plugin wrote about an event. */
interface LogLine {
  readonly level: 'debug' | 'info' | 'warn' | 'error';
  readonly message: string;
  readonly time: Date;
  readonly extras?: object;
}

let contexts = 0;

/** What accompanies one event: listeners, callbacks and plugins are given it. */
export class Context {
  readonly id = `context-${++contexts}`;
  event: MutableEvent;
  readonly #logs: LogLine[] = [];
  #failure: FailedDelivery | undefined;

  constructor(event: MutableEvent) {
    this.event = event;
  }

  /** The context of what is about no event: loading a plugin. */
  static system(): Context {
    return new Context({ type: 'track', event: 'system' });
  }

  /** Sets a field of the event by its path, such as `context.library.name`; returns the event. */
  updateEvent(path: string, value: unknown): MutableEvent {
    const names = path.split('.');
    const last = names.pop() as string;
    let place: Record<string, unknown> = this.event;
    for (const name of names) {
      const inner = Object.hasOwn(place, name) ? place[name] : undefined;
      place = place[name] = typeof inner === 'object' && inner !== null ? { ...inner } : {};
    }
    place[last] = value;
    return this.event;
  }

  /** Ends the event: it is not sent. Always throws. */
  cancel(reason: unknown = new Error('the event was cancelled')): never {
    throw reason;
  }

  /** Notes a line about the event. */
  log(level: LogLine['level'], message: string, extras?: object): void {
    this.#logs.push({ level, message, time: new Date(), ...(extras && { extras }) });
  }

  /** What was noted about the event. */
  logs(): readonly LogLine[] {
    return this.#logs;
  }

  /** Why the event was not delivered; `undefined` if it was, or is on its way. */
  failedDelivery(): FailedDelivery | undefined {
    return this.#failure;
  }

  /** Notes why the event was not delivered. */
  setFailedDelivery(failure: FailedDelivery): void {
    this.#failure = failure;
  }

  /** The event and what was noted about it, for a log. */
  toJSON(): { readonly id: string; readonly event: MutableEvent; readonly logs: readonly LogLine[] } {
    return { id: this.id, event: this.event, logs: this.#logs };
  }
}
