import { type Activity, allowLaterCalls, within } from '../bridge/activity.js';
import { createExpiredError } from '../bridge/callback.js';
import { wakeAll } from '../bridge/drive.js';
import { errorFromThrown } from '../bridge/error-from-value.js';
import type { ExposedObjects } from '../bridge/exposed-objects.js';
import { closeLoopsOf } from '../bridge/loops.js';
import { isLuaError, type LuaError } from '../bridge/lua-error.js';
import type { LuaValue } from '../bridge/lua-value.js';
import type { LuaModules } from '../bridge/modules.js';
import { exposeAll } from '../bridge/namespace.js';
import type { Namespace } from '../bridge/namespace-tree.js';
import { joinSignals } from '../meter/abort.js';
import type { LuaLimits } from '../meter/limits.js';
import { CancelGroup } from '../vm/state/cancel-group.js';
import { forgetExchange } from '../vm/state/exchange.js';
import type { KnownTexts } from '../vm/state/known-texts.js';
import type { Runtime } from '../vm/state/lua-state.js';
import type { LuaTrace } from '../vm/state/trace.js';
import { forgetHints } from '../vm/tables/hints.js';
import type { Tiers } from './compile.js';
import { capture } from './output.js';
import type { RunOutcome } from './result.js';
import { createState } from './state.js';
import { startStopWatch } from './stop-watch.js';

/** What a machine is made with. */
export interface MachineOptions {
  readonly limits: LuaLimits;
  /** What is exposed to its scripts. */
  readonly root: Namespace;
  readonly onOutput: ((text: string) => void) | undefined;
  /** Ends whatever goes on in it. */
  readonly disposal: AbortSignal;
  readonly seed: number;
  readonly modules: readonly LuaModules[];
  readonly coverage?: 'lines' | undefined;
  readonly trace?: LuaTrace | undefined;
  readonly tiers: Tiers;
  /** Texts that were compiled before. Default: none. */
  readonly texts?: KnownTexts;
  /** Which objects cross as objects. */
  readonly objects?: ExposedObjects | undefined;
}

/** A Lua state, and what the host does in it: one thing for a run, one after the other or side by side in a session. */
export class Machine {
  readonly runtime: Runtime;
  readonly #going = new Set<Promise<unknown>>();
  #isExposed = false;

  constructor(private readonly options: MachineOptions) {
    const { limits, seed, modules, coverage, trace, tiers, texts } = options;
    const ran = { coverage, trace, tier: tiers.create(), patience: tiers.patience, texts };
    this.runtime = createState({ limits, write: () => undefined, abort: undefined, seed, modules, ...ran });
    this.runtime.exposed = options.objects;
    allowLaterCalls(this.runtime, async (work) => {
      if (options.disposal.aborted) throw createExpiredError();
      const { activity, end } = this.#begin();
      try {
        return await this.#note(work(activity));
      } finally {
        end();
      }
    });
  }

  /** Does something in the state, with limits and output of its own. Never rejects. */
  async perform(work: (activity: Activity) => Promise<LuaValue[]>, signal?: AbortSignal): Promise<RunOutcome> {
    const { activity, end, text } = this.#begin(signal);
    const outcome = await settle(within(this.runtime, activity, () => this.#note(work(activity))));
    const { usage } = activity.budget;
    end();
    return { ...outcome, output: text(), usage };
  }

  /** Reads or changes the state at once, outside of all limits. */
  peek<Result>(work: () => Result): Result {
    const budget = this.runtime.budget.renew();
    budget.lift();
    const group = new CancelGroup();
    group.cancel('nothing goes on');
    return within(this.runtime, { budget, group, write: () => undefined }, work);
  }

  /** Puts what is exposed into the globals, once. */
  expose(): void {
    if (this.#isExposed) return;
    this.#isExposed = true;
    exposeAll(this.runtime.L, this.options.root);
  }

  /** Waits for what goes on, which its disposal has ended. */
  async settle(): Promise<void> {
    await Promise.allSettled(this.#going);
  }

  /** Gives the state up. */
  finish(): void {
    this.runtime.alive = false;
    forgetExchange();
    forgetHints();
    wakeAll(this.runtime);
    this.runtime.budget.memory.giveUp();
  }

  #begin(signal?: AbortSignal): { activity: Activity; end: () => void; text: () => string } {
    const { runtime, options } = this;
    const { signal: abort, leave } = joinSignals([options.disposal, ...(signal ? [signal] : [])]);
    const output = capture(options.onOutput);
    const budget = runtime.budget.renew(abort);
    const write = (text: string): void => {
      output.write(text, budget);
    };
    const activity = { budget, group: new CancelGroup(), write };
    const stop = startStopWatch(runtime, budget, abort);
    const end = (): void => {
      stop();
      leave();
      // What it has allocated goes on being counted.
      Object.assign(runtime, activity);
      closeLoopsOf(runtime, activity.group);
      activity.group.cancel('the Lua run is over');
      wakeAll(runtime);
    };
    return { activity, end, text: output.text };
  }

  #note<Result>(work: Promise<Result>): Promise<Result> {
    this.#going.add(work);
    const forget = (): void => {
      this.#going.delete(work);
    };
    work.then(forget, forget);
    return work;
  }
}

type Outcome = { ok: true; values: LuaValue[] } | { ok: false; error: LuaError };

const settle = async (work: Promise<LuaValue[]>): Promise<Outcome> => {
  try {
    return { ok: true, values: await work };
  } catch (thrown) {
    return { ok: false, error: isLuaError(thrown) ? thrown : errorFromThrown(thrown) };
  }
};
