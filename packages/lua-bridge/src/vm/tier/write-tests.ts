import { constantIndex, isConstant, OP } from '../values/opcodes.js';
import { LONGEST_TEXT, type LuaString } from '../values/string.js';
import { BOOLEAN, NIL, STRING } from '../values/tags.js';
import type { Value } from '../values/value.js';
import { all, hasTag, isNumeric, type Operand } from './conditions.js';
import { destination } from './operands.js';
import type { Writer } from './writer.js';

/* Tests, each with the jump that follows it, and jumps alone. */

const falsy = ({ tag, value }: Operand): string => `(${tag}===${NIL}||${tag}===${BOOLEAN}&&${value}===false)`;

/** The jump at `pc`. Variables that closures share and that end with it get new places. */
export const writeJump = (w: Writer, pc: number): void => {
  const { A } = w.at(pc);
  if (A > 0) closeShared(w, A - 1);
  w.jump(destination(w.proto, pc), pc);
};

/** Gives shared registers from `first` on new places: closures keep the old ones. */
export const closeShared = (w: Writer, first: number): void => {
  for (const register of w.shared) if (register >= first) w.add(`${w.place(register)}=renew(${w.place(register)});`);
};

/* The jump is taken if the test holds. */
const branch = (w: Writer, pc: number, holds: string): void => {
  w.add(`if(${holds}){`);
  writeJump(w, pc + 1);
  w.add('}');
};

const writeTest = (w: Writer, pc: number): void => {
  const { opcode, A, B, C } = w.at(pc);
  const tested = w.register(opcode === OP.TEST ? A : B);
  const holds = C === 0 ? falsy(tested) : `!${falsy(tested)}`;
  w.add(`if(${holds}){`);
  if (opcode === OP.TESTSET) w.set(A, tested);
  writeJump(w, pc + 1);
  w.add('}');
};

/* Compares by the interpreter's means, into `q`. */
const compareSlowly = (w: Writer, pc: number): void => {
  const { B, C } = w.at(pc);
  w.add(`if((q=compare(F,${pc}${w.given(B, C)}))===undefined)`);
  w.leaveAfter(pc);
};

const writeOrder = (w: Writer, pc: number): void => {
  const { opcode, A, B, C } = w.at(pc);
  const [a, b] = [w.operand(B), w.operand(C)];
  w.add(`if(${all(isNumeric(a), isNumeric(b))})q=${a.value}${opcode === OP.LT ? '<' : '<='}${b.value};else `);
  const areTexts = all(hasTag(a, STRING), hasTag(b, STRING));
  if (areTexts !== 'false')
    w.add(`if(${areTexts})L.frame=F,q=compareStrings(L,${a.value},${b.value})${opcode === OP.LT ? '<' : '<='}0;else `);
  compareSlowly(w, pc);
  branch(w, pc, A === 0 ? '!q' : 'q');
};

/* Whether a string has the text of a constant: all but long ones have theirs, and no long one has a short one's. */
const isText = (w: Writer, constant: number, a: Operand, b: Operand): string => {
  const index = constantIndex(constant);
  const { length } = (w.proto.constants[index] as Value).value as LuaString;
  if (length > LONGEST_TEXT) return `(L.frame=F,isSame(L,${a.value},${b.value}))`;
  w.texts.add(index);
  return `${a.value}.key===K${index}`;
};

/* No metamethod has a say in what equals a constant. */
const equalsConstant = (w: Writer, a: Operand, constant: number): string => {
  const b = w.operand(constant);
  if (b.tag === NIL) return `${a.tag}===${NIL}`;
  if (b.tag === BOOLEAN) return `${a.tag}===${BOOLEAN}&&${a.value}===${b.value}`;
  if (b.tag === STRING) return all(hasTag(a, STRING), isText(w, constant, a, b));
  // Unlike ===, == compares a bigint with a number by value.
  return `${all(isNumeric(a), isNumeric(b))}&&${a.value}==${b.value}`;
};

const writeEquality = (w: Writer, pc: number): void => {
  const { A, B, C } = w.at(pc);
  const [a, b] = [w.operand(B), w.operand(C)];
  if (isConstant(C) || isConstant(B)) {
    const holds = isConstant(C) ? equalsConstant(w, a, C) : equalsConstant(w, b, B);
    branch(w, pc, A === 0 ? `!(${holds})` : holds);
    return;
  }
  w.add(`if(${a.tag}===${b.tag}&&(${a.tag}===${NIL}||${a.tag}!==3&&${a.value}===${b.value}))q=true;`);
  w.add(`else if(${isNumeric(a)}&&${isNumeric(b)})q=${a.value}==${b.value};`);
  w.add(`else if(${a.tag}!==${b.tag}||${a.tag}===${BOOLEAN})q=false;`);
  w.add(`else if(${a.tag}===${STRING})L.frame=F,q=isSame(L,${a.value},${b.value});else `);
  compareSlowly(w, pc);
  branch(w, pc, A === 0 ? '!q' : 'q');
};

/** A test and its jump. */
export const writeDecision = (w: Writer, pc: number): void => {
  const { opcode } = w.at(pc);
  if (opcode === OP.TEST || opcode === OP.TESTSET) writeTest(w, pc);
  else if (opcode === OP.EQ) writeEquality(w, pc);
  else writeOrder(w, pc);
};
