/** What an address takes in memory, in bytes, about. */
export const ADDRESS_BYTES = 48;

/** Numbers that tell the objects of a state apart, for those that a script has asked for theirs. */
export class Addresses {
  readonly #numbers = new WeakMap<object, number>();
  /** How many were given. */
  given = 0;

  /** The number of an object, if it has got one. */
  find(object: object): number | undefined {
    return this.#numbers.get(object);
  }

  /** Gives an object a number that no other one has. */
  give(object: object): number {
    this.#numbers.set(object, ++this.given);
    return this.given;
  }
}
