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

/* A condition: that an index is one that a list may have. */
const isIndex = (index: Operand): string => all(hasTag(index, INTEGER), isExact(index));

/* The text that takes a field of a table at once, if the table has the layout that was seen last. */
const readField = (w: Writer, of: string, key: string): string => {
  const site = w.site();
  return `if(${of}.layout===${site}.layout&&(z=${of}.slots,y=z[${site}.at])!==${NIL})x=z[${site}.at+1];else{y=field(${site},${of},${key});x=S.value}`;
};

/** `R[A] = of[key]` */
const writeGet = (w: Writer, pc: number, of: Operand): void => {
  const { C } = w.at(pc);
  const key = fixedKey(w, C);
  w.add(`if(${of.tag}===${TABLE}){`);
  if (key !== undefined) w.add(readField(w, of.value, key));
  else {
    const index = w.operand(C);
    w.add(`if(${all(isIndex(index), `(z=${of.value}.list,y=z[${index.value}*2-2])>${NIL}`)})x=z[${index.value}*2-1];`);
    w.add(`else{y=element(${of.value},${index.tag},${index.value});x=S.value}`);
  }
  w.add('}else y=-1;');
  w.performUnlessFound(pc);
};

/** `of[key] = value` */
const writePut = (w: Writer, pc: number, of: Operand): void => {
  const { B, C } = w.at(pc);
  const value = w.operand(C);
  const given = `${value.tag},${value.value}`;
  const key = fixedKey(w, B);
  const isValue = typeof value.tag === 'number' ? String(value.tag !== NIL) : `${value.tag}!==${NIL}`;
  w.add(`if(${of.tag}!==${TABLE})q=false;`);
  if (key !== undefined) {
    const site = w.site();
    const isThere = `${of.value}.layout===${site}.layout&&(z=${of.value}.slots)[x=${site}.at]!==${NIL}`;
    w.add(`else if(${all(isValue, isThere)}){z[x]=${value.tag};z[x+1]=${value.value};q=true}`);
    w.add(`else q=setField(L,${site},${of.value},${key},k[${constantIndex(B)}],${given});`);
  } else {
    const index = w.operand(B);
    const isThere = `(z=${of.value}.list)[x=${index.value}*2-2]>${NIL}`;
    w.add(`else if(${all(isValue, isIndex(index), isThere)}){z[x]=${value.tag};z[x+1]=${value.value};q=true}`);
    w.add(`else q=setElement(L,${of.value},${index.tag},${index.value},${given});`);
  }
  w.add('if(!q){');
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
  w.add(`y=member(L,${w.site()},${object.tag},${object.value},${key});x=S.value;`);
  w.add('if(y!==-1){');
  w.set(A + 1, object);
  w.set(A, { tag: 'y', value: 'x' });
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
