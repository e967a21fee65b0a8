import { createExpiredError } from '../bridge/callback.js';
import type { LuaError } from '../bridge/lua-error.js';
import type { CallbackMessage, CallbackReply, Packed } from './protocol.js';

/** The host's calls of Lua functions of one run in a thread. */
export class LuaCallbacks {
  readonly #waiting = new Map<number, { resolve: (reply: CallbackReply) => void; reject: (error: LuaError) => void }>();
  #next = 0;
  #over = false;

  constructor(private readonly post: (message: CallbackMessage) => void) {}

  /**
   * Calls the Lua function of that id.
   * @throws LuaError `callback_expired` if the run is over, or is before the function has returned.
   */
  call(id: number, args: () => Packed): Promise<CallbackReply> {
    return new Promise((resolve, reject) => {
      if (this.#over) throw createExpiredError();
      const call = this.#next++;
      this.post({ type: 'callback', call, id, args: args() });
      this.#waiting.set(call, { resolve, reject });
    });
  }

  /** Takes the thread's answer to a call. */
  settle(reply: CallbackReply): void {
    this.#waiting.get(reply[0])?.resolve(reply);
    this.#waiting.delete(reply[0]);
  }

  /** Ends all calls: the run is over. */
  end(): void {
    this.#over = true;
    for (const { reject } of this.#waiting.values()) reject(createExpiredError());
    this.#waiting.clear();
  }
}
