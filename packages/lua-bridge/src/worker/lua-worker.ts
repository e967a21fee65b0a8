import type { Callable, Callables, Exposing } from '../bridge/exposed.js';
import { OwnObjects } from '../bridge/exposed-objects.js';
import { isLuaError, type LuaError } from '../bridge/lua-error.js';
import { mount, readMount } from '../bridge/mount.js';
import { createNamespace } from '../bridge/namespace-tree.js';
import { type OptionNames, refuseUnknownOption } from '../bridge/option-names.js';
import { type LuaLimits, resolveLimits } from '../meter/limits.js';
import { checkRun, failRun } from '../run/check-run.js';
import { checkCompile } from '../run/compile.js';
import { addGlobals } from '../run/globals.js';
import { type Lua, LUA_OPTIONS, type LuaOptions, type TypedLua } from '../run/lua.js';
import { prepareScript } from '../run/prepare.js';
import { readResult, type RunOutcome, type RunResult } from '../run/result.js';
import type { RunOptions } from '../run/run-script.js';
import { openInThread } from './host-session.js';
import { Pool } from './pool.js';
import { type Host, runInThread, type Text } from './run-in-thread.js';
import { startThread, type ThreadChoice } from './start-thread.js';
import { countCores } from './worker-threads.js';

/** What `createLuaWorker` may be told besides what `createLua` may. */
export interface LuaWorkerOptions extends LuaOptions {
  /** Idle threads kept warm. Default 1. */
  readonly pool?: number;
  /** Threads at most; further runs wait, first come, first served. Default: the cores, but not below `pool`. */
  readonly maxThreads?: number;
  /**
   * How long a run waits for a thread, in milliseconds, before it fails with the code `queue_timeout`. Default 30,000;
   * `Infinity` waits for ever.
   */
  readonly queueTimeoutMs?: number;
  /**
   * Starts a thread of another script than the one inside this package: gives the address of a copy of
   * `@moonwire/lua-bridge/worker-thread`, or a Web Worker of it, such as
   * `() => new Worker(new URL('@moonwire/lua-bridge/worker-thread', import.meta.url), { type: 'module' })`
   * for pages whose Content-Security-Policy admits no workers from `blob:`.
   */
  readonly worker?: ThreadChoice;
}

const OPTIONS: OptionNames<LuaWorkerOptions> = {
  ...LUA_OPTIONS,
  pool: true,
  maxThreads: true,
  queueTimeoutMs: true,
  worker: true,
};

/** How much a sandbox has to do. */
export interface LuaWorkerLoad {
  /** Runs that have a thread. */
  readonly running: number;
  /** Runs that wait for one. */
  readonly queued: number;
  /** Threads that are ready for the next run. */
  readonly idle: number;
}

/** A sandbox whose scripts run in threads of their own; functions that are exposed are called in this thread. */
export interface LuaWorker extends Lua {
  /** How much there is to do at this moment. */
  readonly load: LuaWorkerLoad;
}

/**
 * A sandbox in threads whose type knows what was exposed.
 * @typeParam Globals Values by the path they were set at.
 */
export interface TypedLuaWorker<Globals extends object = object> extends TypedLua<Globals> {
  /** As in `LuaWorker`. */
  readonly load: LuaWorkerLoad;
  /** As in `Lua`; the type of what is returned knows the value too. */
  set<Path extends string, Value extends Callable | Callables>(
    path: Path,
    value: Value,
  ): TypedLuaWorker<Exposing<Globals, Path, Value>>;
  set<Path extends string, Value>(path: Path, value: Value): TypedLuaWorker<Exposing<Globals, Path, Value>>;
}

const MIB = 1024 * 1024;

/**
 * Makes a sandbox that runs Lua scripts in threads: whatever a script does, it can be ended. A thread that does not end
 * by itself soon after a limit or an abort is killed and replaced. Disposing of the sandbox ends all its threads, and
 * what is run afterwards is aborted.
 *
 * @throws Error where there are no threads; TypeError for options that are none.
 *
 * @example
 * using lua = createLuaWorker({ limits: { timeMs: 1000 } });
 * lua.set('app.greet', (name: string) => `Hello ${name}`);
 * await lua.run('print(app.greet("Ann"))');
 */
export const createLuaWorker = <Globals extends object = object>(
  options: LuaWorkerOptions = {},
): TypedLuaWorker<Globals> => {
  refuseUnknownOption('createLuaWorker', options, OPTIONS);
  checkCompile('createLuaWorker', options.compile);
  const limits = resolveLimits(options.limits);
  const root = createNamespace();
  const exposed = new Map<string, unknown>();
  const disposal = new AbortController();
  const pool = createPool(options, limits);
  const sandbox = { objects: new OwnObjects(), pool, limits, options, root, exposed, disposal: disposal.signal };
  const lua: LuaWorker = {
    set: (path, value) => {
      mount(root, path, value, limits.stringBytes, sandbox.objects);
      expose(exposed, path, value);
      return lua;
    },
    get: (path) => readMount(root, path),
    get load() {
      return pool.load;
    },
    run: <Output>(code: string, runOptions: RunOptions<Output> = {}) => runChecked(sandbox, code, runOptions),
    prepare: (code, named = {}) =>
      prepareScript(code, named, numberText(code), (text, own) => runOnce(sandbox, text, own)),
    open: async (code, runOptions = {}) => {
      const host = checkRun(code, runOptions) ?? hostRun(sandbox, runOptions);
      if (isLuaError(host)) throw host;
      return openInThread(host, code, runOptions);
    },
    object: sandbox.objects.expose,
    [Symbol.dispose]: () => {
      pool.close();
      disposal.abort(new Error('the Lua sandbox was disposed'));
      root.children.clear();
      exposed.clear();
    },
  };
  return lua as TypedLuaWorker<Globals>;
};

/* What is set again comes last. */
const expose = (exposed: Map<string, unknown>, path: string, value: unknown): void => {
  exposed.delete(path);
  exposed.set(path, value);
};

let scripts = 0;

/* Threads know a prepared script by its number. */
const numberText = (code: string): Text => ({ code, script: scripts++ });

type Sandbox = Omit<Host, 'onOutput' | 'coverage' | 'trace'>;

const runChecked = async <Output>(
  sandbox: Sandbox,
  code: string,
  runOptions: RunOptions<Output>,
): Promise<RunResult<Output>> => {
  const fault = checkRun(code, runOptions);
  if (fault !== undefined) return failRun(fault);
  return readResult(await runOnce(sandbox, { code }, runOptions), runOptions.result);
};

const runOnce = async (sandbox: Sandbox, text: Text, runOptions: RunOptions<unknown>): Promise<RunOutcome> => {
  const host = hostRun(sandbox, runOptions);
  return isLuaError(host) ? failRun(host) : runInThread(host, text, runOptions);
};

/* What is set while a run waits for a thread is for later ones. */
const hostRun = (sandbox: Sandbox, runOptions: RunOptions<unknown>): Host | LuaError => {
  const { options, exposed } = sandbox;
  const own = addGlobals(sandbox, runOptions.globals);
  if (isLuaError(own)) return own;
  const { onOutput = options.onOutput, coverage = options.coverage, trace = options.trace } = runOptions;
  return { ...sandbox, root: own, onOutput, coverage, trace, exposed: joinGlobals(exposed, runOptions.globals) };
};

const joinGlobals = (exposed: ReadonlyMap<string, unknown>, globals: RunOptions['globals'] = {}): typeof exposed => {
  const own = Object.entries(globals);
  return new Map([...[...exposed].filter(([path]) => !Object.hasOwn(globals, path)), ...own]);
};

const createPool = (options: LuaWorkerOptions, { memoryBytes }: LuaLimits): Pool => {
  const { pool: keep = 1, queueTimeoutMs: patienceMs = 30_000, worker } = options;
  const max = options.maxThreads ?? Math.max(keep, countCores());
  refuseUnless(Number.isInteger(keep) && keep >= 0, 'pool', 'a whole number from 0', keep);
  refuseUnless(Number.isInteger(max) && max >= 1, 'maxThreads', 'a whole number from 1', max);
  refuseUnless(keep <= max, 'pool', `at most maxThreads (${max})`, keep);
  refuseUnless(patienceMs > 0, 'queueTimeoutMs', 'a positive number', patienceMs);
  // The heap also holds the VM itself, and garbage until it is collected.
  const heapMb = Math.min(4096, Math.ceil((memoryBytes * 3) / MIB) + 64);
  return new Pool({ start: () => startThread(worker, heapMb), keep, max, patienceMs });
};

const refuseUnless = (isRight: boolean, option: string, expected: string, given: unknown): void => {
  if (!isRight) throw new TypeError(`createLuaWorker: '${option}' must be ${expected}, got ${String(given)}`);
};
