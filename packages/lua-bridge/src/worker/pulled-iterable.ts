import { hostFunction } from '../bridge/host-function.js';
import { closeIterator, type HostIterable, type HostIterator, openIterator } from '../bridge/iterator.js';
import type { HostCall } from '../bridge/lua-value.js';

/** An iterable of the host whose steps a thread asks for. The thread numbers the loops over it. */
export class PulledIterable {
  readonly #open = new Map<number, HostIterator>();

  constructor(private readonly source: HostIterable) {}

  /** Takes the next step of a loop, the first one too, or ends it. */
  readonly pull = (loop: number, isOver: boolean): unknown => {
    const iterator = this.#open.get(loop) ?? (isOver ? undefined : openIterator(this.source));
    if (iterator === undefined) return undefined;
    if (!isOver) {
      this.#open.set(loop, iterator);
      return (iterator as { next: () => unknown }).next();
    }
    this.#open.delete(loop);
    closeIterator(iterator);
    return undefined;
  };

  /** Ends the loops that are going. */
  close(): void {
    for (const iterator of this.#open.values()) closeIterator(iterator);
    this.#open.clear();
  }
}

/** What a thread holds in place of an iterable of the host. */
export const createPulling = (pull: (call: HostCall, loop: number, isOver: boolean) => unknown): HostIterable => {
  let loops = 0;
  return {
    [Symbol.asyncIterator]: () => {
      const loop = loops++;
      let call: HostCall | undefined;
      return {
        next: hostFunction((current: HostCall) => pull((call = current), loop, false)),
        return: () => (call === undefined ? undefined : pull(call, loop, true)),
      };
    },
  };
};
