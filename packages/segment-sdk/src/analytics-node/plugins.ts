import type { Analytics } from './analytics.js';
import { Context } from './context.js';

type Step = (context: Context) => Context | Promise<Context>;

/** A plugin of the other library: what it does with an event is the method of the event's type. */
export interface Plugin {
  readonly name: string;
  /**
   * `before` may cancel an event by throwing, `enrichment` changes it, `destination` is given it beside Segment,
   * `after` once it was delivered; `utility` is only loaded.
   */
  readonly type: 'before' | 'enrichment' | 'destination' | 'after' | 'utility';
  readonly version?: string;
  readonly isLoaded: () => boolean;
  readonly load: (context: Context, instance: Analytics) => Promise<unknown>;
  readonly unload?: (context: Context, instance: Analytics) => unknown;
  readonly ready?: () => Promise<unknown>;
  readonly identify?: Step;
  readonly track?: Step;
  readonly page?: Step;
  readonly screen?: Step;
  readonly group?: Step;
  readonly alias?: Step;
}

/** The plugins of a client. Events wait until those that are being registered are loaded. */
export class Plugins {
  #plugins: readonly Plugin[] = [];
  #loading: Promise<unknown> | undefined;

  /** Whether an event passes by without meeting a plugin. */
  get isIdle(): boolean {
    return this.#plugins.length === 0 && this.#loading === undefined;
  }

  /** Loads plugins, and uses those that could be loaded. Rejects with what a `before` or `enrichment` one threw. */
  register(plugins: readonly Plugin[], instance: Analytics): Promise<void> {
    const loading = Promise.all([this.#loading, ...plugins.map((plugin) => this.#load(plugin, instance))]);
    const quiet = loading
      .catch(() => undefined)
      .then(() => {
        if (this.#loading === quiet) this.#loading = undefined;
      });
    this.#loading = quiet;
    return loading.then(() => undefined);
  }

  /** Unloads plugins by their names; names that are not known change nothing. */
  async deregister(names: readonly string[], instance: Analytics): Promise<void> {
    await this.#loading;
    const leaving = this.#plugins.filter(({ name }) => names.includes(name));
    await Promise.all(leaving.map((plugin) => plugin.unload?.(Context.system(), instance)));
    this.#plugins = this.#plugins.filter((plugin) => !leaving.includes(plugin));
  }

  /** What an event is sent as. Rejects with the reason if a plugin cancelled it. */
  async enrich(context: Context): Promise<Context> {
    await this.#loading;
    let enriched = context;
    for (const plugin of this.#of('before')) enriched = await takeStep(plugin, enriched);
    for (const plugin of this.#of('enrichment'))
      enriched = await takeStep(plugin, enriched).catch(noteIn(enriched, plugin));
    return enriched;
  }

  /** Gives the event to the other destinations. What fails there is noted in the context. */
  async pass(type: 'destination' | 'after', context: Context): Promise<void> {
    await Promise.all(this.#of(type).map((plugin) => takeStep(plugin, context).catch(noteIn(context, plugin))));
  }

  #of(type: Plugin['type']): readonly Plugin[] {
    return this.#plugins.filter((plugin) => plugin.type === type && plugin.isLoaded());
  }

  async #load(plugin: Plugin, instance: Analytics): Promise<void> {
    await plugin.load(Context.system(), instance);
    this.#plugins = [...this.#plugins, plugin];
  }
}

const takeStep = async (plugin: Plugin, context: Context): Promise<Context> => {
  const step = plugin[context.event.type as 'track'];
  return (await step?.call(plugin, context)) ?? context;
};

const noteIn =
  (context: Context, plugin: Plugin) =>
  (reason: unknown): Context => {
    context.log('warn', `the plugin ${plugin.name} failed`, { reason: String(reason) });
    return context;
  };
