import { constantIndex, isConstant, OP } from '../values/opcodes.js';
import { INTEGER, NIL, STRING, TABLE } from '../values/tags.js';
import type { Value } from '../values/value.js';
import { all, hasTag, isExact, type Operand, type Writer } from './writer.js';

/* Reading and writing tables. */

/* A string constant as what tables file it under; undefined if an operand is something else. */
const fixedKey = (w: Writer, x: number): string | undefined => {
  if (!isConstant(x)) return undefined;
  const index = constantIndex(x);
  if ((w.proto.constants[index] as Value).type !== STRING) return undefined;
  w.strings.add(index);
  return `K${index}`;
};

const upvalue = (index: number): Operand => ({ tag: `U[${index}].type`, value: `U[${index}].value` });

/* A condition: that a list has an element at an index, whose place is then in `p`. */
const isInList = ({ value: list }: Operand, index: Operand): string =>
  all(hasTag(index, INTEGER), isExact(index), `(p=${list}.list[${index.value}-1])!==undefined`, `p.type!==${NIL}`);

/** `R[A] = of[key]` */
const writeGet = (w: Writer, pc: number, of: Operand): void => {
  const { C } = w.at(pc);
  const key = fixedKey(w, C);
  if (key !== undefined) w.add(`p=${of.tag}===${TABLE}?field(${w.site()},${of.value},${key}):undefined;`);
  else {
    const index = w.operand(C);
    w.add(`if(${of.tag}===${TABLE}){`);
    w.add(`if(!(${isInList(of, index)}))p=element(${of.value},${index.tag},${index.value})}`);
    w.add('else p=undefined;');
  }
  w.performUnlessFound(pc);
};

/** `of[key] = value` */
const writePut = (w: Writer, pc: number, of: Operand): void => {
  const { B, C } = w.at(pc);
  const value = w.operand(C);
  const given = `${value.tag},${value.value}`;
  const key = fixedKey(w, B);
  w.add(`if(!(${of.tag}===${TABLE}&&`);
  if (key !== undefined) {
    w.add(`setField(L,${w.site()},${of.value},${key},k[${constantIndex(B)}],${given})`);
  } else {
    const index = w.operand(B);
    const isValue = typeof value.tag === 'number' ? String(value.tag !== NIL) : `${value.tag}!==${NIL}`;
    const isThere = all(isValue, isInList(of, index));
    w.add(`(${isThere}&&(put(p,${given}),true)||setElement(L,${of.value},${index.tag},${index.value},${given}))`);
  }
  w.add(')){');
  w.perform(pc);
  w.add('}');
};

/** `R[A + 1] = R[B]; R[A] = R[B][key]` */
const writeSelf = (w: Writer, pc: number): void => {
  const { A, B, C } = w.at(pc);
  const object = w.register(B);
  const key = fixedKey(w, C);
  if (key === undefined) {
    w.perform(pc);
    return;
  }
  w.add(`p=member(L,${w.site()},${object.tag},${object.value},${key});`);
  w.add('if(p!==undefined){');
  w.set(A + 1, object);
  w.set(A, { tag: 'p.type', value: 'p.value' });
  w.add('}else{');
  w.perform(pc);
  w.add('}');
};

const writeLength = (w: Writer, pc: number): void => {
  const { A, B } = w.at(pc);
  const { tag, value } = w.register(B);
  w.add(`if(${tag}===${TABLE}&&${value}.metatable===null){`);
  w.set(A, { tag: INTEGER, value: `getLength(${value})` });
  w.add(`}else if(${tag}===${STRING}){`);
  w.set(A, { tag: INTEGER, value: `${value}.length` });
  w.add('}else{');
  w.perform(pc);
  w.add('}');
};

/** An instruction on a table. */
export const writeAccess = (w: Writer, pc: number): void => {
  const { opcode, A, B } = w.at(pc);
  if (opcode === OP.GETTABUP) writeGet(w, pc, upvalue(B));
  else if (opcode === OP.GETTABLE) writeGet(w, pc, w.register(B));
  else if (opcode === OP.SETTABUP) writePut(w, pc, upvalue(A));
  else if (opcode === OP.SETTABLE) writePut(w, pc, w.register(A));
  else if (opcode === OP.SELF) writeSelf(w, pc);
  else writeLength(w, pc);
};
