import type { Prototype } from '../values/function.js';
import { OP } from '../values/opcodes.js';
import { at, reads, successors, writes } from './operands.js';

/** Which registers still matter at each place of a function: the others need not be kept. */
export interface Liveness {
  /** Registers whose values matter before the instruction at `pc`. */
  before(pc: number): readonly number[];
  /** Those that matter after it and that it does not set itself. */
  across(pc: number): readonly number[];
}

/* What an instruction does to registers; found once, for the code is gone through until nothing changes. */
interface Effect {
  readonly reads: readonly number[];
  readonly writes: readonly number[];
  readonly next: readonly number[];
  /** What it sets where it jumps, and nowhere else; -1 if nothing. */
  readonly jumped: number;
}

const effectAt = (proto: Prototype, pc: number): Effect => {
  const i = at(proto, pc);
  return {
    reads: reads(proto, pc),
    writes: writes(i),
    next: successors(proto, pc),
    jumped: i.opcode === OP.TESTSET ? i.A : -1,
  };
};

/* Sets of registers, one for each place of a function, in the bits of as many words as its registers need. */
class Sets {
  readonly #words: number;
  readonly #bits: Int32Array;

  constructor(places: number, registers: number) {
    this.#words = (registers + 31) >> 5;
    this.#bits = new Int32Array(places * this.#words);
  }

  add(place: number, register: number): void {
    const n = place * this.#words + (register >> 5);
    this.#bits[n] = (this.#bits[n] as number) | (1 << (register & 31));
  }

  delete(place: number, register: number): void {
    const n = place * this.#words + (register >> 5);
    this.#bits[n] = (this.#bits[n] as number) & ~(1 << (register & 31));
  }

  clear(place: number): void {
    this.#bits.fill(0, place * this.#words, (place + 1) * this.#words);
  }

  addAll(place: number, from: number): void {
    for (let w = 0; w < this.#words; w++) {
      const n = place * this.#words + w;
      this.#bits[n] = (this.#bits[n] as number) | (this.#bits[from * this.#words + w] as number);
    }
  }

  /** Takes over another place's; true if it was another one. */
  replace(place: number, by: number): boolean {
    let isChanged = false;
    for (let w = 0; w < this.#words; w++) {
      const [n, bits] = [place * this.#words + w, this.#bits[by * this.#words + w] as number];
      isChanged ||= this.#bits[n] !== bits;
      this.#bits[n] = bits;
    }
    return isChanged;
  }

  list(place: number): number[] {
    const found: number[] = [];
    for (let w = 0; w < this.#words; w++) {
      for (let bits = this.#bits[place * this.#words + w] as number; bits !== 0; bits &= bits - 1)
        found.push(w * 32 + 31 - Math.clz32(bits & -bits));
    }
    return found;
  }
}

/** Finds them by going backwards until nothing changes. */
export const findLiveness = (proto: Prototype): Liveness => {
  const { length } = proto.code;
  const effects = Array.from({ length }, (_, pc) => effectAt(proto, pc));
  // Behind the places of the code, one to reckon in.
  const scratch = length + 1;
  const live = new Sets(length + 2, proto.registers);
  const reckonAcross = (pc: number): Effect => {
    const effect = effects[pc] as Effect;
    const [next, jumped] = effect.next;
    live.clear(scratch);
    if (jumped !== undefined) live.addAll(scratch, jumped);
    if (effect.jumped >= 0) live.delete(scratch, effect.jumped);
    if (next !== undefined) live.addAll(scratch, next);
    for (const register of effect.writes) live.delete(scratch, register);
    return effect;
  };
  for (let isChanged = true; isChanged;) {
    isChanged = false;
    for (let pc = length - 1; pc >= 0; pc--) {
      for (const register of reckonAcross(pc).reads) live.add(scratch, register);
      if (live.replace(pc, scratch)) isChanged = true;
    }
  }
  return {
    before: (pc) => live.list(pc),
    across: (pc) => {
      reckonAcross(pc);
      return live.list(scratch);
    },
  };
};

/** Registers of a function that closures made in it share: their values stay on the stack. */
export const findShared = (proto: Prototype): ReadonlySet<number> => {
  const shared = new Set<number>();
  for (const { upvalues } of proto.inner) {
    for (const { inRegister, index } of upvalues) if (inRegister) shared.add(index);
  }
  return shared;
};
