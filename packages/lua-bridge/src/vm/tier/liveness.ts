import { localsAt } from '../calls/names.js';
import type { Prototype } from '../values/function.js';
import { at, mayWrite, reads, successors, writes } from './operands.js';
import type { Unit } from './unit.js';

/** Which registers still matter at each place of a unit, and where it leads to: the others need not be kept. */
export interface Liveness {
  /** Registers whose values matter before the instruction at `pc`. */
  before(pc: number): readonly number[];
  /** Those that matter after it and that it does not set itself. */
  across(pc: number): readonly number[];
}

/* A set of registers is the bits of an integer. */
const setOf = (registers: readonly number[]): bigint =>
  registers.reduce((set, register) => set | (1n << BigInt(register)), 0n);

const listOf = (set: bigint): number[] =>
  Array.from(set.toString(2))
    .reverse()
    .flatMap((bit, register) => (bit === '1' ? register : []));

/* What an instruction does to registers; found once, for the code is gone through until nothing changes. */
interface Effect {
  readonly reads: bigint;
  readonly keeps: bigint;
  readonly next: readonly number[];
  /** What it does not set where it jumps. */
  readonly keepsAtJump: bigint;
}

const effectAt = (proto: Prototype, pc: number): Effect => {
  const i = at(proto, pc);
  return {
    reads: setOf(reads(proto, pc)),
    keeps: ~setOf(writes(i)),
    next: successors(proto, pc),
    keepsAtJump: ~setOf(mayWrite(i)),
  };
};

/** How many local variables are there where a unit leads to outside of itself; the first registers are theirs. */
const localsBehind = ({ proto, start, end }: Omit<Unit, 'entry'>): number => {
  const targets = new Set([end]);
  for (let pc = start; pc < end; pc++) for (const next of successors(proto, pc)) targets.add(next);
  const counts = [...targets].map((pc) => (pc >= start && pc < end ? 0 : localsAt(proto, pc).length));
  return Math.max(...counts);
};

/**
 * Finds them by going backwards until nothing changes. Where a loop leads to, all locals may matter, and nothing else:
 * it is a statement. What it does not set itself is where it was.
 */
export const findLiveness = (unit: Omit<Unit, 'entry'>): Liveness => {
  const { proto, start, end } = unit;
  const effects = Array.from({ length: end - start }, (_, n) => effectAt(proto, start + n));
  const set = effects.reduce((all, { keeps, keepsAtJump }) => all | ~keeps | ~keepsAtJump, 0n);
  const behind = set & ((1n << BigInt(localsBehind(unit))) - 1n);
  const live = effects.map(() => 0n);
  const before = (pc: number): bigint => live[pc - start] ?? behind;
  const across = ({ keeps, next, keepsAtJump }: Effect): bigint => {
    const [following, jumped] = next;
    let needed = jumped === undefined ? 0n : before(jumped) & keepsAtJump;
    if (following !== undefined) needed |= before(following);
    return needed & keeps;
  };
  for (let isChanged = true; isChanged;) {
    isChanged = false;
    for (let n = effects.length - 1; n >= 0; n--) {
      const effect = effects[n] as Effect;
      const needed = across(effect) | effect.reads;
      isChanged ||= needed !== live[n];
      live[n] = needed;
    }
  }
  return {
    before: (pc) => listOf(before(pc)),
    across: (pc) => listOf(across(effects[pc - start] as Effect)),
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
