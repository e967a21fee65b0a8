import type { Receipt } from '../operations/tracking.js';

/** Makes the real promise, the same one every time. */
type Ask = () => Promise<Receipt>;

/**
 * A promise that does its work when somebody asks for it. Most receipts are ignored, and a real promise would cost
 * each event a quarter of its memory. It also tells who is awaited: an ignored one cannot be an "unhandled rejection"
 * and does not keep a process alive, an awaited one does.
 */
export class ReceiptPromise implements Promise<Receipt> {
  readonly [Symbol.toStringTag] = 'Promise';
  readonly #event: { readonly receipt: Ask };

  constructor(event: { readonly receipt: Ask }) {
    this.#event = event;
  }

  then<A = Receipt, B = never>(fulfilled?: ((receipt: Receipt) => A | PromiseLike<A>) | null, failed?: ((reason: unknown) => B | PromiseLike<B>) | null): Promise<A | B> {
    return this.#event.receipt().then(fulfilled, failed);
  }

  catch<B = never>(failed?: ((reason: unknown) => B | PromiseLike<B>) | null): Promise<Receipt | B> {
    return this.#event.receipt().catch(failed);
  }

  finally(ended?: (() => void) | null): Promise<Receipt> {
    return this.#event.receipt().finally(ended);
  }
}

// Code that asks `instanceof Promise` is told yes.
Object.setPrototypeOf(ReceiptPromise.prototype, Promise.prototype);
