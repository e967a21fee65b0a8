import type { OwnCall } from '../bridge/call.js';
import { errorFromThrown } from '../bridge/error-from-value.js';
import { type HostFunction, hostFunction } from '../bridge/host-function.js';
import { isLuaError, type LuaError } from '../bridge/lua-error.js';
import type { HostCall, LuaFunction, LuaValue } from '../bridge/lua-value.js';
import { readNames } from '../bridge/names.js';
import { CalledNames } from '../bridge/namespace-of.js';
import { NO_USAGE } from '../meter/usage.js';
import { failRun } from '../run/check-run.js';
import { createLuaWith, type Lua } from '../run/lua.js';
import type { RunOutcome } from '../run/result.js';
import type { RunOptions } from '../run/run-script.js';
import { type CodeSource, createScript } from '../run/script.js';
import type { LuaSession } from '../run/session.js';
import { receiveModules } from './module-loader.js';
import { pack, type Sender } from './pack.js';
import {
  type AskMessage,
  type CallbackMessage,
  type CallbackReply,
  type Done,
  OPENED,
  type Packed,
  type PackedError,
  type PackedLuaError,
  type Reply,
  type RunMessage,
} from './protocol.js';
import { createPulling } from './pulled-iterable.js';
import { RemoteError } from './remote-error.js';
import { type Operate, RemoteObjects } from './remote-objects.js';
import type { Thread } from './thread.js';
import { TraceSender } from './trace-line.js';
import { unpack } from './unpack.js';

/** One run in a thread. */
export class ThreadRun {
  readonly #waiting = new Map<number, (reply: Reply) => void>();
  readonly #functions: LuaFunction[] = [];
  /** Errors that Lua functions raised to the host, which may send them back. */
  readonly #raised: LuaError[] = [];
  readonly #objects = new RemoteObjects();
  readonly #sender: Sender = {
    register: (fn) => this.#functions.push(fn as LuaFunction) - 1,
    objectOf: (item) => {
      const id = RemoteObjects.idOf(item);
      return id === undefined ? undefined : { id, kept: { as: 'own' } };
    },
  };
  readonly #traces = new TraceSender((events) => {
    this.thread.post({ type: 'trace', events });
  });
  readonly #abort = new AbortController();
  #session: LuaSession | undefined;
  #calls = 0;
  #over = false;

  constructor(private readonly thread: Thread) {}

  /** Runs a script to its end. */
  async start(message: RunMessage): Promise<void> {
    this.thread.post({ type: 'started' });
    const result = await this.#attempt(() => {
      const { lua, options } = this.#prepare(message);
      return lua.run(message.code, options);
    });
    this.#traces.flush();
    this.#over = true;
    this.thread.post({ type: 'done', done: this.#done(result) });
  }

  /** Runs a script and keeps its session, for what the host asks of it later. */
  async open(message: RunMessage): Promise<void> {
    this.thread.post({ type: 'started' });
    const result = await this.#attempt(async () => {
      const { lua, options } = this.#prepare(message);
      this.#session = await lua.open(message.code, options);
      const { values, output, usage } = this.#session;
      return { ok: true, values: [...values], output, usage };
    });
    this.#traces.flush();
    this.thread.post({ type: 'answer', ask: OPENED, done: this.#done(result) });
  }

  /** Answers what the host asks of the session. */
  async answer(message: AskMessage): Promise<void> {
    const session = this.#session as LuaSession;
    const result = await this.#attempt(async () => {
      if (message.type === 'call') return session.call(message.name, ...(this.#unpack(message.args) as unknown[]));
      return { ok: true, values: [await session.get(message.path)], output: '', usage: NO_USAGE };
    });
    this.#traces.flush();
    this.thread.post({ type: 'answer', ask: message.ask, done: this.#done(result) });
  }

  /** Exposes a value in the session. */
  set(path: string, value: Packed): void {
    this.#session?.set(path, this.#unpack(value));
  }

  /** Notes that the host has heard of so many calls. */
  traced(count: number): void {
    this.#traces.heard(count);
  }

  #prepare({ name, args, mounts, modules, script, isTraced, ...message }: RunMessage): {
    lua: Lua;
    options: RunOptions;
  } {
    const [own, shared] = (this.#unpack(modules) as unknown[]).map(receiveModules);
    const { scripts, texts } = this.thread;
    const source: CodeSource = {
      script:
        script === undefined ? createScript : (text, name) => scripts.find(script, () => createScript(text, name)),
      texts,
      forget: () => undefined,
    };
    const lua = createLuaWith(source, this.#objects, {
      limits: message.limits,
      onOutput: (text) => {
        this.thread.post({ type: 'output', text });
      },
      ...(shared === undefined ? {} : { modules: shared }),
      ...(message.seed === undefined ? {} : { seed: message.seed }),
      ...(message.compile === undefined ? {} : { compile: message.compile }),
      ...(message.coverage === undefined ? {} : { coverage: message.coverage }),
      ...(isTraced ? { trace: this.#traces.tell } : {}),
    });
    for (const [path, value] of this.#unpack(mounts) as ReadonlyMap<string, unknown>) lua.set(path, value);
    const options: RunOptions = { name, args: this.#unpack(args) as unknown[], signal: this.#abort.signal };
    return { lua, options: own === undefined ? options : { ...options, modules: own } };
  }

  async #attempt(work: () => Promise<RunOutcome>): Promise<RunOutcome> {
    try {
      return await work();
    } catch (error) {
      return failRun(isLuaError(error) ? error : errorFromThrown(error));
    }
  }

  #done(result: RunOutcome): Done {
    const { output, usage } = result;
    if (result.ok) return { ok: true, values: this.#pack(result.values), output, usage };
    return { ok: false, error: this.#packLuaError(result.error), output, usage };
  }

  /** Takes the host's answer to a call. */
  settle(reply: Reply): void {
    this.#waiting.get(reply[0])?.(reply);
    this.#waiting.delete(reply[0]);
  }

  /** Aborts the run, for a reason that stays with the host. */
  abort(reason: PackedError): void {
    this.#abort.abort(new RemoteError(reason));
  }

  /** Runs a Lua function that was handed to the host. */
  async callback({ call, id, args }: CallbackMessage): Promise<void> {
    let reply: CallbackReply;
    try {
      const result = await this.#functions[id]?.(...(this.#unpack(args) as unknown[]));
      reply = [call, this.#pack(result)];
    } catch (error) {
      reply = [call, undefined, this.#packLuaError(error as LuaError), this.#raised.push(error as LuaError) - 1];
    }
    // The next run may be in this thread already.
    if (!this.#over) this.thread.post({ type: 'reply', reply });
  }

  #pack(value: LuaValue | LuaValue[]): Packed {
    return pack(value, this.#sender);
  }

  #unpack(packed: Packed): unknown {
    return unpack(packed, (id, kept) => {
      if (kept?.as === 'raised') return this.#raised[id];
      if (kept?.as === 'names') return this.#names(id, kept.text);
      if (kept?.as === 'object') return this.#objects.take(id, kept, this.#hostFunction(kept.operation) as Operate);
      if (kept?.as === 'iterator') return createPulling(this.#hostFunction(id));
      return kept?.as === 'error' ? new RemoteError({ ...kept, id }) : this.#hostFunction(id);
    });
  }

  #names(id: number, text: string): unknown {
    const names = this.thread.names.find(text, () => readNames(text));
    return new CalledNames(names, text, this.#hostFunction(id));
  }

  #hostFunction(id: number): HostFunction {
    return hostFunction((context, ...args) => {
      const call = this.#calls++;
      let reply: Reply | undefined;
      let settled = (answer: Reply): void => {
        reply = answer;
      };
      this.#waiting.set(call, (answer) => {
        settled(answer);
      });
      this.#traces.flush();
      this.thread.call([call, id, context.path, context.line, this.#pack(args)]);
      if ((context as OwnCall).isAlone) this.thread.block(() => reply !== undefined);
      if (reply !== undefined) return this.#take(reply);
      const later = new Promise<Reply>((resolve) => {
        settled = resolve;
      });
      return this.#later(call, context, later);
    });
  }

  async #later(call: number, { signal }: HostCall, reply: Promise<Reply>): Promise<unknown> {
    // What came while the thread blocked may have been the abort; nothing would wake the run later.
    if (this.#abort.signal.aborted) return undefined;
    const cancel = (): void => {
      this.thread.post({ type: 'cancel', call });
    };
    signal.addEventListener('abort', cancel, { once: true });
    const settled = await reply;
    signal.removeEventListener('abort', cancel);
    return this.#take(settled);
  }

  #take([, result, error]: Reply): unknown {
    if (typeof error === 'number') throw this.#raised[error] as LuaError;
    if (error !== undefined) throw new RemoteError(error);
    return this.#unpack(result);
  }

  #packLuaError(error: LuaError): PackedLuaError {
    const { message, code, reason, line, chunk, traceback, suggestion, field, column, incomplete, value, cause } =
      error;
    const details = { message, code, reason, line, chunk, traceback, suggestion, field, column, incomplete };
    return { ...details, value: this.#pack(value), causeId: RemoteError.idOf(cause) };
  }
}
