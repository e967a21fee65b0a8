import { errorFromThrown } from '../bridge/error-from-value.js';
import type { OwnObjects } from '../bridge/exposed-objects.js';
import { LuaError } from '../bridge/lua-error.js';
import type { OwnNamespace } from '../bridge/namespace-tree.js';
import { readThrown } from '../bridge/thrown.js';
import { onAbort } from '../meter/abort.js';
import type { LuaLimits } from '../meter/limits.js';
import { failRun } from '../run/check-run.js';
import type { LuaOptions } from '../run/lua.js';
import type { RunOutcome } from '../run/result.js';
import type { RunOptions } from '../run/run-script.js';
import type { LuaTrace } from '../vm/state/trace.js';
import { HostRun } from './host-run.js';
import { sendModules } from './module-loader.js';
import type { Claim, Lease, Pool } from './pool.js';
import type { RunMessage, ToThread } from './protocol.js';
import { createAbortError, ThreadWatch } from './thread-watch.js';
import { hearTrace } from './trace-line.js';

/** What a run has of its sandbox. */
export interface Host {
  readonly pool: Pool;
  readonly limits: LuaLimits;
  readonly options: LuaOptions;
  readonly onOutput: ((text: string) => void) | undefined;
  readonly coverage: 'lines' | undefined;
  readonly trace: LuaTrace | undefined;
  readonly root: OwnNamespace;
  /** What is in `root`, by its path. */
  readonly exposed: ReadonlyMap<string, unknown>;
  readonly objects: OwnObjects;
  /** Ends every run. */
  readonly disposal: AbortSignal;
}

/** The text of a script, and its number if threads are to keep it. */
export type Text = Pick<RunMessage, 'code' | 'script'>;

/** Runs a script as soon as there is a thread for it. One that is aborted before then never begins. */
export const runInThread = (host: Host, text: Text, runOptions: RunOptions<unknown>): Promise<RunOutcome> =>
  new Promise((resolve) => {
    claimThread(host, runOptions.signal, {
      accept: (lease) => {
        begin(host, lease, text, runOptions, resolve);
      },
      refuse: (error) => {
        resolve(failRun(error));
      },
    });
  });

/** Who waits for a thread; one of the two is called, once. */
interface Waiter {
  readonly accept: (lease: Lease) => void;
  readonly refuse: (error: LuaError) => void;
}

/** Asks for a thread, until a signal is aborted. */
export const claimThread = ({ pool, disposal }: Host, own: AbortSignal | undefined, waiter: Waiter): void => {
  const signals = [disposal, ...(own ? [own] : [])];
  const aborted = signals.find((signal) => signal.aborted);
  if (aborted !== undefined) {
    waiter.refuse(createAbortError(aborted.reason));
    return;
  }
  const leaves = signals.map((signal) =>
    onAbort(signal, () => {
      pool.withdraw(claim);
      leave();
      waiter.refuse(createAbortError(signal.reason));
    }),
  );
  const leave = (): void => {
    for (const each of leaves) each();
  };
  const claim: Claim = {
    accept: (lease) => {
      leave();
      waiter.accept(lease);
    },
    refuse: (failure, reason) => {
      leave();
      waiter.refuse(new LuaError(reason, { code: failure }));
    },
  };
  pool.request(claim);
};

const begin = (
  host: Host,
  lease: Lease,
  text: Text,
  runOptions: RunOptions<unknown>,
  resolve: (result: RunOutcome) => void,
): void => {
  const { pool, limits, onOutput, disposal } = host;
  const post = (message: ToThread): void => {
    lease.thread.post(message);
  };
  const finish = (result: RunOutcome): void => {
    watch.stop();
    if (hasHoarded(result, limits)) pool.discard(lease);
    else if (!watch.killed) pool.give(lease);
    resolve(result);
  };
  const run = new HostRun(post, onOutput, finish, host.objects);
  const watch = new ThreadWatch({ lease, pool, run, limits, disposal, signal: runOptions.signal });
  listen(host, lease, run, watch);
  try {
    post(packRun(host, run, text, runOptions));
  } catch (error) {
    run.end(failRun(errorFromThrown(error)));
  }
};

/** Passes on what a thread says. */
export const listen = ({ trace }: Pick<Host, 'trace'>, lease: Lease, run: HostRun, watch: ThreadWatch): void => {
  const refuse = (error: LuaError): void => {
    if (!run.isOver) watch.end(error);
  };
  lease.onMessage = (message) => {
    try {
      if (!Array.isArray(message) && message.type === 'started') watch.start();
      else if (!Array.isArray(message) && message.type === 'trace') {
        hearTrace(message.events, trace, refuse);
        lease.thread.post({ type: 'traced', count: message.events.length });
      } else run.receive(message);
    } catch (error) {
      watch.end(new LuaError(readThrown(error).message, { code: 'internal' }));
    }
  };
  lease.onDeath = (code, reason) => {
    watch.end(new LuaError(reason, { code }));
  };
};

/* An idle thread collects no garbage: one that holds much is better replaced. */
const hasHoarded = (result: RunOutcome, { memoryBytes }: LuaLimits): boolean =>
  (!result.ok && result.error.code === 'limit_memory') || result.usage.memoryBytes > memoryBytes / 2;

/** The message that starts a run. */
export const packRun = (
  { limits, options, exposed, coverage, trace }: Host,
  run: HostRun,
  text: Text,
  { name, args, modules }: RunOptions<unknown>,
): RunMessage => ({
  type: 'run',
  ...text,
  name: name ?? 'script.lua',
  args: run.pack(args ?? [], 1),
  mounts: run.pack(exposed),
  modules: run.pack([modules, options.modules].map(sendModules), 2),
  limits,
  seed: options.seed,
  compile: options.compile,
  coverage,
  isTraced: trace !== undefined,
});
