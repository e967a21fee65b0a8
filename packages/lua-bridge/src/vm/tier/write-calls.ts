import { MOST_TAKEN } from '../state/native.js';
import { CALLED_LUA, CALLED_OTHER } from '../values/function.js';
import { OP } from '../values/opcodes.js';
import { LIGHT_NATIVE, LUA_FUNCTION, NIL } from '../values/tags.js';
import { taken, writes } from './operands.js';
import { DEEPEST } from './unit.js';
import { closeShared } from './write-tests.js';
import type { Writer } from './writer.js';

/*
 * Calls. A compiled function is called directly: its arguments are those of a JavaScript function, and so is its first
 * result, whose tag is in the exchange: -1 if it has left for the interpreter, -2 if its results lie on the stack.
 * Whatever else is called by way of the stack.
 */

/** What a unit with so many registers weighs. */
export const weigh = (registers: number): number => 1 + (registers >> 4);

const args = (w: Writer, A: number, count: number): string =>
  Array.from({ length: count }, (_, n) => w.register(A + 1 + n))
    .map(({ tag, value }) => `,${tag},${value}`)
    .join('');

/* The text of a direct call, up to its closing bracket; leaves the called frame in `g`. */
const direct = (w: Writer, A: number, count: number): string => {
  const callee = w.register(A);
  w.add(`g=claimFrame(F,${callee.value});`);
  return `x=c(L,g,${callee.value},b+${A + 1},d+${weigh(w.proto.registers)}${args(w, A, count)})`;
};

const isDirect = (w: Writer, A: number): string => {
  const { tag, value } = w.register(A);
  return `${tag}===${LUA_FUNCTION}&&(c=${value}.proto.direct)!==undefined&&d<${DEEPEST}`;
};

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
  } else if (count >= 0) called = `callWith(F,${A},${C - 1},${depth}${args(w, A - 1, count + 1)})`;
  else w.spill(taken(w.proto, pc, A, -1));
  w.add(`if((y=${called})<0)`);
  w.leaveAfter(pc);
  if (C === 2) w.add('x=S.value;');
  else w.load(writes(w.at(pc)));
};

const writeCallOf = (w: Writer, pc: number, count: number): void => {
  const { A, C, met } = w.at(pc);
  if (mayCall(met, CALLED_LUA)) {
    w.add(`if(${isDirect(w, A)}){`);
    w.add(`${direct(w, A, count)};`);
    takeResults(w, pc, A, C - 1);
    w.add('}else ');
  }
  if (mayCall(met, CALLED_OTHER)) writeShortcuts(w, A, count, C - 1);
  w.add('{');
  writeCallByStack(w, pc, count);
  w.add('}');
};

/* What has not called anything yet may call anything. What calls something else later does so by way of the stack. */
const mayCall = (met: number, kind: number): boolean => met === 0 || (met & kind) !== 0;

/* Ways to call a native function without a frame. */
const writeShortcuts = (w: Writer, A: number, count: number, wanted: number): void => {
  if (count <= MOST_TAKEN && wanted <= 1) {
    const only = wanted < 0 ? `&&${w.register(A).value}.givesOne===true` : '';
    w.add(`if(${shortcut(w, A, count, only)})`);
    if (wanted < 0) takeOne(w, A, 'S.value');
    else w.add('x=S.value;');
    w.add('else ');
  }
  if (count === 1 && wanted === 3) beginLoop(w, A);
  if (count === 2 && wanted === 3) makeIterator(w, A);
};

/* The only result of a call with open results. */
const takeOne = (w: Writer, A: number, value: string): void => {
  w.add('{o=true;');
  w.set(A, { tag: 'y', value });
  w.add('}');
};

/* A condition: that a native function gives its result without a frame. The tag is then in `y`. */
const shortcut = (w: Writer, A: number, count: number, condition = ''): string => {
  const { tag, value } = w.register(A);
  const absent = `,${NIL},null`.repeat(MOST_TAKEN - count);
  const called = `(L.frame=F,c(L,${count}${args(w, A, count)}${absent}))`;
  return `${tag}===${LIGHT_NATIVE}&&(c=${value}.shortcut)!==undefined${condition}&&(y=${called})!==-1`;
};

/* What `pairs` and `ipairs` give, without a frame. */
const beginLoop = (w: Writer, A: number): void => {
  const { tag, value } = w.register(A);
  const state = w.register(A + 1);
  w.add(`if(${tag}===${LIGHT_NATIVE}&&(c=${value}.begins)!==undefined`);
  w.add(`&&(L.frame=F,y=c(L,${state.tag},${state.value}))!==-1){`);
  w.set(A, { tag: LIGHT_NATIVE, value: 'S.key' });
  w.set(A + 2, { tag: 'y', value: 'S.value' });
  w.add('}else ');
};

/* What `string.gmatch` gives, without a frame. */
const makeIterator = (w: Writer, A: number): void => {
  const { tag, value } = w.register(A);
  w.add(`if(${tag}===${LIGHT_NATIVE}&&(c=${value}.iterates)!==undefined&&(L.frame=F,y=c(L${args(w, A, 2)}))!==-1){`);
  w.set(A, { tag: 'y', value: 'S.value' });
  w.set(A + 1, { tag: NIL, value: 'null' });
  w.set(A + 2, { tag: NIL, value: 'null' });
  w.add('}else ');
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
  if (wanted === 1) w.add(`y=first(L,b+${A});x=S.value}`);
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
  if (mayCall(met, CALLED_LUA)) {
    w.add(`if(${isDirect(w, A)}){`);
    closeShared(w, 0);
    const replaced = `replace(F,${callee.value},b),d+${weigh(w.proto.registers)}`;
    w.add(`return c(L,F,${callee.value},${replaced}${args(w, A, count)})}`);
  }
  if (count > MOST_TAKEN || !mayCall(met, CALLED_OTHER)) return;
  const only = `&&(${w.register(A).value}.givesOne===true||wantsOne(F))`;
  w.add(`if(${shortcut(w, A, count, only)}){x=S.value;`);
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
