/** Things by key: those used last are kept, as many as are not too large together. */
export class Shelf<Key, Item> {
  readonly #items = new Map<Key, { readonly item: Item; readonly size: number }>();
  /** Of all of them together. */
  size = 0;

  /** @param most The largest size, in what those who keep things reckon with. */
  constructor(private readonly most: number) {}

  /** The thing with a key. */
  take(key: Key): Item | undefined {
    const kept = this.#items.get(key);
    if (kept === undefined) return undefined;
    this.#items.delete(key);
    this.#items.set(key, kept);
    return kept.item;
  }

  /** The thing with a key, made when it is new here. */
  find(key: Key, make: () => Item): Item {
    const known = this.take(key);
    if (known !== undefined) return known;
    const item = make();
    this.keep(key, item);
    return item;
  }

  /** Keeps a thing, whose key has none, until others have been used since; not one that is too large even alone. */
  keep(key: Key, item: Item, size = 1): void {
    if (size > this.most) return;
    this.#items.set(key, { item, size });
    this.size += size;
    for (const [oldest, kept] of this.#items) {
      if (this.size <= this.most) break;
      this.#items.delete(oldest);
      this.size -= kept.size;
    }
  }

  /** Forgets all. */
  clear(): void {
    this.#items.clear();
    this.size = 0;
  }
}
