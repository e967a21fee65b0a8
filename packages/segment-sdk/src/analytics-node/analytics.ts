import { VERSION } from '../../generated/version.js';
import { type Core, createCore } from '../client/create-core.js';
import { BATCH_PATH } from '../delivery/tracking-api.js';
import { createAxiosTransport } from '../http/axios-transport.js';
import { keepingAlive, quietly } from '../http/timer.js';
import type { Transport } from '../http/transport.js';
import { Context } from './context.js';
import { Emitter } from './events.js';
import { createClientTransport } from './http-client.js';
import type {
  AliasParams,
  Callback,
  CloseAndFlushParams,
  FlushParams,
  GroupParams,
  IdentifyParams,
  PageParams,
  TrackParams,
} from './params.js';
import { type Plugin, Plugins } from './plugins.js';
import { type EventType, looseOperation, readEvent, writeFields } from './read-event.js';
import { type AnalyticsSettings, readSettings } from './settings.js';

/**
 * The class of `@segment/analytics-node`, with its settings, calls, events and plugins, on the delivery of this
 * package: programs change the name they import and nothing else. What does not go as there is said in MIGRATING.md.
 * @example
 * const analytics = new Analytics({ writeKey: process.env.SEGMENT_WRITE_KEY });
 * analytics.on('error', ({ reason }) => console.error(reason));
 * analytics.track({ userId: 'user-42', event: 'Order Completed' });
 * await analytics.closeAndFlush();
 */
export class Analytics extends Emitter {
  /** Resolves once the client is ready; calls need not wait for it. */
  readonly ready: Promise<void> = Promise.resolve();
  readonly #core: Core;
  readonly #plugins = new Plugins();
  readonly #closeTimeoutMs: number;
  #isClosed = false;
  #pending = 0;
  #order: Promise<unknown> = Promise.resolve();

  /** @throws {SegmentError} `missing_write_key`, `invalid_option` */
  constructor(settings: AnalyticsSettings) {
    super();
    const options = readSettings(settings);
    this.#core = createCore({ ...options, transport: this.#createTransport(settings) });
    this.#closeTimeoutMs = Math.max(60_000, this.#core.settings.flushIntervalMs) * 1.25;
    for (const name of METHODS) Object.defineProperty(this, name, { value: this[name].bind(this), writable: true });
    this.emit('initialize', settings);
  }

  /** The version of this package. */
  get VERSION(): string {
    return VERSION;
  }

  /** Says who a user is. @throws {SegmentError} `invalid_input`, as every call does. */
  identify(params: IdentifyParams, callback?: Callback): void {
    this.#dispatch('identify', params, callback);
  }

  /** Says which group a user belongs to. */
  group(params: GroupParams, callback?: Callback): void {
    this.#dispatch('group', params, callback);
  }

  /** Says what a user did. */
  track(params: TrackParams, callback?: Callback): void {
    this.#dispatch('track', params, callback);
  }

  /** Says which page a user saw. */
  page(params: PageParams, callback?: Callback): void {
    this.#dispatch('page', params, callback);
  }

  /** Says which screen of an app a user saw. */
  screen(params: PageParams, callback?: Callback): void {
    this.#dispatch('screen', params, callback);
  }

  /** Joins what was known of a user under another id. */
  alias(params: AliasParams, callback?: Callback): void {
    this.#dispatch('alias', params, callback);
  }

  /** Loads plugins; events that are called from now on wait for them. */
  async register(...plugins: Plugin[]): Promise<void> {
    await this.#plugins.register(plugins, this);
    this.emit(
      'register',
      plugins.map(({ name }) => name),
    );
  }

  /** Unloads plugins by their names. */
  async deregister(...pluginNames: string[]): Promise<void> {
    await this.#plugins.deregister(pluginNames, this);
    this.emit('deregister', pluginNames);
  }

  /** Sends what waits and resolves when every event has ended, or after `timeout`. Flushes may overlap. */
  async flush({ timeout, close = false }: FlushParams = {}): Promise<void> {
    if (close) this.#isClosed = true;
    const drained = keepingAlive(this.#drain());
    const isInTime = await (timeout ? Promise.race([drained, waitFor(timeout)]) : drained);
    if (close) await this.#core.close(isInTime ? {} : { timeoutMs: 0 });
  }

  /** Accepts no more calls, sends what waits, and resolves when every event has ended. */
  closeAndFlush({ timeout = this.#closeTimeoutMs }: CloseAndFlushParams = {}): Promise<void> {
    return this.flush({ timeout, close: true });
  }

  #dispatch(type: EventType, params: object, callback: Callback | undefined): void {
    const event = readEvent(type, params);
    if (this.#isClosed) {
      this.emit('call_after_close', event);
      return;
    }
    this.#pending++;
    void this.#deliver(new Context(event))
      .then((context) => this.#tellEnd(context, callback))
      .catch((reason: unknown) => this.emit('error', { code: 'unknown', reason }))
      // A listener of errors that throws has nobody left to tell.
      .catch(() => undefined)
      .then(() => {
        this.#pending--;
        if (this.#pending === 0) this.emit('drained');
      });
  }

  async #deliver(context: Context): Promise<Context> {
    let sent = context;
    try {
      if (!this.#plugins.isIdle) sent = await this.#enrich(context);
      // Without plugins there was no wait up to here: the event is queued when the call returns.
      const delivered = this.#core.tracker.accept(looseOperation(sent.event), writeFields(sent.event));
      sent.event = { messageId: delivered.messageId, ...sent.event };
      await Promise.all([delivered, this.#plugins.pass('destination', sent)]);
      await this.#plugins.pass('after', sent);
    } catch (reason) {
      sent.setFailedDelivery({ reason });
    }
    return sent;
  }

  /** One event after another, so that their order is kept. */
  #enrich(context: Context): Promise<Context> {
    const enriched = this.#order.then(() => this.#plugins.enrich(context));
    this.#order = enriched.catch(() => undefined);
    return enriched;
  }

  async #tellEnd(context: Context, callback: Callback | undefined): Promise<void> {
    const failure = context.failedDelivery();
    await callback?.(failure?.reason, context);
    if (failure) this.emit('error', { code: 'delivery_failure', reason: failure.reason, ctx: context });
    else this.emit(context.event.type as EventType, context);
  }

  async #drain(): Promise<true> {
    await this.#core.tracker.kick();
    if (this.#pending > 0) {
      const drained = new Promise<void>((resolve) => {
        this.once('drained', resolve);
      });
      await this.#order;
      await this.#core.tracker.kick();
      await drained;
    }
    return true;
  }

  #createTransport({ httpClient, path = BATCH_PATH }: AnalyticsSettings): Transport {
    const send = httpClient ? createClientTransport(httpClient) : createAxiosTransport();
    return async (request) => {
      if (!request.url.endsWith(BATCH_PATH)) return send(request);
      const url = request.url.slice(0, -BATCH_PATH.length) + path;
      const { method, headers, body } = request;
      this.emit('http_request', {
        url,
        method,
        headers: { ...headers, Authorization: '[redacted]' },
        body: body as string,
      });
      const answer = await send({ ...request, url });
      const text = typeof answer.body === 'string' ? answer.body : new TextDecoder().decode(answer.body);
      this.emit('http_response', { ...answer, url, statusText: '', body: text });
      return answer;
    };
  }
}

const METHODS = [
  'identify',
  'group',
  'track',
  'page',
  'screen',
  'alias',
  'register',
  'deregister',
  'flush',
  'closeAndFlush',
] as const;

const waitFor = (timeoutMs: number): Promise<false> =>
  new Promise((resolve) => {
    quietly(timeoutMs, () => {
      resolve(false);
    });
  });
