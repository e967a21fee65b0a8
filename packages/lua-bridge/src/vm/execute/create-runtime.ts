import { Budget } from '../../meter/budget.js';
import type { LuaLimits } from '../../meter/limits.js';
import { CancelGroup } from '../state/cancel-group.js';
import { takeCensus } from '../state/census.js';
import { Runtime } from '../state/lua-state.js';
import { Random } from '../state/random.js';
import { execute } from './execute.js';

/** What a run is given. */
export interface RuntimeOptions {
  readonly limits: LuaLimits;
  readonly write: (text: string, budget: Budget) => void;
  /** Ends the run when aborted. */
  readonly abort: AbortSignal | undefined;
  /** Of the script's random numbers. */
  readonly seed: number;
  readonly modules: readonly unknown[];
}

/** A new Lua state, with nothing in it. */
export const createRuntime = ({ limits, write, abort, seed, modules }: RuntimeOptions): Runtime => {
  const budget: Budget = new Budget(limits, () => takeCensus(runtime), abort);
  const runtime: Runtime = new Runtime({
    budget,
    write: (text) => {
      write(text, budget);
    },
    group: new CancelGroup(),
    modules,
    random: new Random(seed),
    execute,
  });
  return runtime;
};
