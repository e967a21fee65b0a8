import { errorFromThrown } from '../bridge/error-from-value.js';
import type { OwnObjects } from '../bridge/exposed-objects.js';
import { isLuaError, LuaError } from '../bridge/lua-error.js';
import { mount, readMount } from '../bridge/mount.js';
import { copyNamespace, type OwnNamespace } from '../bridge/namespace-tree.js';
import { onAbort } from '../meter/abort.js';
import type { LuaLimits } from '../meter/limits.js';
import { startTimer } from '../meter/timer.js';
import { failRun } from '../run/check-run.js';
import type { RunOutcome } from '../run/result.js';
import type { RunOptions } from '../run/run-script.js';
import { createOverError, type LuaSession, makeCall } from '../run/session.js';
import { HostRun } from './host-run.js';
import type { Lease } from './pool.js';
import type { RunMessage, ToThread } from './protocol.js';
import { claimThread, type Host, listen, packRun } from './run-in-thread.js';
import { createAbortError, GRACE_MS, ThreadWatch } from './thread-watch.js';

/** Opens a session in a thread, which stays its own, as soon as there is one. */
export const openInThread = async (host: Host, code: string, options: RunOptions): Promise<LuaSession> => {
  const lease = await new Promise<Lease>((accept, refuse) => {
    claimThread(host, options.signal, { accept, refuse });
  });
  const { pool, limits, disposal } = host;
  const run = new HostRun(
    (message) => {
      lease.thread.post(message);
    },
    host.onOutput,
    () => {
      watch.stop();
    },
    host.objects,
  );
  const watch = new ThreadWatch({ lease, pool, run, limits, disposal, signal: undefined });
  listen(host, lease, run, watch);
  const held = {
    run,
    watch,
    limits,
    objects: host.objects,
    root: copyNamespace(host.root),
    signals: [disposal, ...(options.signal ? [options.signal] : [])],
  };
  return open(held, () => ({ ...packRun(host, run, { code }, options), type: 'open' }));
};

/** A session whose state is in a thread, as the host holds it. */
interface Held {
  readonly run: HostRun;
  readonly watch: ThreadWatch;
  readonly limits: LuaLimits;
  readonly root: OwnNamespace;
  readonly objects: OwnObjects;
  /** End the session when aborted. */
  readonly signals: readonly AbortSignal[];
}

const open = async (held: Held, message: () => RunMessage): Promise<LuaSession> => {
  const { run, watch, signals } = held;
  const end = (reason: unknown): void => {
    for (const leave of leaves) leave();
    if (!run.isOver) watch.end(createAbortError(reason));
  };
  const leaves = signals.map((signal) =>
    onAbort(signal, () => {
      end(signal.reason);
    }),
  );
  const result = await attempt(() => run.ask(message));
  if (!result.ok) {
    end(result.error);
    throw result.error;
  }
  watch.rest();
  return createSession(held, result, () => {
    end(new Error('the Lua session was disposed of'));
  });
};

const createSession = (
  { run, watch, limits, root, objects }: Held,
  { values, output, usage }: RunOutcome & { ok: true },
  end: () => void,
): LuaSession => {
  const ask = async (question: (ask: number) => ToThread): Promise<RunOutcome> => {
    if (run.isOver) return failRun(createOverError());
    const stop = startTimer(limits.timeMs + GRACE_MS, () => {
      const message = `limit 'timeMs' reached: the thread of the session did not end after ${limits.timeMs}`;
      watch.end(new LuaError(message, { code: 'limit_time' }));
    });
    const result = await attempt(() => run.ask(question));
    stop();
    return result;
  };
  const session: LuaSession = {
    ...{ values, output, usage },
    call: makeCall((name, args) => ask((id) => ({ type: 'call', ask: id, name, args: run.pack(args, 1) }))),
    get: async (path) => {
      const mounted = readMount(root, path) as LuaSession['values'][number];
      if (mounted !== undefined && !run.isOver) return mounted;
      const result = await ask((id) => ({ type: 'get', ask: id, path }));
      if (!result.ok) throw result.error;
      return result.values[0];
    },
    set: (path, value) => {
      if (run.isOver) throw createOverError();
      mount(root, path, value, limits.stringBytes, objects);
      run.tell({ type: 'set', path, value: run.pack(value) });
      return session;
    },
    [Symbol.dispose]: end,
    [Symbol.asyncDispose]: () => {
      end();
      return Promise.resolve();
    },
  };
  return session;
};

const attempt = async (ask: () => Promise<RunOutcome>): Promise<RunOutcome> => {
  try {
    return await ask();
  } catch (error) {
    return failRun(isLuaError(error) ? error : errorFromThrown(error));
  }
};
