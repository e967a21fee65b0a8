import { MOST_TAKEN } from '../state/native.js';
import { CALLED_OTHER, type Instruction } from '../values/function.js';
import { LIGHT_NATIVE, NIL } from '../values/tags.js';
import type { Writer } from './writer.js';

/* Calls of native functions without a frame. */

/** What has not called anything yet may call anything. What calls something else later does so by way of the stack. */
export const mayCall = (met: number, kind: number): boolean => met === 0 || (met & kind) !== 0;

/** Whether a call with so many arguments may be of a native function that gives its result without a frame. */
export const mayShorten = ({ met }: Instruction, count: number): boolean =>
  count <= MOST_TAKEN && mayCall(met, CALLED_OTHER);

/** Ways to call a native function without a frame. */
export const writeShortcuts = (w: Writer, pc: number, count: number): void => {
  const { A, C, met } = w.at(pc);
  const wanted = C - 1;
  if (!mayCall(met, CALLED_OTHER)) return;
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

/** Takes the only result of a call with open results. */
export const takeOne = (w: Writer, A: number, value: string): void => {
  w.add('{o=true;');
  w.set(A, { tag: 'y', value });
  w.add('}');
};

/** A condition: that a native function gives its result without a frame. The tag is then in `y`. */
export const shortcut = (w: Writer, A: number, count: number, condition = ''): string => {
  const { tag, value } = w.register(A);
  const absent = `,${NIL},null`.repeat(MOST_TAKEN - count);
  const called = `(L.frame=F,c(L,${count}${w.pairs(A + 1, count)}${absent}))`;
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
  w.add(
    `if(${tag}===${LIGHT_NATIVE}&&(c=${value}.iterates)!==undefined&&(L.frame=F,y=c(L${w.pairs(A + 1, 2)}))!==-1){`,
  );
  w.set(A, { tag: 'y', value: 'S.value' });
  w.set(A + 1, { tag: NIL, value: 'null' });
  w.set(A + 2, { tag: NIL, value: 'null' });
  w.add('}else ');
};
