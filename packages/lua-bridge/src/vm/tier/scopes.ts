import type { Prototype } from '../values/function.js';
import { OP } from '../values/opcodes.js';
import { at, destination, isArgument, isTest } from './operands.js';
import { type Unit, Unstructured } from './unit.js';

/*
 * How jumps become structured. A jump back makes a loop of what lies between, and is a `continue` of it. A jump forward
 * is a `break` out of a labelled block that ends where the jump leads; the block may begin as early as is needed for
 * blocks and loops to nest.
 */

/** A loop: instructions from `start` to before `end`. */
export interface Loop {
  readonly kind: 'while' | 'numeric' | 'generic';
  readonly start: number;
  end: number;
  /** Where its next round begins: the FORLOOP or TFORCALL at its end, or its first instruction. */
  readonly step: number;
}

/** A labelled block that ends before the instruction at `end`. */
export interface Block {
  readonly kind: 'block';
  start: number;
  readonly end: number;
}

/** A scope of generated code. */
export type Scope = Loop | Block;

/** The loop of which the instruction at `pc` begins or jumps to the next round, whatever unit it is in. */
const loopAt = ({ proto, start, end }: Omit<Unit, 'entry'>, pc: number): Loop | undefined => {
  const { opcode } = at(proto, pc);
  if (opcode === OP.FORLOOP) return { kind: 'numeric', start: destination(proto, pc), end: pc + 1, step: pc };
  if (opcode === OP.TFORCALL) return { kind: 'generic', start: destination(proto, pc + 1), end: pc + 2, step: pc };
  const target = opcode === OP.JMP ? destination(proto, pc) : pc + 1;
  return target <= pc && target >= start && pc < end
    ? { kind: 'while', start: target, end: pc + 1, step: target }
    : undefined;
};

/* The loops of a unit, if they nest. */
const findLoops = (unit: Omit<Unit, 'entry'>): Loop[] => {
  const loops: Loop[] = [];
  const whiles = new Map<number, Loop>();
  for (let pc = unit.start; pc < unit.end; pc++) {
    const loop = loopAt(unit, pc);
    if (loop === undefined) continue;
    const same = loop.kind === 'while' ? whiles.get(loop.start) : undefined;
    if (same !== undefined) same.end = Math.max(same.end, loop.end);
    else {
      loops.push(loop);
      if (loop.kind === 'while') whiles.set(loop.start, loop);
    }
  }
  nest(loops);
  return loops;
};

/* Inner loops are there before the ones around them are looked at, which end no earlier. */
const nest = (loops: readonly Loop[]): void => {
  const sorted = [...loops].sort((a, b) => a.start - b.start);
  for (let n = sorted.length - 1; n >= 0; n--) {
    const outer = sorted[n] as Loop;
    for (let m = n + 1; m < sorted.length; m++) {
      const inner = sorted[m] as Loop;
      if (inner.start >= outer.end) break;
      if (!crosses(outer, inner)) continue;
      if (outer.kind !== 'while') throw new Unstructured();
      outer.end = inner.end;
    }
  }
};

const crosses = (a: Scope, b: Scope): boolean => a.start < b.start && b.start < a.end && a.end < b.end;

/** Whether the jump at `pc` only leads to the first round of the generic `for` behind it. */
export const startsLoop = ({ proto }: Pick<Unit, 'proto'>, pc: number): boolean => {
  const target = destination(proto, pc);
  return (
    at(proto, pc).opcode === OP.JMP &&
    target > pc &&
    at(proto, target).opcode === OP.TFORCALL &&
    destination(proto, target + 1) === pc + 1
  );
};

/* Where the instruction at `pc` jumps to, but for the steps of loops. */
const jumpOf = (unit: Unit, pc: number): number | undefined => {
  const { proto } = unit;
  const { opcode, C } = at(proto, pc);
  if (isTest(at(proto, pc))) return destination(proto, pc + 1);
  if (opcode === OP.LOADBOOL && C !== 0) return pc + 2;
  return opcode === OP.JMP && !isArgument(proto, pc) && !startsLoop(unit, pc) ? destination(proto, pc) : undefined;
};

const isNextRound = (loops: readonly Loop[], from: number, target: number): boolean =>
  loops.some(({ start, end, step }) => step === target && from >= start && from < end);

const findBlocks = (unit: Unit, loops: readonly Loop[]): Block[] => {
  const blocks = new Map<number, Block>();
  for (let pc = unit.start; pc < unit.end; pc++) {
    const target = jumpOf(unit, pc);
    if (target === undefined || target >= unit.end || target < unit.start || isNextRound(loops, pc, target)) continue;
    if (target <= pc || isArgument(unit.proto, target)) throw new Unstructured();
    if (!blocks.has(target)) blocks.set(target, { kind: 'block', start: pc, end: target });
  }
  return [...blocks.values()];
};

/* Lets a block begin earlier wherever it would cross another scope; true if one moved. */
const widen = (block: Block, scopes: readonly Scope[]): boolean => {
  const before = block.start;
  for (const scope of scopes) {
    if (scope.kind === 'block') {
      if (crosses(scope, block)) block.start = scope.start;
    } else {
      if (block.start >= scope.start && block.start < scope.end && block.end >= scope.end) block.start = scope.start;
      if (block.start < scope.start && block.end > scope.start && block.end < scope.end) throw new Unstructured();
    }
  }
  return block.start !== before;
};

/**
 * The scopes of a unit, the outer ones first where several begin.
 * @throws Unstructured if they cannot nest, as with a jump into a loop.
 */
export const findScopes = (unit: Unit): Scope[] => {
  const loops = findLoops(unit);
  const blocks = findBlocks(unit, loops);
  const scopes: Scope[] = [...blocks, ...loops];
  while (blocks.map((block) => widen(block, scopes)).includes(true));
  return scopes.sort(
    (a, b) => a.start - b.start || b.end - a.end || Number(a.kind !== 'block') - Number(b.kind !== 'block'),
  );
};

/** Instructions of the loop whose next round the instruction at `pc` begins or jumps to. */
export const lengthOfLoop = (proto: Prototype, pc: number): number => {
  const { opcode, sBx } = at(proto, pc);
  return Math.max(
    1,
    -(opcode === OP.TFORCALL ? at(proto, pc + 1).sBx : opcode === OP.FORLOOP ? sBx : destination(proto, pc) - pc),
  );
};

/** That loop as a unit; undefined if it is none by itself. */
export const findLoop = (proto: Prototype, pc: number): Unit | undefined => {
  const step = at(proto, pc).opcode === OP.JMP ? destination(proto, pc) : pc;
  const loop = findLoops({ proto, start: 0, end: proto.code.length }).find((candidate) => candidate.step === step);
  return loop === undefined ? undefined : { proto, start: loop.start, end: loop.end, entry: loop.step };
};
