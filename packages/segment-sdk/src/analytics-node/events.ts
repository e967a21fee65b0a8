import type { Context, MutableEvent } from './context.js';
import type { AnalyticsSettings } from './settings.js';

/** A request that is about to be sent. Credentials are left out of its headers. */
export interface HttpRequestEvent {
  readonly url: string;
  readonly method: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** An answer, whatever its status. */
export interface HttpResponseEvent {
  readonly url: string;
  readonly status: number;
  readonly statusText: string;
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly body: string;
}

/** What a client tells its listeners, by the name of the event: the arguments of each listener. */
export interface AnalyticsEvents {
  initialize: [settings: AnalyticsSettings];
  /** An event was delivered. */
  identify: [context: Context];
  track: [context: Context];
  page: [context: Context];
  screen: [context: Context];
  group: [context: Context];
  alias: [context: Context];
  /** An event was not delivered. */
  error: [failure: { readonly code: string; readonly reason?: unknown; readonly ctx?: Context }];
  http_request: [request: HttpRequestEvent];
  http_response: [response: HttpResponseEvent];
  /** A call came after the client was closed; it is not sent. */
  call_after_close: [event: MutableEvent];
  /** No event is on its way any more. */
  drained: [];
  register: [pluginNames: readonly string[]];
  deregister: [pluginNames: readonly string[]];
}

type Listener<Name extends keyof AnalyticsEvents> = (...given: AnalyticsEvents[Name]) => unknown;

/** Tells listeners of events, in the order in which they came; what one throws, `emit` throws. */
export class Emitter {
  readonly #listeners = new Map<keyof AnalyticsEvents, ((...given: never[]) => unknown)[]>();

  /** Calls a function at each event of a name. */
  on<Name extends keyof AnalyticsEvents>(name: Name, listener: Listener<Name>): this {
    this.#listeners.set(name, [...(this.#listeners.get(name) ?? []), listener]);
    return this;
  }

  /** Calls a function at the next event of a name. */
  once<Name extends keyof AnalyticsEvents>(name: Name, listener: Listener<Name>): this {
    const first = (...given: AnalyticsEvents[Name]): void => {
      this.off(name, first);
      listener(...given);
    };
    return this.on(name, first);
  }

  /** Calls a function no more. */
  off<Name extends keyof AnalyticsEvents>(name: Name, listener: Listener<Name>): this {
    this.#listeners.set(
      name,
      (this.#listeners.get(name) ?? []).filter((known) => known !== listener),
    );
    return this;
  }

  /** Calls the functions of an event's name. */
  emit<Name extends keyof AnalyticsEvents>(name: Name, ...given: AnalyticsEvents[Name]): this {
    for (const listener of this.#listeners.get(name) ?? []) (listener as Listener<Name>)(...given);
    return this;
  }
}
