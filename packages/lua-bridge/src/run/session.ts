import { callWithin } from '../bridge/callback.js';
import { errorFromThrown } from '../bridge/error-from-value.js';
import type { ExposedObjects } from '../bridge/exposed-objects.js';
import { exposeAt, findFunction, readGlobal } from '../bridge/globals.js';
import { LuaError } from '../bridge/lua-error.js';
import type { LuaValue } from '../bridge/lua-value.js';
import { mount, readMount } from '../bridge/mount.js';
import type { OwnNamespace } from '../bridge/namespace-tree.js';
import { joinSignals } from '../meter/abort.js';
import type { LuaLimits } from '../meter/limits.js';
import type { LuaUsage } from '../meter/usage.js';
import type { StandardSchema } from '../schema/standard-schema.js';
import type { Runtime } from '../vm/state/lua-state.js';
import { checkRun, failRun } from './check-run.js';
import type { Machine } from './machine.js';
import { readResult, type RunOutcome, type RunResult } from './result.js';
import { type RunOptions, runScript } from './run-script.js';
import type { Script } from './script.js';

/**
 * A function to call in a session, and what it gives.
 * @typeParam Output What it returns first.
 */
export interface SessionCall<Output> {
  /** Its dotted path. */
  readonly name: string;
  /** Schema of the first value that it returns, as in a run. */
  readonly result: StandardSchema<unknown, Output>;
}

/** A script that has run and can be called: its globals live on until the session is disposed of. */
export interface LuaSession {
  /** What the script returned. Its functions can be called as long as the session lives. */
  readonly values: readonly LuaValue[];
  /** What the script printed. */
  readonly output: string;
  /** What the script used. */
  readonly usage: LuaUsage;
  /**
   * Calls a global function of the script, or one in a global table, by its dotted path, or `{ name, result }` with a
   * schema of what it returns. Never rejects: the result says how it went. Each call has limits of its own, and a call
   * that reaches one ends alone.
   *
   * Calls may overlap: while one waits for a host function, another goes on; code that computes is not interrupted by
   * other calls. A name that is no function is an error `unknown_function`, a call after the session's end one
   * `session_over`.
   */
  call<Output>(fn: SessionCall<Output>, ...args: unknown[]): Promise<RunResult<Output>>;
  call(name: string, ...args: unknown[]): Promise<RunResult>;
  /**
   * The value of a global, or of what is in a global table, by its dotted path; undefined if there is none.
   * @throws LuaError `session_over`, or `conversion` if it cannot cross.
   */
  get(path: string): Promise<LuaValue>;
  /**
   * Exposes a value, for calls from now on. Where the script has a table of its own on the way, it goes into that.
   * @returns this session.
   * @throws As `set` of a sandbox does. LuaError `session_over`.
   */
  set(path: string, value: unknown): LuaSession;
  /** Ends the calls that are going, with the code `aborted`, and forgets everything. */
  [Symbol.dispose](): void;
  /** The same, and waits until they have ended. */
  [Symbol.asyncDispose](): Promise<void>;
}

/** What a session is opened with. */
interface Opening {
  readonly create: (disposal: AbortSignal) => Machine;
  readonly script: Script;
  readonly options: RunOptions;
  readonly disposal: AbortSignal;
  readonly root: OwnNamespace;
  readonly limits: LuaLimits;
  readonly objects: ExposedObjects;
}

/** The error of whatever is asked of a session that has ended. */
export const createOverError = (): LuaError =>
  new LuaError('the Lua session is over; open another one', { code: 'session_over' });

/**
 * Runs a script and keeps its state.
 * @throws LuaError if the script fails.
 */
export const openSession = async (opening: Opening): Promise<LuaSession> => {
  const { create, script, options, disposal } = opening;
  const { signal, ...runOptions } = options;
  const ended = new AbortController();
  const joined = joinSignals([ended.signal, disposal, ...(signal ? [signal] : [])]);
  const machine = create(joined.signal);
  const end = async (): Promise<void> => {
    ended.abort(new Error('the Lua session was disposed of'));
    joined.leave();
    await machine.settle();
    machine.finish();
  };
  const result = await runScript(machine, script, runOptions);
  if (!result.ok) {
    await end();
    throw result.error;
  }
  return createSession(machine, opening, result, joined.signal, end);
};

const createSession = (
  machine: Machine,
  { root, limits, objects }: Opening,
  { values, output, usage }: RunOutcome & { ok: true },
  ended: AbortSignal,
  end: () => Promise<void>,
): LuaSession => {
  const { runtime } = machine;
  const checkOpen = (): void => {
    if (ended.aborted) throw createOverError();
  };
  const session: LuaSession = {
    values,
    output,
    usage,
    call: makeCall((name, args) => {
      if (ended.aborted) return failRun(createOverError());
      return machine.perform(async (activity) => callWithin(runtime, findFunction(runtime, name), args, activity));
    }),
    get: (path) =>
      new Promise((resolve) => {
        checkOpen();
        resolve((readMount(root, path) as LuaValue) ?? machine.peek(() => peekGlobal(runtime, path)));
      }),
    set: (path, value) => {
      checkOpen();
      mount(root, path, value, limits.stringBytes, objects);
      machine.peek(() => {
        exposeAt(runtime, root, path);
      });
      return session;
    },
    [Symbol.dispose]: () => {
      void end();
    },
    [Symbol.asyncDispose]: end,
  };
  return session;
};

/** The `call` of a session, which looks at what it gives. */
export const makeCall =
  (perform: (name: string, args: readonly unknown[]) => RunOutcome | Promise<RunOutcome>) =>
  async <Output>(fn: string | SessionCall<Output>, ...args: unknown[]): Promise<RunResult<Output>> => {
    const named = typeof fn === 'object' && (fn as unknown) !== null ? fn : { name: fn as string };
    const { name, result }: Pick<SessionCall<Output>, 'name'> & Partial<SessionCall<Output>> = named;
    const fault = checkRun(name, result === undefined ? { name } : { name, result });
    return fault === undefined ? readResult(await perform(name, args), result, `result of ${name}`) : failRun(fault);
  };

const peekGlobal = (runtime: Runtime, path: string): LuaValue => {
  try {
    return readGlobal(runtime, path);
  } catch (thrown) {
    throw errorFromThrown(thrown);
  }
};
