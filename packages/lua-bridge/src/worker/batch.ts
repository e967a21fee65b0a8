/** Gathers what comes up within one turn, to send it as one message. */
export class Batch<Item> {
  #items: Item[] = [];

  constructor(private readonly send: (items: Item[]) => void) {}

  /** Adds something to be sent at the end of this turn at the latest. */
  add(item: Item): void {
    if (this.#items.push(item) === 1)
      queueMicrotask(() => {
        this.flush();
      });
  }

  /** Sends now. */
  flush(): void {
    if (this.#items.length === 0) return;
    const items = this.#items;
    this.#items = [];
    this.send(items);
  }
}
