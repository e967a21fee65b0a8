import type { Prototype } from '../values/function.js';
import { OP } from '../values/opcodes.js';
import { at, reads, successors, writes } from './operands.js';
import type { Unit } from './unit.js';

/** Which registers still matter at each place of a unit, and where it leads to: the others need not be kept. */
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

/**
 * Where a unit leads to outside of itself, each place with the number of local variables that are there: they have the
 * first registers. A function leads nowhere else.
 */
export const findWaysOut = ({ proto, start, end }: Omit<Unit, 'entry'>): ReadonlyMap<number, number> => {
  const targets = new Set([end]);
  for (let pc = start; pc < end; pc++) for (const next of successors(proto, pc)) targets.add(next);
  const ways = [...targets].filter((pc) => pc < start || pc >= end);
  return new Map(ways.map((pc) => [pc, proto.locals.filter((local) => local.start <= pc && pc < local.end).length]));
};

/**
 * Finds them by going backwards until nothing changes. Where a loop leads to, all locals may matter, and nothing else:
 * it is a statement. What it does not set itself is where it was.
 */
export const findLiveness = (unit: Omit<Unit, 'entry'>): Liveness => {
  const { proto, start, end } = unit;
  const effects = Array.from({ length: end - start }, (_, n) => effectAt(proto, start + n));
  const set = [...new Set(effects.flatMap(({ writes: registers, jumped }) => [...registers, jumped]))];
  const behind = findWaysOut(unit);
  const outside = [...behind.keys()];
  const placeOf = (pc: number): number => (behind.has(pc) ? effects.length + outside.indexOf(pc) : pc - start);
  // After all others, a place to reckon in.
  const scratch = effects.length + outside.length;
  const live = new Sets(scratch + 1, proto.registers);
  for (const [pc, locals] of behind)
    for (const register of set) if (register >= 0 && register < locals) live.add(placeOf(pc), register);
  const reckonAcross = (effect: Effect): void => {
    const [next, jumped] = effect.next;
    live.clear(scratch);
    if (jumped !== undefined) live.addAll(scratch, placeOf(jumped));
    if (effect.jumped >= 0) live.delete(scratch, effect.jumped);
    if (next !== undefined) live.addAll(scratch, placeOf(next));
    for (const register of effect.writes) live.delete(scratch, register);
  };
  for (let isChanged = true; isChanged;) {
    isChanged = false;
    for (let n = effects.length - 1; n >= 0; n--) {
      const effect = effects[n] as Effect;
      reckonAcross(effect);
      for (const register of effect.reads) live.add(scratch, register);
      if (live.replace(n, scratch)) isChanged = true;
    }
  }
  return {
    before: (pc) => live.list(placeOf(pc)),
    across: (pc) => {
      reckonAcross(effects[pc - start] as Effect);
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
