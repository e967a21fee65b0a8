/** Finds one character of a text again and again, from ever later places, and hardly looks at a place twice. */
export class NextOccurrence {
  #from = 0;
  #at = -1;

  constructor(
    private readonly text: string,
    private readonly char: string,
  ) {}

  /** Where the character first stands at `start` or later; Infinity if it does not. */
  from(start: number): number {
    if (start < this.#from || start > this.#at) {
      const found = this.text.indexOf(this.char, start);
      this.#from = start;
      this.#at = found < 0 ? Infinity : found;
    }
    return this.#at;
  }
}
