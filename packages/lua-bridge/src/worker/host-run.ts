import { takesCall, type HostFunction } from '../host-function.js';
import { LuaError, type LuaErrorDetails } from '../lua-error.js';
import type { RunResult } from '../run/run-script.js';
import type { HostCall, LuaFunction, LuaValue } from '../values/lua-value.js';
import { pack, packError, unpack } from './pack.js';
import type { Packed, PackedLuaError, Reply, ToHost, ToThread } from './protocol.js';

/** The host's side of one run in a thread: calls host functions, passes Lua callbacks on, builds the result. */
export class HostRun {
  readonly #functions: ((...args: never[]) => unknown)[] = [];
  readonly #errors: unknown[] = [];
  readonly #calls = new Map<number, AbortController>();
  readonly #callbacks = new Map<number, (reply: Reply) => void>();
  readonly #output: string[] = [];
  #nextCallback = 0;
  #over = false;

  constructor(
    private readonly post: (message: ToThread) => void,
    private readonly onOutput: ((text: string) => void) | undefined,
    private readonly finish: (result: RunResult) => void,
  ) {}

  /** What the script printed so far. */
  get output(): string {
    return this.#output.join('');
  }

  /** Prepares a value for the thread; its functions can then be called from there. */
  pack(value: unknown): Packed {
    return pack(value, (fn) => this.#functions.push(fn as (...args: never[]) => unknown) - 1);
  }

  /** Handles a message of the thread. */
  receive(message: ToHost): void {
    if (this.#over) return;
    switch (message.type) {
      case 'call':
        void this.#call(message);
        break;
      case 'cancel':
        this.#calls.get(message.call)?.abort(new Error('the call was cancelled'));
        break;
      case 'reply':
        this.#callbacks.get(message.call)?.(message.reply);
        this.#callbacks.delete(message.call);
        break;
      case 'output':
        this.#output.push(message.text);
        this.onOutput?.(message.text);
        break;
      case 'done':
        this.end(message.ok ? this.#success(message) : { ok: false, error: this.#luaError(message.error), output: this.output, usage: message.usage });
        break;
      default:
    }
  }

  /** Ends the run with a result and aborts the host calls that are still going. */
  end(result: RunResult): void {
    if (this.#over) return;
    this.#over = true;
    for (const call of this.#calls.values()) call.abort(new Error('the Lua run is over'));
    this.finish(result);
  }

  #success({ values, usage }: ToHost & { type: 'done'; ok: true }): RunResult {
    return { ok: true, values: this.#unpack(values) as LuaValue[], output: this.output, usage };
  }

  async #call({ call, id, path, line, args }: ToHost & { type: 'call' }): Promise<void> {
    const controller = new AbortController();
    this.#calls.set(call, controller);
    const reply = await this.#invoke(id, { path, line, signal: controller.signal }, args);
    this.#calls.delete(call);
    if (!this.#over) this.post({ type: 'reply', call, reply });
  }

  async #invoke(id: number, call: HostCall, args: Packed): Promise<Reply> {
    try {
      const fn = this.#functions[id] as (...args: LuaValue[]) => unknown;
      const values = this.#unpack(args) as LuaValue[];
      const result = await (takesCall(fn) ? (fn as HostFunction)(call, ...values) : fn(...values));
      return { ok: true, result: this.pack(result) };
    } catch (error) {
      return { ok: false, error: packError(error, (original) => this.#errors.push(original) - 1) };
    }
  }

  #unpack(packed: Packed): unknown {
    return unpack(packed, (id) => this.#luaFunction(id));
  }

  #luaFunction(id: number): LuaFunction {
    return async (...args) => {
      if (this.#over) {
        throw new LuaError('the Lua function belongs to a run that is over; call it before the run ends', { code: 'callback_expired' });
      }
      const call = this.#nextCallback++;
      const settled = new Promise<Reply>((resolve) => this.#callbacks.set(call, resolve));
      this.post({ type: 'callback', call, id, args: this.pack(args) });
      const reply = await settled;
      if (reply.ok) return this.#unpack(reply.result) as LuaValue;
      const { message, fields, id: cause } = reply.error;
      throw new LuaError(message, { ...(fields as LuaErrorDetails), ...(cause >= 0 ? { cause: this.#errors[cause] } : {}) });
    };
  }

  #luaError({ message, value, causeId, ...details }: PackedLuaError): LuaError {
    const cause = causeId === undefined ? {} : { cause: this.#errors[causeId] };
    return new LuaError(message, { ...details, value: this.#unpack(value) as LuaValue, ...cause });
  }
}
