import { asLuaFunction } from '../bridge/callback.js';
import { errorFromThrown } from '../bridge/error-from-value.js';
import type { OwnObjects } from '../bridge/exposed-objects.js';
import { type HostFunction, takesCall } from '../bridge/host-function.js';
import { LuaError } from '../bridge/lua-error.js';
import type { LuaFunction, LuaValue } from '../bridge/lua-value.js';
import { readThrown } from '../bridge/thrown.js';
import type { RunOutcome } from '../run/result.js';
import { isPromise } from '../vm/state/waiting.js';
import { Batch } from './batch.js';
import { HostObjects } from './host-objects.js';
import { LuaCallbacks } from './lua-callbacks.js';
import { pack, type Sender } from './pack.js';
import type { Call, Done, Packed, PackedError, PackedLuaError, Reply, ToHost, ToThread } from './protocol.js';
import { PulledIterable } from './pulled-iterable.js';
import { RemoteCall } from './remote-call.js';
import { unpack } from './unpack.js';

/** The host's side of one run in a thread: calls host functions, passes Lua callbacks on, builds the result. */
export class HostRun {
  readonly #functions: ((...args: never[]) => unknown)[] = [];
  readonly #errors: unknown[] = [];
  /** Lua errors of this run, by their ids in its thread. */
  readonly #raised = new WeakMap<object, number>();
  readonly #calls = new Map<number, RemoteCall>();
  readonly #callbacks: LuaCallbacks;
  readonly #replies = new Batch<Reply>((replies) => {
    this.#send(replies);
  });
  readonly #output: string[] = [];
  readonly #sender: Sender = {
    register: (item) =>
      (typeof item === 'function'
        ? this.#functions.push(item as (...args: never[]) => unknown)
        : this.#errors.push(item)) - 1,
    raisedId: (error) => this.#raised.get(error),
    objectOf: (item) => this.#objects.give(item),
    pullFrom: (source) => {
      const pulled = new PulledIterable(source);
      this.#iterables.push(pulled);
      return this.#functions.push(pulled.pull) - 1;
    },
  };
  readonly #objects: HostObjects;
  readonly #iterables: PulledIterable[] = [];
  readonly #asked = new Map<number, (result: RunOutcome) => void>();
  #questions = 0;
  #over = false;

  constructor(
    private readonly post: (message: ToThread) => void,
    private readonly onOutput: ((text: string) => void) | undefined,
    private readonly finish: (result: RunOutcome) => void,
    exposed: OwnObjects,
  ) {
    let operation: number | undefined;
    this.#objects = new HostObjects(exposed, () => (operation ??= this.#functions.push(this.#objects.operate) - 1));
    this.#callbacks = new LuaCallbacks(post);
  }

  /** Whether its thread has ended, or the run in it. */
  get isOver(): boolean {
    return this.#over;
  }

  /** What the script printed so far. */
  get output(): string {
    return this.#output.join('');
  }

  /**
   * Prepares a value for the thread; its functions can then be called from there.
   * @param around How many levels are only wrapped around it.
   * @throws ConversionError for what cannot be sent.
   */
  pack(value: unknown, around?: number): Packed {
    return pack(value, this.#sender, around);
  }

  /** Keeps an error here, and gives what the thread knows it by. */
  keepError(error: unknown): PackedError {
    return { id: this.#errors.push(error) - 1, ...readThrown(error) };
  }

  /**
   * Asks something of the session, numbered from 0.
   * @returns the answer, or how the session ended before.
   * @throws ConversionError for what cannot be sent.
   */
  ask(question: (ask: number) => ToThread): Promise<RunOutcome> {
    const ask = this.#questions++;
    return new Promise((resolve) => {
      this.post(question(ask));
      this.#asked.set(ask, resolve);
    });
  }

  /** Tells the session something that has no answer. */
  tell(message: ToThread): void {
    this.post(message);
  }

  /** Handles a message of the thread. */
  receive(message: ToHost): void {
    if (this.#over) return;
    if (Array.isArray(message)) {
      for (const call of message) this.#call(call);
      return;
    }
    switch (message.type) {
      case 'cancel':
        this.#calls.get(message.call)?.abort('the call was cancelled');
        break;
      case 'reply':
        this.#callbacks.settle(message.reply);
        break;
      case 'output':
        this.#output.push(message.text);
        this.onOutput?.(message.text);
        break;
      case 'done':
        this.end(this.#result(message.done, this.output));
        break;
      case 'answer':
        this.#asked.get(message.ask)?.(this.#result(message.done, message.done.output));
        this.#asked.delete(message.ask);
        this.#output.length = 0;
        break;
      default:
    }
  }

  /** Ends the run with a result and aborts the host calls that are still going. */
  end(result: RunOutcome): void {
    if (this.#over) return;
    this.#over = true;
    this.#callbacks.end();
    for (const answer of this.#asked.values()) answer(result);
    this.#asked.clear();
    for (const call of this.#calls.values()) call.abort('the Lua run is over');
    for (const iterable of this.#iterables) iterable.close();
    this.finish(result);
  }

  #result(done: Done, output: string): RunOutcome {
    if (done.ok) return { ok: true, values: this.#unpack(done.values) as LuaValue[], output, usage: done.usage };
    return { ok: false, error: this.#luaError(done.error), output, usage: done.usage };
  }

  #call([call, id, path, line, args]: Call): void {
    try {
      const fn: unknown = this.#functions[id];
      const values = this.#unpack(args) as LuaValue[];
      const context = takesCall(fn) ? new RemoteCall(path, line) : undefined;
      const result =
        context === undefined
          ? (fn as (...args: LuaValue[]) => unknown)(...values)
          : (fn as HostFunction)(context, ...values);
      if (!isPromise(result)) this.#succeed(call, result);
      else this.#await(call, result, context);
    } catch (error) {
      this.#fail(call, error);
    }
  }

  #await(call: number, result: PromiseLike<unknown>, context: RemoteCall | undefined): void {
    if (context !== undefined) this.#calls.set(call, context);
    const settle =
      (reply: (call: number, value: unknown) => void) =>
      (value: unknown): void => {
        this.#calls.delete(call);
        reply(call, value);
      };
    void Promise.resolve(result).then(
      settle((id, value) => {
        this.#succeed(id, value);
      }),
      settle((id, error) => {
        this.#fail(id, error);
      }),
    );
  }

  #succeed(call: number, result: unknown): void {
    try {
      this.#replies.add([call, this.pack(result)]);
    } catch (error) {
      this.#fail(call, error);
    }
  }

  #fail(call: number, error: unknown): void {
    const raised = typeof error === 'object' && error !== null ? this.#raised.get(error) : undefined;
    this.#replies.add([call, undefined, raised ?? this.keepError(error)]);
  }

  #send(replies: Reply[]): void {
    if (this.#over) return;
    try {
      this.post(replies);
    } catch (error) {
      // One of the results cannot be cloned.
      if (replies.length > 1) for (const reply of replies) this.#send([reply]);
      else this.#fail((replies[0] as Reply)[0], error);
    }
  }

  #unpack(packed: Packed): unknown {
    return unpack(packed, (id, kept) => (kept?.as === 'own' ? this.#objects.get(id) : this.#luaFunction(id)));
  }

  #luaFunction(id: number): LuaFunction {
    return asLuaFunction(async (...args) => {
      const [, result, error, raised] = await this.#callbacks.call(id, () => this.#packArgs(args));
      if (result !== undefined) return this.#unpack(result) as LuaValue;
      const luaError = this.#luaError(error);
      this.#raised.set(luaError, raised);
      throw luaError;
    });
  }

  #packArgs(args: readonly unknown[]): Packed {
    try {
      return this.pack(args, 1);
    } catch (error) {
      throw errorFromThrown(error);
    }
  }

  #luaError({ message, value, causeId, ...details }: PackedLuaError): LuaError {
    const cause = causeId === undefined ? {} : { cause: this.#errors[causeId] };
    return new LuaError(message, { ...details, value: this.#unpack(value) as LuaValue, ...cause });
  }
}
