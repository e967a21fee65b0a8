import { IS_LUA } from '../calls/frames.js';
import { CALLED_ITSELF, CALLED_LUA } from '../values/function.js';
import { OP } from '../values/opcodes.js';
import { LUA_FUNCTION } from '../values/tags.js';
import { taken, writes } from './operands.js';
import { isDirect, isPrepaid, PREPAID } from './pieces.js';
import { DEEPEST } from './unit.js';
import { mayCall, mayShorten, shortcut, takeOne, writeShortcuts } from './write-shortcuts.js';
import { closeShared } from './write-tests.js';
import type { Writer } from './writer.js';

/*
 * Calls. A compiled function is called directly: its arguments are those of a JavaScript function, and so is its first
 * result, whose tag is in the exchange: -1 if it has left for the interpreter, -2 if its results lie on the stack.
 * Whatever else is called by way of the stack.
 */

/** What a unit with so many registers weighs. */
export const weigh = (registers: number): number => 1 + (registers >> 4);

/* A direct call of what is called `code` there; leaves the called frame in `g`. */
const writeDirect = (w: Writer, A: number, count: number, code: string): void => {
  const callee = w.register(A);
  // Mostly the next frame was the same function's, and has been left as it is.
  w.add(`g=F.next;if(g===null||g.claimant!==${callee.value}||g.flags!==${IS_LUA})g=claimFrame(F,${callee.value});`);
  w.add(`x=${code}(B,g,${callee.value},b+${A + 1},d+${weigh(w.proto.registers)}${w.pairs(A + 1, count)});`);
};

/* Conditions: that what is called is compiled, then in `c`; that it is the function that calls, which is in `f`. */
const isCompiled = (w: Writer, A: number): string => {
  const { tag, value } = w.register(A);
  return `${tag}===${LUA_FUNCTION}&&(c=${value}.proto.direct)!==undefined&&d<${DEEPEST}`;
};

const isItself = (w: Writer, A: number): string => `${w.register(A).value}===N&&d<${DEEPEST}`;

/* Whether a call is known to have been of the function that makes it, with as many arguments as it takes or more. */
const isOfItself = (w: Writer, pc: number, count: number): boolean =>
  isDirect(w.unit) && (w.at(pc).met & CALLED_ITSELF) !== 0 && count >= w.proto.parameters;

/* Arguments that are handed over with a function; more are put on the stack before. */
const MOST_GIVEN = 3;

/** A call. */
export const writeCall = (w: Writer, pc: number): void => {
  const { A, B, C } = w.at(pc);
  w.add(w.charges.pay());
  w.add(`F.pc=${pc + 1};`);
  const last = B === 0 ? findOpenResult(w, pc) : undefined;
  if (B !== 0) writeCallOf(w, pc, B - 1);
  else {
    if (last !== undefined) {
      w.add('if(o){');
      writeCallOf(w, pc, last - A);
      w.add('}else{');
    }
    writeCallByStack(w, pc, -1);
    if (last !== undefined) w.add('}');
  }
  if (C === 2) w.set(A, { tag: 'y', value: 'x' });
};

/**
 * The register of the only result that the call before the instruction at `pc` has given if `o` is true; else all that
 * it gave lies on the stack, from there on. Undefined if no call with open results is before it.
 */
const findOpenResult = (w: Writer, pc: number): number | undefined => {
  if (pc === w.unit.start) return undefined;
  const { opcode, A, C } = w.at(pc - 1);
  return opcode === OP.CALL && C === 0 ? A : undefined;
};

/*
 * A call by way of the stack with so many arguments, which are in registers; -1 if they are open and lie there. One
 * result is then in `y` and `x`, several in their registers.
 */
const writeCallByStack = (w: Writer, pc: number, count: number): void => {
  const { A, C } = w.at(pc);
  const depth = `d+${weigh(w.proto.registers)}`;
  let called = `call(F,b+${A},${C - 1},${depth})`;
  if (C === 0) w.add('o=false;');
  if (count > MOST_GIVEN) {
    w.settle();
    w.spill(taken(w.proto, pc, A, count + 1));
    w.add(`L.top=b+${A + count + 1};`);
  } else if (count >= 0) called = `callWith(F,${A},${C - 1},${depth}${w.pairs(A, count + 1)})`;
  else w.spill(taken(w.proto, pc, A, -1));
  w.add(`if((y=${called})<0)`);
  w.leaveAfter(pc);
  if (C === 2) w.add('x=S.value;');
  else w.load(writes(w.at(pc)));
};

/* What a function is paid by a caller that has not done so ahead; and where it has, and something else is called. */
const PAY = `B.left-=${PREPAID};`;
const TAKE_BACK = `B.left+=${PREPAID};`;

const writeCallOf = (w: Writer, pc: number, count: number): void => {
  const { A, C, met } = w.at(pc);
  const isPaid = isPrepaid(w.at(pc));
  const isSelf = isOfItself(w, pc, count);
  w.callsItself ||= isSelf;
  for (const [condition, code] of [
    ...(isSelf ? [[isItself(w, A), 'f'] as const] : []),
    ...(mayCall(met, isSelf ? CALLED_LUA : CALLED_LUA | CALLED_ITSELF) ? [[isCompiled(w, A), 'c'] as const] : []),
  ]) {
    w.add(`if(${condition}){${isPaid ? '' : PAY}`);
    writeDirect(w, A, count, code);
    takeResults(w, pc, A, C - 1);
    w.add('}else ');
  }
  writeShortcuts(w, pc, count);
  w.add(`{${isPaid ? TAKE_BACK : ''}`);
  writeCallByStack(w, pc, count);
  w.add('}');
};

/* The results of a direct call. */
const takeResults = (w: Writer, pc: number, A: number, wanted: number): void => {
  w.add(wanted === 1 ? 'if((y=S.tag)<0){if(y===-1)' : 'if((y=S.tag)===-1)');
  w.leaveAfter(pc);
  if (wanted < 0) {
    w.add('if(y>=0)');
    takeOne(w, A, 'x');
    w.add(`if(y<0){o=false;settle(F);L.top=b+${A}+S.count}`);
    return;
  }
  if (wanted === 1) w.add(`y=first(F.thread,b+${A});x=S.value}`);
  if (wanted > 1) {
    w.add(`fill(F,b+${A},${wanted},x);`);
    w.load(Array.from({ length: wanted }, (_, n) => A + n));
  }
};

/** Puts the result of a call before the instruction at `pc`, which takes open ones, on the stack if it is not there. */
export const gatherOpen = (w: Writer, pc: number): void => {
  const last = findOpenResult(w, pc);
  if (last === undefined) return;
  w.add('if(o){');
  w.settle();
  w.spill([last]);
  w.add(`L.top=b+${last + 1}}`);
};

/** A call whose results are those of the function. A compiled one takes its place. */
export const writeTailCall = (w: Writer, pc: number): void => {
  const { A, B } = w.at(pc);
  w.add(w.charges.pay());
  w.add(`F.pc=${pc + 1};`);
  const last = B === 0 ? findOpenResult(w, pc) : undefined;
  if (B !== 0) writeTailCallOf(w, pc, A, B - 1);
  else if (last !== undefined) {
    w.add('if(o){');
    writeTailCallOf(w, pc, A, last - A);
    w.add('}');
    gatherOpen(w, pc);
  }
  if (B !== 0) w.settle();
  w.spill(taken(w.proto, pc, A, B === 0 ? -1 : B));
  if (B !== 0) w.add(`L.top=b+${A + B};`);
  w.add(`if(!tailCall(F,${pc},d+${weigh(w.proto.registers)}))return S.value;`);
};

const writeTailCallOf = (w: Writer, pc: number, A: number, count: number): void => {
  const { met } = w.at(pc);
  const callee = w.register(A);
  const isPaid = isPrepaid(w.at(pc));
  if (mayCall(met, CALLED_LUA | CALLED_ITSELF)) {
    w.add(`if(${isCompiled(w, A)}){${isPaid ? '' : PAY}`);
    closeShared(w, 0);
    const replaced = `replace(F,${callee.value},b),d+${weigh(w.proto.registers)}`;
    w.add(`return c(B,F,${callee.value},${replaced}${w.pairs(A + 1, count)})}`);
  }
  if (isPaid) w.add(TAKE_BACK);
  if (!mayShorten(w.at(pc), count)) return;
  w.add(`if(${shortcut(w, A, count, `&&(${callee.value}.givesOne===true||wantsOne(F))`)}){x=S.value;`);
  closeShared(w, 0);
  w.add('S.tag=y;return x}');
};

/** The end of the function. */
export const writeReturn = (w: Writer, pc: number): void => {
  const { A, B } = w.at(pc);
  const { tag, value } = w.register(A);
  w.add(w.charges.takeBack());
  w.add(w.charges.pay());
  if (B === 2) {
    if (w.shared.size === 0) w.add(`S.tag=${tag};return ${value};`);
    else {
      w.add(`x=${value};y=${tag};`);
      closeShared(w, 0);
      w.add('S.tag=y;return x;');
    }
    return;
  }
  if (B === 1) {
    closeShared(w, 0);
    w.add('S.tag=-2;S.count=0;return;');
    return;
  }
  if (B === 0) gatherOpen(w, pc);
  if (B !== 0) w.settle();
  w.spill(taken(w.proto, pc, A, B - 1));
  closeShared(w, 0);
  w.add(`giveBack(F,b+${A},${B === 0 ? `L.top-b-${A}` : B - 1});return;`);
};
