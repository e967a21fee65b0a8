import { errorFromThrown } from '../bridge/error-from-value.js';
import { createNamespace, mount, readMount } from '../bridge/mount.js';
import { readThrown } from '../bridge/thrown.js';
import { type LuaLimits, resolveLimits } from '../meter/limits.js';
import { checkRun, failRun } from '../run/check-run.js';
import type { Lua, LuaOptions, TypedLua } from '../run/lua.js';
import type { RunOptions, RunResult } from '../run/run-script.js';
import { HostRun } from './host-run.js';
import { type Lease, Pool } from './pool.js';
import type { RunMessage, ToThread } from './protocol.js';
import { type SandboxThread, startNodeThread, type WebWorkerLike, wrapWebWorker } from './sandbox-thread.js';
import { ThreadWatch } from './thread-watch.js';

/** What `createLuaWorker` may be told besides what `createLua` may. */
export interface LuaWorkerOptions extends LuaOptions {
  /** Idle threads kept warm. Default 1. */
  readonly pool?: number;
  /**
   * Starts the thread in a browser, where a bundler has to see the script:
   * `() => new Worker(new URL('@moonwire/lua-bridge/worker-thread', import.meta.url), { type: 'module' })`.
   * In Node it may instead give the address of the thread's script. Default in Node: the script of this package.
   */
  readonly worker?: () => WebWorkerLike | URL;
}

/** A sandbox whose scripts run in threads of their own; functions that are exposed are called in this thread. */
export type LuaWorker = Lua;

const MIB = 1024 * 1024;

/**
 * Makes a sandbox that runs Lua scripts in threads: whatever a script does, it can be ended. A thread that does not end
 * by itself soon after a limit or an abort is killed and replaced. Disposing of the sandbox ends all its threads.
 *
 * @example
 * using lua = createLuaWorker({ limits: { timeMs: 1000 } });
 * lua.set('app.greet', (name: string) => `Hello ${name}`);
 * await lua.run('print(app.greet("Ann"))');
 */
export const createLuaWorker = <Globals extends object = object>(options: LuaWorkerOptions = {}): TypedLua<Globals> => {
  const limits = resolveLimits(options.limits);
  const root = createNamespace();
  const exposed = new Map<string, unknown>();
  const pool = new Pool(() => startThread(options.worker, limits), options.pool ?? 1);
  const going = new Set<() => void>();
  const lua: Lua = {
    set: (path, value) => {
      mount(root, path, value, limits.stringBytes);
      exposed.delete(path);
      exposed.set(path, value);
      return lua;
    },
    get: (path) => readMount(root, path),
    run: async (code, runOptions = {}) => {
      const fault = checkRun(code, runOptions);
      if (fault !== undefined) return failRun(fault);
      return runInThread({ pool, limits, options, exposed, going }, code, runOptions);
    },
    [Symbol.dispose]: () => {
      for (const stop of [...going]) stop();
      pool.close();
    },
  };
  return lua as TypedLua<Globals>;
};

const startThread = (custom: LuaWorkerOptions['worker'], { memoryBytes }: LuaLimits): SandboxThread => {
  const given = custom?.() ?? new URL('./worker-thread.js', import.meta.url);
  if (!(given instanceof URL)) return wrapWebWorker(given);
  // The heap also holds the VM itself, and garbage until it is collected.
  return startNodeThread(given, Math.min(4096, Math.ceil((memoryBytes * 3) / MIB) + 64));
};

interface Host {
  readonly pool: Pool;
  readonly limits: LuaLimits;
  readonly options: LuaWorkerOptions;
  readonly exposed: ReadonlyMap<string, unknown>;
  /** Ends each run that is going. */
  readonly going: Set<() => void>;
}

const runInThread = (host: Host, code: string, runOptions: RunOptions): Promise<RunResult> => {
  const { pool, limits, options, going } = host;
  const lease = pool.take();
  return new Promise((resolve) => {
    const post = (message: ToThread): void => {
      lease.thread.post(message);
    };
    const run = new HostRun(post, options.onOutput, (result) => {
      watch.stop();
      going.delete(dispose);
      if (hasHoarded(result, limits)) pool.discard(lease);
      else if (!watch.killed) pool.give(lease);
      resolve(result);
    });
    const watch = new ThreadWatch({ lease, pool, run, limits, signal: runOptions.signal });
    const dispose = (): void => {
      watch.end('aborted', 'the Lua sandbox was disposed');
    };
    going.add(dispose);
    listen(lease, run, watch);
    try {
      post(packRun(host, run, code, runOptions));
    } catch (error) {
      run.end(failRun(errorFromThrown(error)));
    }
  });
};

const listen = (lease: Lease, run: HostRun, watch: ThreadWatch): void => {
  lease.onMessage = (message) => {
    try {
      if (!Array.isArray(message) && message.type === 'started') watch.start();
      else run.receive(message);
    } catch (error) {
      watch.end('internal', readThrown(error).message);
    }
  };
  lease.onDeath = (code, reason) => {
    watch.end(code, reason);
  };
};

/* An idle thread collects no garbage: one that holds much is better replaced. */
const hasHoarded = (result: RunResult, { memoryBytes }: LuaLimits): boolean =>
  (!result.ok && result.error.code === 'limit_memory') || result.usage.memoryBytes > memoryBytes / 2;

const packRun = (
  { limits, options, exposed }: Host,
  run: HostRun,
  code: string,
  { name, args }: RunOptions,
): RunMessage => ({
  type: 'run',
  code,
  name: name ?? 'script.lua',
  args: run.pack(args ?? [], 1),
  mounts: run.pack(exposed),
  modules: run.pack(options.modules ?? {}, 1),
  limits,
  seed: options.seed,
});
