import { OP } from '../values/opcodes.js';
import { INTEGER, LIGHT_NATIVE, NATIVE_CLOSURE, NIL, TABLE } from '../values/tags.js';
import { all, hasTag, isExact, takeItemTag } from './conditions.js';
import { destination, successors } from './operands.js';
import type { Piece } from './pieces.js';
import { isTight, label, roundsOf } from './rounds.js';
import type { Loop } from './scopes.js';
import { weigh } from './write-calls.js';
import type { Writer } from './writer.js';

/* The two kinds of `for`, and what each round of a loop costs. */

/** Charges a piece of code that is no round of a loop. */
export const writePiece = (w: Writer, pc: number, { cost, looks }: Piece): void => {
  if (looks) writeLook(w, pc, w.charges.chargeNow(cost));
  else if (cost !== 0) w.add(`${w.charges.charge(cost)};`);
};

/* Instructions of a loop that the budget need not know of yet: to tell it takes as long as a round of a small one. */
const MOST_OWED = 255;

/** Charges a round of a loop, and looks whether the run may go on: one that is tight steps aside for that. */
export const beginRound = (w: Writer, loop: Loop, cost: number): void => {
  const rounds = roundsOf(loop);
  if (isTight(w.unit, loop)) w.add(`${rounds}:for(;;){if(u>${MOST_OWED})break ${rounds};${w.charges.charge(cost)};`);
  else writeLook(w, nextOf(loop), w.charges.chargeNow(cost));
};

/**
 * The same for a numeric `for`, and its step. Where it is tight, it does some rounds at a time over integers, `k` after
 * the first, and charges all of them.
 */
export const beginNumericRound = (w: Writer, loop: Loop, cost: number): void => {
  if (!isTight(w.unit, loop)) {
    beginRound(w, loop, cost);
    writeNumericStep(w, loop, () => undefined);
    return;
  }
  const most = Math.max(1, Math.floor(MOST_OWED / (loop.end - loop.start))) - 1;
  writeNumericStep(w, loop, (left) => {
    w.add(`k=${left}<${most}?${left}:${most};${left}-=k;${w.charges.chargeAhead(cost)};`);
  });
  w.add(`${w.charges.charge(cost)};${roundsOf(loop)}:for(;;){n${label(loop)}:{`);
  w.charges.begin({ start: loop.start, end: loop.end, left: w.register(w.at(loop.step).A + 1).value });
};

/** The end of a loop. */
export const endLoop = (w: Writer, loop: Loop): void => {
  if (loop.kind === 'while') w.add(`break ${label(loop)};`);
  if (isTight(w.unit, loop)) {
    if (loop.kind === 'numeric') endNumericRounds(w, loop);
    else w.add('}');
    writeLook(w, nextOf(loop), '(B.left-=u,u=0,B.left)');
  }
  w.add('}');
};

/* Where no round is left, whatever is around the loop will look. */
const endNumericRounds = (w: Writer, loop: Loop): void => {
  const { A } = w.at(loop.step);
  const [index, left, by] = loopRegisters(w, A) as [Reg, Reg, Reg];
  w.add(`}if(k<=0)break ${roundsOf(loop)};k-=1;${index.value}+=${fixedStep(w, loop.step) ?? by.value};`);
  w.set(A + 3, { tag: INTEGER, value: index.value });
  w.charges.end();
  w.add(`}if(${countsRounds(w, loop)}&&${left.value}<=0)break ${label(loop)};`);
};

/* The instruction with which the interpreter goes on where a round is due. */
const nextOf = (loop: Loop): number => (loop.kind === 'while' ? loop.start : loop.step);

/* Looks whether the run may go on if so many instructions are left: few. */
const writeLook = (w: Writer, pc: number, left: string): void => {
  w.turns.add(pc);
  w.add(`if(${left}<w${pc}&&(${w.charges.hasLoops ? 'B.left-=u,u=0,' : ''}w${pc}>>=1,!turn(F,${pc})))`);
  w.leaveBefore(pc);
};

/**
 * The beginning of a numeric `for`: over integers that are numbers the rounds are counted here, everything else is left
 * to the interpreter.
 */
export const writePreparation = (w: Writer, pc: number): void => {
  const { A } = w.at(pc);
  const [index, limit, step] = loopRegisters(w, A) as [Reg, Reg, Reg];
  const by = fixedStep(w, destination(w.proto, pc));
  w.add(`if(${index.tag}===${INTEGER}&&${limit.tag}===${INTEGER}&&`);
  if (by === '1') {
    w.add(`typeof ${index.value}==='number'&&typeof ${limit.value}==='number'&&${index.value}>-9007199254740991`);
    w.add(`&&(x=${limit.value}-${index.value}+1)<=9007199254740991){${limit.value}=x<0?0:x;${index.value}-=1;`);
  } else {
    if (by === undefined) w.add(`${step.tag}===${INTEGER}&&`);
    w.add(`(x=countRounds(${index.value},${limit.value},${by ?? step.value}))>=0){`);
    w.add(`${limit.value}=x;${index.value}-=${by ?? step.value};`);
  }
  w.add('}else{');
  w.perform(pc);
  w.add('}');
};

/* Names of the four registers of a loop: index, rounds left or limit, step, variable. */
const loopRegisters = (w: Writer, A: number) => [0, 1, 2, 3].map((n) => w.register(A + n));

/*
 * The step of a numeric `for`, at the beginning of a round. Over integers that are numbers the rounds are counted down,
 * and more may be done about those that are left: no index of them is beyond the last one.
 */
const writeNumericStep = (w: Writer, loop: Loop, more: (left: string) => void): void => {
  const { step: pc } = loop;
  const { A } = w.at(pc);
  const end = label(loop);
  const [index, left, step] = loopRegisters(w, A) as [Reg, Reg, Reg];
  const by = fixedStep(w, pc);
  w.add(
    `if(${countsRounds(w, loop)}){if(${left.value}<=0)break ${end};${left.value}-=1;${index.value}+=${by ?? step.value};`,
  );
  w.set(A + 3, { tag: INTEGER, value: index.value });
  more(left.value);
  w.add('}else{');
  w.settle();
  w.spill([A, A + 1, A + 2]);
  w.add(`if(!step(F,${pc}))break ${end};`);
  w.load([A, A + 1, A + 3]);
  w.add('}');
};

/* A condition: that a numeric `for` is over integers that are numbers. */
const countsRounds = (w: Writer, { step: pc }: Loop): string => {
  const [index, left, step] = loopRegisters(w, w.at(pc).A) as [Reg, Reg, Reg];
  const are = all(hasTag(index, INTEGER), isExact(left), isExact(index));
  return fixedStep(w, pc) === undefined ? all(are, isExact(step)) : are;
};

/* The step, if it is a constant that was loaded right before the loop. */
const fixedStep = (w: Writer, pc: number): string | undefined => {
  const { A } = w.at(pc);
  const preparation = destination(w.proto, pc) - 1;
  const before = preparation - 1;
  if (before < 0) return undefined;
  const { opcode, A: register, Bx } = w.at(before);
  if (opcode !== OP.LOADK || register !== A + 2) return undefined;
  // As in `x and 1 or 2` there may be several.
  if (w.proto.code.some((_, n) => n !== before && successors(w.proto, n).includes(preparation))) return undefined;
  const { tag, value } = w.constant(Bx);
  return tag === INTEGER && !value.startsWith('V') ? value : undefined;
};

interface Reg {
  readonly tag: string | number;
  readonly value: string;
}

/** The call of the iterator of a generic `for`, at the beginning of each round. */
export const writeGenericStep = (w: Writer, pc: number, end: string): void => {
  const { A, C } = w.at(pc);
  const [iterator, state, control] = loopRegisters(w, A) as [Reg, Reg, Reg];
  if (C <= 2) writeTableStep(w, A, C, end);
  if (C === 2) writeListStep(w, A, end);
  w.settle();
  // Whoever keeps an iterator of the host open looks here whether the loop is still its own.
  w.add(`F.pc=${pc + 1};put(F,b+${A},${iterator.tag},${iterator.value});`);
  if (C === 1) writeNativeStep(w, A, end);
  [iterator, state, control].forEach(({ tag, value }, n) => {
    w.add(`put(F,b+${A + 3 + n},${tag},${value});`);
  });
  w.add(w.charges.payAside());
  w.add(`L.top=b+${A + 6};if(call(F,b+${A + 3},${C},d+${weigh(w.proto.registers)})<0)`);
  w.leaveAfter(pc);
  w.load(Array.from({ length: C }, (_, n) => A + 3 + n));
  const first = w.register(A + 3);
  w.add(`if(${first.tag}===${NIL})break ${end};`);
  w.set(A + 2, first);
  if (C <= 2) w.add('}}');
};

/* What a native iterator gives in its usual case needs no frame. */
const writeNativeStep = (w: Writer, A: number, end: string): void => {
  const [iterator, state, control] = loopRegisters(w, A) as [Reg, Reg, Reg];
  w.add(`if(${iterator.tag}===${NATIVE_CLOSURE}&&(c=${iterator.value}.shortcut)!==undefined`);
  w.add(`&&(L.frame=F,y=c(L,2,${state.tag},${state.value},${control.tag},${control.value},${NIL},null))!==-1){`);
  w.add(`if(y===${NIL})break ${end};x=S.value;`);
  w.set(A + 2, { tag: 'y', value: 'x' });
  w.set(A + 3, { tag: 'y', value: 'x' });
  w.add('}else{');
};

/* What `pairs` gives is done in place where the next key is easily found. */
const writeTableStep = (w: Writer, A: number, C: number, end: string): void => {
  const [iterator, state, control] = loopRegisters(w, A) as [Reg, Reg, Reg];
  const at = w.position();
  w.add(`if(${iterator.tag}===${LIGHT_NATIVE}&&${iterator.value}.walksTables===true&&${state.tag}===${TABLE}`);
  w.add(`&&(y=walk(${state.value},${control.tag},${control.value},${at}))!==-1){if(y===${NIL})break ${end};`);
  w.add(`${at}=S.at;`);
  w.set(A + 2, { tag: 'S.keyTag', value: 'S.key' });
  w.set(A + 3, { tag: 'S.keyTag', value: 'S.key' });
  if (C === 2) w.set(A + 4, { tag: 'y', value: 'S.value' });
  w.add('}else{');
};

/* What `ipairs` gives is done in place, over a plain table. */
const writeListStep = (w: Writer, A: number, end: string): void => {
  const [iterator, state, control] = loopRegisters(w, A) as [Reg, Reg, Reg];
  w.add(`if(${iterator.tag}===${LIGHT_NATIVE}&&${iterator.value}.walksLists===true&&${state.tag}===${TABLE}`);
  w.add(`&&${state.value}.metatable===null&&${control.tag}===${INTEGER}&&typeof ${control.value}==='number'`);
  w.add(`&&${control.value}<4294967295){x=${control.value}+1;`);
  w.add(`if((z=${state.value}.list[${control.value}])!==undefined)${takeItemTag(state.value, control.value, 'z')}`);
  w.add(`else{if((y=number(${state.value},x))===${NIL})break ${end};z=S.value}`);
  w.set(A + 2, { tag: INTEGER, value: 'x' });
  w.set(A + 3, { tag: INTEGER, value: 'x' });
  w.set(A + 4, { tag: 'y', value: 'z' });
  w.add('}else{');
};
