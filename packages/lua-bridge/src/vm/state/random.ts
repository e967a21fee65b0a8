/** A generator of random bits, xoshiro128** by Blackman and Vigna, one for each run. */
export class Random {
  readonly #state: Uint32Array;

  /** @param seed Runs with the same seed see the same numbers. */
  constructor(seed: number) {
    this.#state = new Uint32Array(4);
    this.seed(seed, 0);
  }

  /** Starts anew from a seed of two words. */
  seed(low: number, high: number): void {
    // Four words from the seed by splitmix32, so that similar seeds do not start alike.
    let z = (low ^ Math.imul(high, 0x9e3779b9)) >>> 0;
    for (let i = 0; i < 4; i++) {
      z = (z + 0x9e3779b9) >>> 0;
      let mixed = Math.imul(z ^ (z >>> 16), 0x85ebca6b);
      mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
      this.#state[i] = mixed ^ (mixed >>> 16);
    }
  }

  /** 32 random bits. */
  next(): number {
    const [a = 0, b = 0, c = 0, d = 0] = this.#state;
    const times = Math.imul(b, 5);
    const result = Math.imul((times << 7) | (times >>> 25), 9) >>> 0;
    const d2 = d ^ b;
    const c2 = c ^ a;
    this.#state[0] = a ^ d2;
    this.#state[1] = b ^ c2;
    this.#state[2] = c2 ^ (b << 9);
    this.#state[3] = (d2 << 11) | (d2 >>> 21);
    return result;
  }

  /** A float from 0 up to, but not including, 1. */
  float(): number {
    return ((this.next() >>> 5) * 67108864 + (this.next() >>> 6)) / 9007199254740992;
  }

  /** A random 64-bit integer below a bound. */
  below(bound: bigint): bigint {
    const bits = (BigInt(this.next()) << 64n) | (BigInt(this.next()) << 32n) | BigInt(this.next());
    return bits % bound;
  }
}
