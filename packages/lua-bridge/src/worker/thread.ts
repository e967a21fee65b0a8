import { hostFunction } from '../host-function.js';
import { createLua } from '../lua.js';
import type { LuaError } from '../lua-error.js';
import type { LuaFunction, LuaValue } from '../values/lua-value.js';
import { pack, packError, unpack } from './pack.js';
import type { Packed, PackedLuaError, Reply, ToHost, ToThread } from './protocol.js';
import { RemoteError } from './remote-error.js';

/** What a thread does with the messages of its host: one run at a time, in the sandbox of `createLua`. */
export const serve = (post: (message: ToHost) => void): ((message: ToThread) => void) => {
  let run: ThreadRun | undefined;
  post({ type: 'ready' });
  return (message) => {
    if (message.type === 'run') {
      run = new ThreadRun(post);
      void run.start(message);
    } else if (message.type === 'reply') run?.settle(message.call, message.reply);
    else if (message.type === 'callback') void run?.callback(message.call, message.id, message.args);
    else run?.abort();
  };
};

class ThreadRun {
  readonly #waiting = new Map<number, (reply: Reply) => void>();
  readonly #functions: LuaFunction[] = [];
  readonly #abort = new AbortController();
  #calls = 0;

  constructor(private readonly post: (message: ToHost) => void) {}

  async start({ code, name, args, mounts, modules, limits, seed }: ToThread & { type: 'run' }): Promise<void> {
    const lua = createLua({
      limits,
      onOutput: (text) => { this.post({ type: 'output', text }); },
      modules: this.#unpack(modules) as Record<string, unknown>,
      ...(seed === undefined ? {} : { seed }),
    });
    for (const [path, value] of this.#unpack(mounts) as [string, unknown][]) lua.set(path, value);
    const result = await lua.run(code, { name, args: this.#unpack(args) as unknown[], signal: this.#abort.signal });
    const { usage } = result;
    if (result.ok) this.post({ type: 'done', ok: true, values: this.#pack(result.values), usage });
    else this.post({ type: 'done', ok: false, error: this.#packLuaError(result.error), usage });
  }

  settle(call: number, reply: Reply): void {
    this.#waiting.get(call)?.(reply);
    this.#waiting.delete(call);
  }

  abort(): void {
    this.#abort.abort(new Error('the host aborted the run'));
  }

  /** Runs a Lua function that was handed to the host. */
  async callback(call: number, id: number, args: Packed): Promise<void> {
    let reply: Reply;
    try {
      const result = await this.#functions[id]?.(...(this.#unpack(args) as unknown[]));
      reply = { ok: true, result: this.#pack(result) };
    } catch (error) {
      reply = { ok: false, error: packError(error, () => RemoteError.idOf((error as LuaError).cause) ?? -1) };
    }
    this.post({ type: 'reply', call, reply });
  }

  #pack(value: LuaValue | LuaValue[]): Packed {
    return pack(value, (fn) => this.#functions.push(fn as LuaFunction) - 1);
  }

  #unpack(packed: Packed): unknown {
    return unpack(packed, (id) => this.#hostFunction(id));
  }

  #hostFunction(id: number): unknown {
    return hostFunction(async ({ path, line, signal }, ...args) => {
      const call = this.#calls++;
      const settled = new Promise<Reply>((resolve) => this.#waiting.set(call, resolve));
      this.post({ type: 'call', call, id, path, line, args: this.#pack(args) });
      const cancel = (): void => { this.post({ type: 'cancel', call }); };
      signal.addEventListener('abort', cancel, { once: true });
      const reply = await settled;
      signal.removeEventListener('abort', cancel);
      if (!reply.ok) throw new RemoteError(reply.error);
      return this.#unpack(reply.result);
    });
  }

  #packLuaError(error: LuaError): PackedLuaError {
    const { message, code, line, chunk, traceback, value, cause } = error;
    return { message, code, line, chunk, traceback, value: this.#pack(value), causeId: RemoteError.idOf(cause) };
  }
}
