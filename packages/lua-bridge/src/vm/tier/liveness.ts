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

/* A set of registers; there are at most 250. */
type Bits = Uint32Array<ArrayBuffer>;

const WORDS = 8;

const set = (bits: Bits, register: number): void => {
  bits[register >> 5] = (bits[register >> 5] as number) | (1 << (register & 31));
};

const clear = (bits: Bits, register: number): void => {
  bits[register >> 5] = (bits[register >> 5] as number) & ~(1 << (register & 31));
};

const list = (bits: Bits): number[] => {
  const found: number[] = [];
  for (let r = 0; r < WORDS * 32; r++) if (((bits[r >> 5] as number) >>> (r & 31)) & 1) found.push(r);
  return found;
};

const unite = (bits: Bits, others: Bits): void => {
  for (let w = 0; w < WORDS; w++) bits[w] = (bits[w] as number) | (others[w] as number);
};

/** Finds them by going backwards until nothing changes. */
export const findLiveness = (proto: Prototype): Liveness => {
  const { length } = proto.code;
  const live = Array.from({ length: length + 1 }, () => new Uint32Array(WORDS));
  const after = (pc: number): Bits => {
    const bits = new Uint32Array(WORDS);
    const i = at(proto, pc);
    const [next, jumped] = successors(proto, pc);
    if (jumped !== undefined) unite(bits, live[jumped] as Bits);
    // This one sets its register where it jumps, and nowhere else.
    if (i.opcode === OP.TESTSET) clear(bits, i.A);
    if (next !== undefined) unite(bits, live[next] as Bits);
    for (const register of writes(i)) clear(bits, register);
    return bits;
  };
  for (let isChanged = true; isChanged;) {
    isChanged = false;
    for (let pc = length - 1; pc >= 0; pc--) {
      const bits = after(pc);
      for (const register of reads(proto, pc)) set(bits, register);
      if (bits.every((word, w) => word === live[pc]?.[w])) continue;
      live[pc] = bits;
      isChanged = true;
    }
  }
  return { before: (pc) => list(live[pc] as Bits), across: (pc) => list(after(pc)) };
};

/** Registers of a function that closures made in it share: their values stay on the stack. */
export const findShared = (proto: Prototype): ReadonlySet<number> => {
  const shared = new Set<number>();
  for (const { upvalues } of proto.inner) {
    for (const { inRegister, index } of upvalues) if (inRegister) shared.add(index);
  }
  return shared;
};
