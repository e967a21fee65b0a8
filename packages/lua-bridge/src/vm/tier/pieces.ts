import { CALLED_OTHER, type Instruction, type Prototype } from '../values/function.js';
import { OP } from '../values/opcodes.js';
import { at, isArgument, successors } from './operands.js';
import type { Scope } from './scopes.js';
import { isFunction, type Unit } from './unit.js';

/*
 * Straight pieces of code, which are charged as one when they are reached. What is called directly has been paid for in
 * part by its caller, with the piece in which the call is: many a function then need not tell the budget of anything.
 */

/** Instructions of a function that whoever calls it directly pays for. */
export const PREPAID = 2;

/** A straight piece of code. */
export interface Piece {
  /** What is charged for it: its instructions, less what was paid for before, and what its calls are to be paid. */
  cost: number;
  /** Whether it looks if the run may go on. */
  looks: boolean;
}

/** Straight pieces of code, by the instruction with which each begins. */
export type Pieces = ReadonlyMap<number, Piece>;

const LEAVES: ReadonlySet<number> = new Set([OP.JMP, OP.FORPREP, OP.FORLOOP, OP.TFORLOOP, OP.RETURN]);

/** Whether a call has been of nothing but functions of Lua, with arguments that are known: those are paid for ahead. */
export const isPrepaid = ({ opcode, B, met }: Instruction): boolean =>
  isCall(opcode) && B !== 0 && met !== 0 && (met & CALLED_OTHER) === 0;

const isCall = (opcode: number): boolean => opcode === OP.CALL || opcode === OP.TAILCALL;

/** The pieces of a unit. */
export const findPieces = (unit: Unit, scopes: readonly Scope[]): Pieces => {
  const pieces = new Map<number, Piece>();
  const calling = new Set<number>();
  const begins = findBeginnings(unit);
  let piece: Piece = { cost: 0, looks: false };
  let first = unit.start;
  for (let pc = unit.start; pc < unit.end; pc++) {
    if (begins.has(pc)) pieces.set((first = pc), (piece = { cost: 0, looks: false }));
    const i = at(unit.proto, pc);
    if (!isArgument(unit.proto, pc)) piece.cost += 1 + (isPrepaid(i) ? PREPAID : 0);
    if (isCall(i.opcode) && !scopes.some(isLoopAround(pc))) calling.add(first);
  }
  if (isDirect(unit)) {
    // A function that calls another one must look; where there are loops, each of their rounds does.
    const looking = calling.size > 1 ? unit.start : [...calling][0];
    if (looking !== undefined) (pieces.get(looking) as Piece).looks = true;
    takeOff(unit, scopes, pieces);
  }
  return pieces;
};

/** Whether a unit is one that compiled code calls directly. */
export const isDirect = (unit: Unit): boolean => isFunction(unit) && !unit.proto.isVararg;

/*
 * Instructions that are charged ahead, whatever comes: what fails on its way, or waits for ever, has been charged for
 * all of them.
 */
const LEAST = 5;

const findBeginnings = ({ proto, start, end }: Unit): ReadonlySet<number> => {
  const begins = findTargets(proto, start, end);
  let straight = start;
  let [calls, most] = [0, 0];
  for (let pc = start; pc < end; pc++) {
    if (begins.has(pc)) {
      straight = pc;
      [calls, most] = [0, LEAST];
    }
    const i = at(proto, pc);
    const executed = pc - straight + 1;
    if (isPrepaid(i)) calls++;
    const charged = executed + PREPAID * Math.max(0, calls - 1) + (i.opcode === OP.TAILCALL ? 1 : 0);
    // No more are charged ahead than have been executed; the first call may be one of endlessly many in each other.
    if (charged > most && !isArgument(proto, pc) && !takesOpen(i)) {
      begins.add(pc);
      most = 2 * (executed - 1);
    }
    if (isCall(i.opcode)) most = Math.min(most, 2 * executed);
  }
  return begins;
};

/* Whether it takes the open results of the instruction before it: nothing comes between them. */
const takesOpen = ({ opcode, B }: Instruction): boolean => B === 0 && TAKES_OPEN.has(opcode);

const TAKES_OPEN: ReadonlySet<number> = new Set([OP.CALL, OP.TAILCALL, OP.RETURN, OP.SETLIST]);

const findTargets = (proto: Prototype, start: number, end: number): Set<number> => {
  const targets = new Set([start]);
  for (let pc = start; pc < end; pc++) {
    const i = at(proto, pc);
    const { opcode } = i;
    const next = successors(proto, pc);
    if (opcode === OP.FORLOOP || opcode === OP.TFORCALL) targets.add(pc);
    // What is behind a call in place of its caller is only reached if that was of a native function.
    const leaves = LEAVES.has(opcode) || (opcode === OP.TAILCALL && isPrepaid(i));
    if (next.length === 1 && next[0] === pc + 1 && !leaves) continue;
    for (const target of next) targets.add(target);
    targets.add(pc + 1);
  }
  return targets;
};

/** Whether a scope is a loop that begins with the instruction at `pc`. */
export const isLoopAt =
  (pc: number) =>
  (scope: Scope): boolean =>
    scope.kind !== 'block' && scope.start === pc;

const isLoopAround =
  (pc: number) =>
  (scope: Scope): boolean =>
    scope.kind !== 'block' && scope.start <= pc && pc < scope.end;

/*
 * Takes what the caller has paid for off the first piece of a function, or off the two to which its test leads, so that
 * what returns at once charges nothing.
 */
const takeOff = (unit: Unit, scopes: readonly Scope[], pieces: Pieces): void => {
  if (scopes.some(isLoopAt(0))) return;
  const first = pieces.get(0) as Piece;
  const rest = PREPAID - first.cost;
  const branches = rest > 0 && !first.looks ? findBranches(unit, scopes) : [];
  for (const pc of branches) (pieces.get(pc) as Piece).cost -= rest;
  first.cost = branches.length > 0 ? 0 : -rest;
};

/* Where the first instruction leads, if that is a test, and nothing else leads there. */
const findBranches = ({ proto, end }: Unit, scopes: readonly Scope[]): readonly number[] => {
  const next = successors(proto, 0);
  let isAlone = next.length === 2 && next[0] !== next[1] && !next.some((pc) => scopes.some(isLoopAt(pc)));
  for (let pc = 2; pc < end; pc++)
    if (!isArgument(proto, pc) && successors(proto, pc).some((target) => next.includes(target))) isAlone = false;
  return isAlone ? next : [];
};
