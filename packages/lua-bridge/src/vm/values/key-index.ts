import { IntegerIndex } from './integer-index.js';

const isInteger = (filed: unknown): filed is number => typeof filed === 'number' && (filed | 0) === filed;

/** Where the slots of keys are, by what keys are filed under. */
export class KeyIndex {
  /** Integers of 32 bits, if there are any. */
  integers: IntegerIndex | undefined = undefined;
  /** All other keys, with their numbers. */
  readonly others = new Map<unknown, number>();

  /** @param keys The keys. One that is overwritten there is soon added again. */
  constructor(private readonly keys: readonly unknown[]) {
    for (let n = 0; n < keys.length; n++) this.add(keys[n], n);
  }

  /** Where the slot of a key is; -1 if there is none. */
  find(filed: unknown): number {
    const n = isInteger(filed) ? (this.integers?.find(filed) ?? -1) : (this.others.get(filed) ?? -1);
    return n < 0 ? -1 : n * 2;
  }

  /** Notes the number of a key that was not there, or under another number. */
  add(filed: unknown, n: number): void {
    if (isInteger(filed)) (this.integers ??= new IntegerIndex(this.keys)).add(filed, n);
    else this.others.set(filed, n);
  }
}
