import { Budget } from '../../meter/budget.js';
import type { LuaLimits } from '../../meter/limits.js';
import { LineHits } from '../../meter/line-hits.js';
import { unwind } from '../calls/raise.js';
import { CancelGroup } from '../state/cancel-group.js';
import { takeCensus } from '../state/census.js';
import { createTexts, type KnownTexts } from '../state/known-texts.js';
import { Runtime, type RuntimeParts } from '../state/lua-state.js';
import { Random } from '../state/random.js';
import { YIELD } from '../state/status.js';
import type { Tier } from '../state/tier.js';
import { type LuaTrace, Tracer } from '../state/trace.js';
import { execute } from './execute.js';
import { executeWatched } from './execute-watched.js';

/** What a run is given. */
export interface RuntimeOptions {
  readonly limits: LuaLimits;
  readonly write: (text: string, budget: Budget) => void;
  /** Ends the run when aborted. */
  readonly abort: AbortSignal | undefined;
  /** Of the script's random numbers. */
  readonly seed: number;
  readonly modules: readonly unknown[];
  /** Whether the lines that run are counted. */
  readonly coverage?: 'lines' | undefined;
  /** Hears of the calls of Lua functions. */
  readonly trace?: LuaTrace | undefined;
  /** Compiles what is hot; runs that are watched go without. */
  readonly tier?: Tier | undefined;
  /** Instructions after a wait before compiled code is entered again. Default 0. */
  readonly patience?: number;
  /** Texts that were compiled before. Default: none. */
  readonly texts?: KnownTexts | undefined;
}

/** A new Lua state, with nothing in it. */
export const createRuntime = (options: RuntimeOptions): Runtime => {
  const { limits, write, abort, seed, modules, coverage, trace, patience = 0, texts = createTexts() } = options;
  const isWatched = coverage !== undefined || trace !== undefined;
  const tier = isWatched ? undefined : options.tier;
  const budget: Budget = new Budget(limits, () => count(runtime), abort);
  if (coverage !== undefined) budget.hits = new LineHits();
  const runtime: Runtime = new Runtime({
    budget,
    write: (text) => {
      write(text, budget);
    },
    group: new CancelGroup(),
    modules,
    random: new Random(seed),
    ...(isWatched ? WATCHED : UNWATCHED),
    tracer: trace === undefined ? undefined : new Tracer(trace),
    tier,
    patience,
    texts,
  });
  return runtime;
};

type Interpreter = Pick<RuntimeParts, 'interpret' | 'execute'>;

const createInterpreter = (interpret: Interpreter['interpret']): Interpreter => ({
  interpret,
  execute: (L) => {
    interpret(L);
    if (L.status === YIELD) unwind(L, YIELD);
  },
});

/* The same for all states: an engine specialises what calls them. */
const UNWATCHED = createInterpreter(execute);
const WATCHED = createInterpreter(executeWatched);

const count = (runtime: Runtime): number => {
  runtime.tier?.noteCount();
  return takeCensus(runtime);
};
