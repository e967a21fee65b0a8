import { constantIndex, isConstant, OP } from '../values/opcodes.js';
import { INTEGER, NIL, STRING, TABLE } from '../values/tags.js';
import type { Path } from '../values/path.js';
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

/*
 * A condition: that a key is found in a table in the way that the interpreter knows, which leaves its tag in `y` and its
 * value behind that in `z`. Where it does not know any, in the way of last time.
 */
const isFound = (w: Writer, of: string, site: string, path: Path | undefined): string =>
  path === undefined
    ? `${of}.layout===${site}.layout&&(y=(z=${of}.slots)[${site}.at])!==${NIL}`
    : follows(w, of, path);

const follows = (w: Writer, of: string, path: Path): string => {
  const { layout, at, metatable, index, behind } = path;
  const isLike = `${of}.layout===${w.layout(layout)}`;
  if (metatable === undefined) return `${isLike}&&(y=(z=${of}.slots)[${at}])!==${NIL}`;
  const isAbsent = at < 0 ? '' : `&&${of}.slots[${at}]===${NIL}`;
  const next = follows(w, 'g', behind as Path);
  return (
    `${isLike}${isAbsent}&&(g=${of}.metatable)!==null&&g.layout===${w.layout(metatable)}` +
    `&&(z=g.slots)[${index}]===${TABLE}&&(g=z[${index + 1}])!==null&&${next}`
  );
};

/* Where what was found has its value. */
const foundAt = (site: string, path: Path | undefined): string => {
  let last = path;
  while (last?.behind !== undefined) last = last.behind;
  return last === undefined || last.at < 0 ? `${site}.at+1` : String(last.at + 1);
};

/* The text that takes a field of a table at once, if it is where it was found before; `missed` takes it otherwise. */
const readField = (w: Writer, of: string, path: Path | undefined, missed: (site: string) => string): string => {
  const site = w.site();
  const known = path !== undefined && isWhole(path) ? path : undefined;
  return `if(${isFound(w, of, site, known)})x=z[${foundAt(site, known)}];else{y=${missed(site)};x=S.value}`;
};

/* Whether a path ends at a key, and is not too long to be written out. */
const isWhole = (path: Path): boolean => {
  let length = 1;
  let last = path;
  while (last.behind !== undefined) {
    last = last.behind;
    length++;
  }
  return last.at >= 0 && last.metatable === undefined && length <= MOST_TABLES;
};

const MOST_TABLES = 3;

/** `R[A] = of[key]` */
const writeGet = (w: Writer, pc: number, of: Operand): void => {
  const { C, path } = w.at(pc);
  const key = fixedKey(w, C);
  w.add(`if(${of.tag}===${TABLE}){`);
  if (key !== undefined) w.add(readField(w, of.value, path, (site) => `field(${site},${of.value},${key})`));
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
  const { B, C, path } = w.at(pc);
  const value = w.operand(C);
  const given = `${value.tag},${value.value}`;
  const key = fixedKey(w, B);
  const isValue = typeof value.tag === 'number' ? String(value.tag !== NIL) : `${value.tag}!==${NIL}`;
  w.add(`if(${of.tag}!==${TABLE})q=false;`);
  if (key !== undefined) {
    const site = w.site();
    const isKnown = path !== undefined && path.at >= 0;
    const [layout, at] = isKnown ? [w.layout(path.layout), String(path.at)] : [`${site}.layout`, `${site}.at`];
    const isThere = `${of.value}.layout===${layout}&&(z=${of.value}.slots)[x=${at}]!==${NIL}`;
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
  const { A, B, C, path } = w.at(pc);
  const object = w.register(B);
  const key = fixedKey(w, C);
  if (key === undefined) {
    w.perform(pc);
    return;
  }
  const find = (site: string): string => `member(L,${site},${object.tag},${object.value},${key})`;
  if (path === undefined) w.add(`y=${find(w.site())};x=S.value;`);
  else {
    w.add(`if(${object.tag}===${TABLE}){`);
    w.add(readField(w, object.value, path, find));
    w.add(`}else{y=${find(w.site())};x=S.value}`);
  }
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
