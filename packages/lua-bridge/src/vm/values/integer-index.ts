/* What no integer is at. */
const FREE = 0;

/* Places at least; always a power of two. */
const LEAST_ROOM = 32;

/* Scripts choose the keys: nobody but the engine knows which of them would fall on one place. */
const seed = (): number => (Math.random() * 2 ** 32) | 0;

/**
 * Where integers of 32 bits are in a list of keys. An engine's own maps take four times the memory, and more time.
 */
export class IntegerIndex {
  /* One more than where each integer is in the list, at the place of its hash or the next that was free. */
  #places: Int32Array;
  /* Places that are not free. */
  #taken = 0;
  readonly #first = seed();
  readonly #second = seed() | 1;

  /** @param keys The list, to whose end keys are added. One that is overwritten there is forgotten. */
  constructor(private readonly keys: readonly unknown[]) {
    this.#places = new Int32Array(Math.max(LEAST_ROOM, 1 << (33 - Math.clz32(keys.length))));
  }

  /** Places that it has, a word of 4 bytes each. */
  get room(): number {
    return this.#places.length;
  }

  /** Where an integer is in the list; -1 if it is not there. */
  find(key: number): number {
    const places = this.#places;
    const last = places.length - 1;
    for (let at = this.#hash(key) & last; ; at = (at + 1) & last) {
      const place = places[at] as number;
      if (place === FREE) return -1;
      if (this.keys[place - 1] === key) return place - 1;
    }
  }

  /** Notes that an integer, which was not there, is at the end of the list or will be. */
  add(key: number, n: number): void {
    if (this.#taken * 4 >= this.#places.length * 3) this.#rebuild();
    this.#file(key, n);
  }

  #file(key: number, n: number): void {
    const places = this.#places;
    const last = places.length - 1;
    let at = this.#hash(key) & last;
    while (places[at] !== FREE) at = (at + 1) & last;
    places[at] = n + 1;
    this.#taken++;
  }

  /* With room for twice as many, or for as many where a third of them is forgotten. */
  #rebuild(): void {
    const old = this.#places;
    let live = 0;
    for (let at = 0; at < old.length; at++) if (this.#isLive(old[at] as number)) live++;
    this.#places = new Int32Array(live * 2 > old.length ? old.length * 2 : old.length);
    this.#taken = 0;
    for (let at = 0; at < old.length; at++) {
      const place = old[at] as number;
      if (this.#isLive(place)) this.#file(this.keys[place - 1] as number, place - 1);
    }
  }

  #isLive(place: number): boolean {
    return place !== FREE && typeof this.keys[place - 1] === 'number';
  }

  #hash(key: number): number {
    let mixed = Math.imul(key ^ this.#first, this.#second);
    mixed = Math.imul(mixed ^ (mixed >>> 15), 0x2c1b3c6d);
    return mixed ^ (mixed >>> 13);
  }
}
