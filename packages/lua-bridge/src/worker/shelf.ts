/** Things by key: those used last are kept. */
export class Shelf<Key, Item> {
  readonly #items = new Map<Key, Item>();

  /** @param most Things that are kept. */
  constructor(private readonly most: number) {}

  /** The thing with a key, made when it is new here. */
  take(key: Key, make: () => Item): Item {
    const item = this.#items.get(key) ?? make();
    this.#items.delete(key);
    this.#items.set(key, item);
    for (const oldest of this.#items.keys()) {
      if (this.#items.size <= this.most) break;
      this.#items.delete(oldest);
    }
    return item;
  }
}
