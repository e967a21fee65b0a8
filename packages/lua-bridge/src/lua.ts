import { resolveLimits, type LuaLimits } from './limits.js';
import { mount, mounted, newNamespace } from './mount.js';
import { runScript, type RunOptions, type RunResult } from './run/run-script.js';
import { globalValue } from './run/global-value.js';
import type { Runtime } from './run/runtime.js';

/** What `createLua` may be told. */
export interface LuaOptions {
  /** Bounds of each run; what is not given has its default. */
  limits?: Partial<LuaLimits>;
  /** Called with each piece of output as it is printed. */
  onOutput?: (text: string) => void;
  /** What scripts can `require`, by name: Lua source as text, or any value, or a promise of either. */
  modules?: Readonly<Record<string, unknown>>;
  /** Seed of `math.random`: runs with the same seed see the same numbers. Default: a new one for each run. */
  seed?: number;
}

/** A place to expose values to Lua and to run scripts that use them. */
export interface Lua {
  /**
   * Exposes a value under a dotted path, for runs that start afterwards. A function becomes callable; a plain object
   * that holds functions becomes a read-only namespace; everything else is converted afresh for each run.
   * @throws TypeError if the path is not dotted Lua names.
   */
  set(path: string, value: unknown): void;
  /**
   * The global at a path as the last finished run left it; before any run, what `set` put there.
   */
  get(path: string): unknown;
  /**
   * Runs a script in a fresh state: nothing a script does can be seen by the next. Runs may overlap.
   * Never rejects for what the script does; the result says how it went.
   */
  run(code: string, options?: RunOptions): Promise<RunResult>;
  /** Forgets everything; a run that is still going is aborted. */
  [Symbol.dispose](): void;
}

/**
 * Makes a sandbox for Lua scripts in this thread.
 *
 * @example
 * const lua = createLua();
 * lua.set('app.greet', (name) => `Hello ${name}`);
 * const result = await lua.run('return app.greet("Ann")');
 * if (result.ok) console.log(result.values[0]); // Hello Ann
 */
export const createLua = (options: LuaOptions = {}): Lua => {
  const limits = resolveLimits(options.limits);
  const root = newNamespace();
  const disposal = new AbortController();
  let last: Runtime | undefined;
  return {
    set: (path, value) => {
      mount(root, path, value);
    },
    get: (path) => (last === undefined ? mounted(root, path) : globalValue(last, path)),
    run: async (code, runOptions = {}) => {
      const { result, runtime } = await runScript({ code, limits, root, options: runOptions, onOutput: options.onOutput, disposal: disposal.signal, modules: options.modules ?? {}, seed: options.seed ?? Math.floor(Math.random() * 2 ** 32) });
      last = runtime;
      return result;
    },
    [Symbol.dispose]: () => {
      disposal.abort(new Error('the Lua sandbox was disposed'));
      root.children.clear();
      last = undefined;
    },
  };
};
