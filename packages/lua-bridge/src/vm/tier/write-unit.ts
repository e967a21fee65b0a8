import { isArithmetic, OP } from '../values/opcodes.js';
import { findLiveness, findShared } from './liveness.js';
import { at, isArgument, isTest, mayWrite, reads, successors } from './operands.js';
import { findPieces, isDirect, isLoopAt, type Pieces, PREPAID } from './pieces.js';
import { label } from './rounds.js';
import { findScopes, type Loop, startsLoop } from './scopes.js';
import { isFunction, type Unit } from './unit.js';
import { writeAccess } from './write-access.js';
import { writeArithmetic, writeConcat, writeNegation } from './write-arithmetic.js';
import { gatherOpen, writeCall, writeReturn, writeTailCall } from './write-calls.js';
import { writeLoad } from './write-loads.js';
import {
  beginNumericRound,
  beginRound,
  endLoop,
  writeGenericStep,
  writePiece,
  writePreparation,
} from './write-loops.js';
import { writeDecision, writeJump } from './write-tests.js';
import { Writer } from './writer.js';

/* A unit as JavaScript. */

/** The text of a unit, and what it uses. */
export const writeUnit = (unit: Unit): Writer => {
  const { proto } = unit;
  const isWhole = isFunction(unit);
  const unchanged = isWhole ? new Set<number>() : findUnchanged(unit);
  const scopes = findScopes(unit);
  const w = new Writer(unit, scopes, findLiveness(unit), findShared(proto), unchanged);
  const pieces = findPieces(unit, scopes);
  // A loop there is charged round by round.
  if (isDirect(unit) && scopes.some(isLoopAt(0)))
    writePiece(w, 0, { cost: -PREPAID, looks: pieces.get(0)?.looks === true });
  const reached = findReached(unit);
  for (let pc = unit.start; pc < unit.end; pc++) {
    closeScopes(w, pc);
    openScopes(w, pc, pieces);
    if (!reached.has(pc)) continue;
    const piece = pieces.get(pc);
    if (piece !== undefined && !isCharged(w, pc)) writePiece(w, pc, piece);
    if (!isArgument(unit.proto, pc)) writeInstruction(w, pc);
  }
  closeScopes(w, unit.end);
  return w;
};

/* Instructions that may be executed: the RETURN at the end of a function often is not. */
const findReached = ({ proto, start, end, entry }: Unit): ReadonlySet<number> => {
  const reached = new Set<number>();
  const open = [start, entry];
  for (let pc = open.pop(); pc !== undefined; pc = open.pop()) {
    if (reached.has(pc) || pc < start || pc >= end) continue;
    reached.add(pc);
    open.push(...successors(proto, pc));
    // What belongs to an instruction goes with it.
    if (isArgument(proto, pc + 1)) open.push(pc + 1);
  }
  return reached;
};

/* Registers that no instruction of a unit sets. */
const findUnchanged = ({ proto, start, end }: Unit): ReadonlySet<number> => {
  const unchanged = new Set(Array.from({ length: proto.registers }, (_, register) => register));
  for (let pc = start; pc < end; pc++) for (const register of mayWrite(at(proto, pc))) unchanged.delete(register);
  return unchanged;
};

/* Whether the piece at `pc` is charged by what begins there. */
const isCharged = (w: Writer, pc: number): boolean => {
  const { opcode } = w.at(pc);
  if (opcode === OP.FORLOOP || opcode === OP.TFORCALL || opcode === OP.TFORLOOP) return true;
  return w.open.some(isLoopAt(pc));
};

const closeScopes = (w: Writer, pc: number): void => {
  for (let scope = w.open.at(-1); scope?.end === pc; scope = w.open.at(-1)) {
    if (scope.kind === 'block') w.add('}');
    else endLoop(w, scope);
    w.open.pop();
    // A loop of its own has nothing behind it.
    if (pc === w.unit.end && scope.kind !== 'block') w.jump(pc, pc);
  }
};

const openScopes = (w: Writer, pc: number, pieces: Pieces): void => {
  for (const scope of w.scopes) {
    if (scope.start !== pc) continue;
    w.open.push(scope);
    w.add(`${label(scope)}:${scope.kind === 'block' ? '' : 'for(;;)'}{`);
    if (scope.kind !== 'block') writeRound(w, scope, pieces);
  }
};

/* A loop whose body begins with another one leaves the charge for its first piece to that. */
const writeRound = (w: Writer, loop: Loop, pieces: Pieces): void => {
  const isInnermost = w.scopes.findLast(isLoopAt(loop.start)) === loop;
  const body = isInnermost ? (pieces.get(loop.start)?.cost ?? 0) : 0;
  if (loop.kind === 'while') beginRound(w, loop, Math.max(1, body));
  else if (loop.kind === 'numeric') beginNumericRound(w, loop, 1 + body);
  else {
    beginRound(w, loop, 2);
    writeGenericStep(w, loop.step, label(loop));
    // What is called for the next step may fail, or call whoever goes through the loop.
    writePiece(w, loop.start, { cost: body, looks: false });
  }
};

const writeInstruction = (w: Writer, pc: number): void => {
  const { opcode, B } = w.at(pc);
  if (isTest(w.at(pc))) writeDecision(w, pc);
  else if (opcode === OP.JMP) {
    if (!startsLoop(w.unit, pc)) writeJump(w, pc);
  } else if (opcode === OP.UNM) writeNegation(w, pc);
  else if (isArithmetic(opcode) && opcode !== OP.BNOT) writeArithmetic(w, pc);
  else if ((opcode >= OP.GETTABUP && opcode <= OP.GETTABLE) || ACCESSES.has(opcode)) writeAccess(w, pc);
  else if (opcode === OP.CONCAT) writeConcat(w, pc);
  else if (opcode === OP.CALL) writeCall(w, pc);
  else if (opcode === OP.TAILCALL) writeTailCall(w, pc);
  else if (opcode === OP.RETURN) writeReturn(w, pc);
  else if (opcode === OP.FORPREP) writePreparation(w, pc);
  else if (opcode === OP.FORLOOP || opcode === OP.TFORCALL) return;
  else {
    if (opcode === OP.SETLIST && B === 0) {
      gatherOpen(w, pc);
      w.performOpen(pc);
    } else if (!writeLoad(w, pc)) w.perform(pc);
  }
};

const ACCESSES: ReadonlySet<number> = new Set([OP.SETTABUP, OP.SETTABLE, OP.SELF, OP.LEN]);

/** Registers that a unit uses, without those on the stack. */
export const registersOf = ({ unit, shared }: Writer): readonly number[] => {
  const used = new Set<number>();
  for (let pc = unit.start; pc < unit.end; pc++) {
    for (const register of [...reads(unit.proto, pc), ...mayWrite(at(unit.proto, pc))]) used.add(register);
  }
  if (unit.start === 0) for (let n = 0; n < unit.proto.parameters; n++) used.add(n);
  return [...used].filter((register) => !shared.has(register)).sort((a, b) => a - b);
};
