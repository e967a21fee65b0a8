import { isOwn } from '../tables/hints.js';
import { TEXT_KEYS } from '../values/function.js';
import { TAGGED } from '../values/items.js';
import { constantIndex, isConstant, OP } from '../values/opcodes.js';
import type { Path } from '../values/path.js';
import { INTEGER, NIL, STRING, TABLE } from '../values/tags.js';
import type { Value } from '../values/value.js';
import { all, hasTag, isExact, type Operand, takeItemTag, upvalueAt } from './conditions.js';
import type { Writer } from './writer.js';

/* Reading and writing tables. */

/* The index of a constant that is a string; undefined if an operand is something else. */
const fixedKey = (w: Writer, x: number): number | undefined => {
  if (!isConstant(x)) return undefined;
  const index = constantIndex(x);
  return (w.proto.constants[index] as Value).type === STRING ? index : undefined;
};

/* A condition: that an index is one that a list may have. */
const isIndex = (index: Operand): string => all(hasTag(index, INTEGER), isExact(index));

/*
 * A condition: that a key is found in a table in the way that the interpreter knows, which leaves its tag in `y` and
 * its value behind that in `z`. Where it does not know any, in the way of last time.
 */
const isFound = (w: Writer, of: string, site: string, path: Path | undefined): string =>
  path === undefined ? `${of}.layout===${site}.layout&&(y=(z=${of}.slots)[${site}.at])` : follows(w, of, path);

const follows = (w: Writer, of: string, path: Path): string => {
  const { layout, at, metatable, index, behind } = path;
  const isLike = `${of}.layout===${w.layout(layout)}`;
  if (metatable === undefined) return `${isLike}&&(y=(z=${of}.slots)[${at}])`;
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
  return last === undefined ? `${site}.at+1` : String(last.at + 1);
};

/*
 * Whether a path ends at a key, and is not too long to be written out. A layout that one table alone has is another one
 * when the script runs again.
 */
const isWhole = (path: Path): boolean => {
  if (isOwn(path)) return false;
  let length = 1;
  let last = path;
  while (last.behind !== undefined) {
    last = last.behind;
    length++;
  }
  return last.at >= 0 && last.metatable === undefined && length <= MOST_TABLES;
};

const MOST_TABLES = 3;

const upvalue = (index: number): Operand => {
  const place = upvalueAt(index);
  return { tag: `${place}.type`, value: `${place}.value` };
};

/** `R[A] = of[key]`. A register that is read is not set before it has been. */
const writeGet = (w: Writer, pc: number, of: Operand): void => {
  const { A, C, met } = w.at(pc);
  const key = fixedKey(w, C);
  if (key !== undefined) {
    readField(w, pc, of, key, 'get');
    w.set(A, { tag: 'y', value: 'x' });
    return;
  }
  const index = w.operand(C);
  if (met === TEXT_KEYS) w.add(`if(${isFoundByText(of, index)})x=z[2*q+1];else `);
  const isThere = `(x=${of.value}.list[${index.value}-1])!==undefined`;
  w.add(`if(${all(hasTag(of, TABLE), isIndex(index), isThere)})${takeItemTag(of.value, `${index.value}-1`, 'x')}else{`);
  w.add(`if((y=getAt(F,${pc},${of.tag},${of.value}${w.pair(C)}))<0)`);
  w.leaveAfter(pc);
  w.add('x=S.value}');
  w.set(A, { tag: 'y', value: 'x' });
};

/* A condition: that a key is a text by which a slot was found last, whose number is then in `q`. */
const isFoundByText = (of: Operand, key: Operand): string =>
  all(
    hasTag(of, TABLE),
    hasTag(key, STRING),
    `(q=${key.value}.slot)>=0`,
    `${of.value}.layout.found[q]===${key.value}`,
  ) + `&&(y=(z=${of.value}.slots)[2*q])`;

/* A condition: that a list may have a tag in its place `x`, which it notes there if it must. */
const admits = (of: string, tag: string | number): string =>
  `((y=${of}.itemTag)===${tag}||y===${TAGGED}&&(${of}.tags[x]=${tag})!==0)`;

/* Takes a field of a table at once, if it is where it was found before, else by what is named. */
const readField = (w: Writer, pc: number, of: Operand, key: number, otherwise: 'get' | 'getMethod'): void => {
  const { path } = w.at(pc);
  const site = w.site(pc, key);
  const known = path !== undefined && isWhole(path) ? path : undefined;
  w.add(`if(${all(hasTag(of, TABLE), isFound(w, of.value, site, known))})x=z[${foundAt(site, known)}];`);
  w.add(`else{if((y=${otherwise}(F,${site},${of.tag},${of.value}))<0)`);
  w.leaveAfter(pc);
  w.add('x=S.value}');
};

/** `of[key] = value` */
const writePut = (w: Writer, pc: number, of: Operand): void => {
  const { B, C } = w.at(pc);
  const key = fixedKey(w, B);
  w.add(`if(${all(hasTag(of, TABLE), isPresent(w.operand(C)))}&&`);
  const otherwise = key === undefined ? putElement(w, pc, of) : putField(w, pc, of, key);
  w.add(`else if(!${otherwise}${w.pair(C)}))`);
  w.leaveAfter(pc);
};

const isPresent = ({ tag }: Operand): string => (typeof tag === 'number' ? String(tag !== NIL) : `${tag}!==${NIL}`);

/* Both add a condition and what is done if it holds, and give the call that does it otherwise, up to the value. */
const putField = (w: Writer, pc: number, of: Operand, key: number): string => {
  const { C, path } = w.at(pc);
  const { tag, value } = w.operand(C);
  const site = w.site(pc, key);
  const isKnown = path !== undefined && path.at >= 0 && !isOwn(path);
  const layout = isKnown ? w.layout(path.layout) : `${site}.layout`;
  const [at, next] = isKnown ? [path.at, path.at + 1] : ['x', 'x+1'];
  w.add(`${of.value}.layout===${layout}&&(z=${of.value}.slots)[${isKnown ? at : `x=${site}.at`}])`);
  w.add(`{z[${at}]=${tag};z[${next}]=${value}}`);
  return `set(F,${site},${of.tag},${of.value}`;
};

const putElement = (w: Writer, pc: number, of: Operand): string => {
  const { B, C } = w.at(pc);
  const { tag, value } = w.operand(C);
  const index = w.operand(B);
  const isThere = `(z=${of.value}.list)[x=${index.value}-1]!==undefined`;
  w.add(`${all(isIndex(index), isThere, admits(of.value, tag))}){z[x]=${value}}`);
  return `setAt(F,${pc},${of.tag},${of.value}${w.pair(B)}`;
};

/** `R[A + 1] = R[B]; R[A] = R[B][key]` */
const writeSelf = (w: Writer, pc: number): void => {
  const { A, B, C } = w.at(pc);
  const key = fixedKey(w, C);
  if (key === undefined) {
    w.perform(pc);
    return;
  }
  const object = w.register(B);
  // Before the interpreter may put the method where the object is.
  w.set(A + 1, object);
  readField(w, pc, object, key, 'getMethod');
  w.set(A, { tag: 'y', value: 'x' });
};

const writeLength = (w: Writer, pc: number): void => {
  const { A, B } = w.at(pc);
  const { tag, value } = w.register(B);
  w.add(`if(${tag}===${TABLE}&&${value}.metatable===null){`);
  w.set(A, { tag: INTEGER, value: `getLength(${value})` });
  w.add(`}else if(${tag}===${STRING}){`);
  w.set(A, { tag: INTEGER, value: `${value}.length` });
  w.add('}else{');
  w.take(pc, `result(F,${pc}${w.given(B)})`);
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
