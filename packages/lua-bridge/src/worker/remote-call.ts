import type { HostCall } from '../bridge/lua-value.js';

/**
 * A call from a thread as its function sees it. Most functions never ask for the signal, so it is made when one does.
 */
export class RemoteCall implements HostCall {
  #controller: AbortController | undefined;
  #reason: Error | undefined;

  constructor(
    readonly path: string,
    readonly line: number,
  ) {}

  get signal(): AbortSignal {
    this.#controller ??= new AbortController();
    if (this.#reason !== undefined) this.#controller.abort(this.#reason);
    return this.#controller.signal;
  }

  /** Aborts the signal, also one that is asked for later. */
  abort(reason: string): void {
    this.#reason ??= new Error(reason);
    this.#controller?.abort(this.#reason);
  }
}
