import type { Callable, Callables, Exposing, ValueAt } from '../bridge/exposed.js';
import { type ExposedObjects, OwnObjects } from '../bridge/exposed-objects.js';
import { readGlobal } from '../bridge/globals.js';
import { isLuaError } from '../bridge/lua-error.js';
import { joinModules, type LuaModules } from '../bridge/modules.js';
import { mount, readMount } from '../bridge/mount.js';
import { copyNamespace, createNamespace, type Namespace, type OwnNamespace } from '../bridge/namespace-tree.js';
import { type OptionNames, refuseUnknownOption } from '../bridge/option-names.js';
import { type LuaLimits, resolveLimits } from '../meter/limits.js';
import type { Runtime } from '../vm/state/lua-state.js';
import type { LuaTrace } from '../vm/state/trace.js';
import { checkRun, failRun } from './check-run.js';
import { checkCompile, type Compile, createTiers, type Tiers } from './compile.js';
import { addGlobals } from './globals.js';
import { Machine, type MachineOptions } from './machine.js';
import { type LuaScript, prepareScript } from './prepare.js';
import { readResult, type RunOutcome, type RunResult } from './result.js';
import { type CheckedRunOptions, type RunOptions, runScript } from './run-script.js';
import { type CodeSource, createScript, createSource, type Script } from './script.js';
import { type LuaSession, openSession } from './session.js';

/** What `createLua` may be told. */
export interface LuaOptions {
  /** Bounds of each run; what is not given has its default. */
  readonly limits?: Partial<LuaLimits>;
  /** Called with each piece of output as it is printed. */
  readonly onOutput?: (text: string) => void;
  /**
   * What scripts can `require`: modules by name (Lua source as text, or any value, or a promise of either), or a loader
   * that is asked by name. Each is loaded once in a run or session. A call of the loader is a host call: the script
   * waits.
   */
  readonly modules?: LuaModules;
  /**
   * `'lines'` counts how often each line is reached, of modules and loaded texts too: `usage.lines`. Scripts are slower
   * then.
   */
  readonly coverage?: 'lines';
  /**
   * Hears of each call of a Lua function and of each return from one. An error of its own ends the run, with the code
   * `trace_failed`.
   */
  readonly trace?: LuaTrace;
  /**
   * `'auto'` compiles Lua code that is hot to JavaScript, where code may be made from text; `'never'` leaves all to the
   * interpreter. What scripts do is the same; `usage.tier` says which it was. Runs with `coverage` or `trace` are never
   * compiled. (`'soon'` and `'always'` compile whatever runs: for tests of the compiler.)
   */
  readonly compile?: Compile;
  /** Seed of `math.random`: runs with the same seed see the same numbers. Default: a new one for each run. */
  readonly seed?: number;
}

/** Their names. */
export const LUA_OPTIONS: OptionNames<LuaOptions> = {
  limits: true,
  onOutput: true,
  modules: true,
  coverage: true,
  trace: true,
  compile: true,
  seed: true,
};

/** The names of the members of an object, or of the instances of a class. */
export type MemberOf<Value> = (Value extends abstract new (...args: never) => infer Instance
  ? keyof Instance
  : keyof Value) &
  string;

/** A place to expose values to Lua and to run scripts that use them. */
export interface Lua {
  /**
   * Exposes a value under a dotted path, for runs that start afterwards. A function becomes callable; a plain object
   * that holds functions becomes a read-only namespace; everything else is converted afresh for each run.
   * @returns this sandbox.
   * @throws TypeError if the path is not dotted Lua names. LuaError `conversion` for a value that no run could take;
   *   its `field` says where the trouble is.
   */
  set(path: string, value: unknown): Lua;
  /**
   * What `set` put at a path; where it put nothing, the global that the last finished run left there (with
   * `createLuaWorker`, whose scripts leave nothing behind, undefined).
   */
  get(path: string): unknown;
  /**
   * Runs a script in a fresh state: nothing a script does can be seen by the next. Runs may overlap.
   * Never rejects for what the script does; the result says how it went.
   */
  run<Output>(code: string, options: CheckedRunOptions<Output>): Promise<RunResult<Output>>;
  run(code: string, options?: RunOptions): Promise<RunResult>;
  /**
   * A script to run many times: the first run compiles it, all others go without. Otherwise each is as one of `run`, in
   * a fresh state, with the same limits and errors, a syntax error too; nothing passes from one to the next. Disposing
   * of the sandbox ends its runs as well.
   * @throws LuaError `invalid_input` if the code is no text.
   */
  prepare(code: string, options?: Pick<RunOptions, 'name'>): LuaScript;
  /**
   * Runs a script in a state that stays: its globals live on, and functions that it returned or set can be called
   * later. Each call has limits of its own; memory is limited for all of them together. Dispose of the session when it
   * is no longer needed; disposing of the sandbox ends it too.
   * @param options As for `run`; `signal` ends the session, whenever it is aborted.
   * @throws LuaError if the script fails.
   */
  open(code: string, options?: Omit<RunOptions, 'result'>): Promise<LuaSession>;
  /**
   * Lets an object cross as an object: a script calls its methods (`obj:method()`), reads and sets its properties
   * (`obj.field`), and the same object is always the same value. Of a class, this holds for all its instances, and the
   * class itself is a table with `new` and its static methods. What a script reaches are own properties and what the
   * class itself defines, not the classes it extends, and no name that begins with `_`; with `names`, only those.
   * TypeScript's `private` does not exist at run time; `#private` does.
   * @returns the object or class.
   */
  object<Value extends object>(value: Value, names?: readonly MemberOf<Value>[]): Value;
  /** Forgets everything; a run that is still going is aborted. */
  [Symbol.dispose](): void;
}

/**
 * A sandbox whose type knows what was exposed.
 * @typeParam Globals Values by the path they were set at.
 */
export interface TypedLua<Globals extends object = object> extends Lua {
  /** As in `Lua`; the type of what is returned knows the value too. */
  set<Path extends string, Value extends Callable | Callables>(
    path: Path,
    value: Value,
  ): TypedLua<Exposing<Globals, Path, Value>>;
  set<Path extends string, Value>(path: Path, value: Value): TypedLua<Exposing<Globals, Path, Value>>;
  /** As in `Lua`, with the type of what was set. */
  get<Path extends keyof Globals & string>(path: Path): Globals[Path];
  get<Path extends string>(path: Path): ValueAt<Globals, Path>;
}

/**
 * Makes a sandbox for Lua scripts in this thread.
 *
 * @example
 * const lua = createLua().set('app.greet', (name: string) => `Hello ${name}`);
 * const result = await lua.run('return app.greet("Ann")');
 * if (result.ok) console.log(result.values[0]); // Hello Ann
 * @throws TypeError for an option or a limit that does not exist, and for a limit that is no positive number.
 */
export const createLua = <Globals extends object = object>(options: LuaOptions = {}): TypedLua<Globals> => {
  refuseUnknownOption('createLua', options, LUA_OPTIONS);
  checkCompile('createLua', options.compile);
  return createLuaWith(createSource(), new OwnObjects(), options) as TypedLua<Globals>;
};

/** The same, with scripts that may have been compiled before, and objects of any kind. */
export const createLuaWith = (source: CodeSource, objects: ExposedObjects, options: LuaOptions): Lua => {
  const [limits, tiers, root] = [resolveLimits(options.limits), createTiers(options.compile), createNamespace()];
  const disposal = new AbortController();
  const sandbox: Sandbox = { options, limits, root, objects, tiers, source, disposal: disposal.signal };
  let last: Runtime | undefined;
  const run = async (script: Script, runOptions: RunOptions<unknown>): Promise<RunOutcome> => {
    const own = addGlobals(sandbox, runOptions.globals);
    if (isLuaError(own)) return failRun(own);
    const machine = createMachine(sandbox, runOptions, own, disposal.signal);
    const result = await runToEnd(machine, script, runOptions);
    last = keepState(machine);
    return result;
  };
  const lua: Lua = {
    set: (path, value) => {
      mount(root, path, value, limits.stringBytes, objects);
      return lua;
    },
    get: (path) => readMount(root, path) ?? (last === undefined ? undefined : readGlobal(last, path)),
    run: async <Output>(code: string, runOptions: RunOptions<Output> = {}): Promise<RunResult<Output>> => {
      const fault = checkRun(code, runOptions);
      if (fault) return failRun(fault);
      return readResult(await run(source.script(code, runOptions.name), runOptions), runOptions.result);
    },
    prepare: (code, named = {}) => prepareScript(code, named, createScript(code, named.name), run),
    open: async (code, runOptions = {}) => open(sandbox, code, runOptions),
    object: objects.expose,
    [Symbol.dispose]: () => {
      disposal.abort(new Error('the Lua sandbox was disposed'));
      root.children.clear();
      tiers.forget();
      source.forget();
      last = undefined;
    },
  };
  return lua;
};

/* What all runs and sessions share. */
interface Sandbox extends Pick<MachineOptions, 'limits' | 'disposal'> {
  readonly root: OwnNamespace;
  readonly objects: ExposedObjects;
  readonly tiers: Tiers;
  readonly source: CodeSource;
  readonly options: LuaOptions;
}

const open = async (sandbox: Sandbox, code: string, options: RunOptions): Promise<LuaSession> => {
  const fault = checkRun(code, options);
  if (fault) throw fault;
  const { limits, objects, disposal, source } = sandbox;
  const script = source.script(code, options.name);
  // What is exposed afterwards is for others.
  const root = addGlobals({ ...sandbox, root: copyNamespace(sandbox.root) }, options.globals);
  if (isLuaError(root)) throw root;
  const create = (ended: AbortSignal): Machine => createMachine(sandbox, options, root, ended);
  return openSession({ create, script, options, disposal, root, limits, objects });
};

const runToEnd = async (machine: Machine, script: Script, options: RunOptions<unknown>): Promise<RunOutcome> => {
  const result = await runScript(machine, script, options);
  machine.finish();
  return result;
};

/* A state that was ended by force may hold much, and what it holds means nothing. */
const keepState = ({ runtime }: Machine): Runtime | undefined =>
  runtime.budget.fatal === undefined ? runtime : undefined;

const createMachine = (
  { options, limits, objects, tiers, source: { texts } }: Sandbox,
  { onOutput = options.onOutput, coverage = options.coverage, trace = options.trace, modules }: RunOptions<unknown>,
  root: Namespace,
  disposal: AbortSignal,
): Machine => {
  const { seed = Math.floor(Math.random() * 2 ** 32) } = options;
  const places = joinModules(modules, options.modules);
  const watched = { coverage, trace };
  return new Machine({ limits, root, disposal, objects, onOutput, modules: places, seed, tiers, texts, ...watched });
};
