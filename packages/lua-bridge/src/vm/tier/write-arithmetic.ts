import { FLOATS, INTEGERS, MIXED } from '../values/function.js';
import { OP } from '../values/opcodes.js';
import { FLOAT, INTEGER, STRING } from '../values/tags.js';
import { all, hasTag, isExact, isNumeric, type Operand } from './conditions.js';
import type { Writer } from './writer.js';

/* Arithmetic: exact integers and floats in place, whatever else by the interpreter. */

type Formula = (a: string, b: string) => string;

/** How an operation works on integers that are numbers, and on floats. */
interface Formulas {
  /** A condition that leaves the result in `x`, and what of it is kept. */
  readonly integers?: (a: Operand, b: Operand) => string;
  readonly result?: string;
  readonly floats?: Formula;
}

/* The interpreter's largest and smallest integers that are numbers. */
const BELOW = 'x<=9007199254740991';
const ABOVE = 'x>=-9007199254740991';

/*
 * That a result is a number. What has 32 bits is looked at first: the engine then reckons with such. A number that is
 * known, and was added, can lead beyond one end only.
 */
const fits = (added: number | undefined): string =>
  `x===(x|0)||${added === undefined ? `${BELOW}&&${ABOVE}` : added < 0 ? ABOVE : BELOW}`;

const known = ({ tag, value }: Operand): number | undefined =>
  tag === INTEGER && /^[(\d]/.test(value) ? Number(value.replace(/[()]/g, '')) : undefined;

const sum: Formulas = {
  integers: (a, b) => `(x=${a.value}+${b.value},${fits(known(a) ?? known(b))})`,
  floats: (a, b) => `${a}+${b}`,
};

const difference: Formulas = {
  integers: (a, b) => {
    const less = known(b);
    return `(x=${a.value}-${b.value},${fits(less === undefined ? undefined : -less)})`;
  },
  floats: (a, b) => `${a}-${b}`,
};

const product: Formulas = {
  integers: (a, b) => `(x=${a.value}*${b.value},${fits(undefined)})`,
  // Adding zero turns the negative zero of 0 * -1 into an integer's only zero.
  result: 'x+0',
  floats: (a, b) => `${a}*${b}`,
};

const bits = (name: string): Formulas => ({ integers: (a, b) => `(x=${name}(${a.value},${b.value}),true)` });

const FORMULAS: Readonly<Record<number, Formulas>> = {
  [OP.ADD]: sum,
  [OP.SUB]: difference,
  [OP.MUL]: product,
  [OP.MOD]: {
    integers: ({ value: a }, { value: b }) => `${b}!==0&&(x=${a}%${b},x!==0&&x<0!==${b}<0&&(x+=${b}),true)`,
    result: 'x+0',
    floats: (a, b) => `floatModulo(${a},${b})`,
  },
  [OP.IDIV]: {
    integers: (a, b) => `${b.value}!==0&&(x=floorDivide(${a.value},${b.value}),true)`,
    floats: (a, b) => `floor(${a}/${b})`,
  },
  [OP.DIV]: { floats: (a, b) => `${a}/${b}` },
  [OP.POW]: { floats: (a, b) => `power(${a},${b})` },
  [OP.BAND]: bits('and'),
  [OP.BOR]: bits('or'),
  [OP.BXOR]: bits('xor'),
  [OP.SHL]: bits('shiftLeft'),
  [OP.SHR]: bits('shiftRight'),
};

/** Whether an operand may be of a kind, as far as its tag is known. */
const mayBe = ({ tag }: Operand, kind: number): boolean => typeof tag !== 'number' || tag === kind;

const asFloat = ({ tag, value }: Operand): string =>
  tag === FLOAT || /^[(\d]/.test(value) ? value : `Number(${value})`;

/*
 * A condition: that two operands are numbers of JavaScript, and not both integers. Two tags of such values have more
 * bits in common if none is that of floats.
 */
const areMixed = (a: Operand, b: Operand): string => all(`(${a.tag}&${b.tag})===${FLOAT}`, isExact(a), isExact(b));

/*
 * An operation on two numbers, in place for the kinds that it has met. What has met nothing yet may meet anything; what
 * meets another kind later takes some steps more.
 */
export const writeArithmetic = (w: Writer, pc: number): void => {
  const { opcode, A, B, C, met } = w.at(pc);
  const [a, b] = [w.operand(B), w.operand(C)];
  const { integers, result = 'x', floats } = FORMULAS[opcode] as Formulas;
  // Sums, differences and products.
  const isReckoned = opcode <= OP.MUL;
  const meets = (kind: number): boolean => !isReckoned || met === 0 || (met & kind) !== 0;
  const write = (condition: string, kind: number, value: string): void => {
    w.add(`if(${condition}){`);
    w.set(A, { tag: kind, value });
    w.add('}else ');
  };
  if (integers !== undefined && meets(INTEGERS) && mayBe(a, INTEGER) && mayBe(b, INTEGER)) {
    const are = [hasTag(a, INTEGER), hasTag(b, INTEGER), isExact(a), isExact(b)];
    write(all(...are, integers(a, b)), INTEGER, result);
  }
  if (floats !== undefined && meets(FLOATS) && mayBe(a, FLOAT) && mayBe(b, FLOAT))
    write(all(hasTag(a, FLOAT), hasTag(b, FLOAT)), FLOAT, floats(a.value, b.value));
  const other = floats === undefined ? undefined : integers === undefined ? ofAny(a, b, floats) : ofMixed(a, b, floats);
  if (other !== undefined && meets(MIXED)) write(other.condition, FLOAT, other.value);
  w.add('{');
  if (isReckoned) w.take(pc, `reckon(${opcode},F,${pc}${w.pair(B)}${w.pair(C)})`);
  else w.take(pc, `result(F,${pc}${w.given(B, C)})`);
  w.add('}');
};

/** What is done under a condition. */
interface Way {
  readonly condition: string;
  readonly value: string;
}

const ofAny = (a: Operand, b: Operand, floats: Formula): Way => ({
  condition: all(isNumeric(a), isNumeric(b)),
  value: floats(asFloat(a), asFloat(b)),
});

/* The same of an integer and a float, in either order; undefined if that cannot be. */
const ofMixed = (a: Operand, b: Operand, floats: Formula): Way | undefined => {
  if (typeof a.tag !== 'number' && typeof b.tag !== 'number')
    return a.tag === b.tag ? undefined : { condition: areMixed(a, b), value: floats(a.value, b.value) };
  const [known, other] = typeof a.tag === 'number' ? [a, b] : [b, a];
  const isOther = hasTag(other, known.tag === FLOAT ? INTEGER : FLOAT);
  const condition = all(isNumeric(known), isOther, isExact(known), isExact(other));
  return { condition, value: floats(a.value, b.value) };
};

/** Texts one after the other. */
export const writeConcat = (w: Writer, pc: number): void => {
  const { A, B, C } = w.at(pc);
  const texts = Array.from({ length: C - B + 1 }, (_, n) => w.register(B + n));
  const pieces = texts.map(({ tag, value }, n) => {
    const piece = `shortText(${tag},${value}))!==undefined`;
    return n === 0 ? `(x=${piece}` : n === 1 ? `(y=${piece}` : `(x+=y,y=${piece}`;
  });
  w.add(`if(${pieces.join('&&')}&&(F.pc=${pc + 1},L.frame=F,x=newShort(L.runtime,x+y))!==undefined){`);
  w.set(A, { tag: STRING, value: 'x' });
  w.add('}else{');
  w.perform(pc);
  w.add('}');
};

/** The negative of a number. */
export const writeNegation = (w: Writer, pc: number): void => {
  const { A, B } = w.at(pc);
  const operand = w.register(B);
  w.add(`if(${all(hasTag(operand, INTEGER), isExact(operand))}){`);
  w.set(A, { tag: INTEGER, value: `0-${operand.value}` });
  w.add(`}else if(${hasTag(operand, FLOAT)}){`);
  w.set(A, { tag: FLOAT, value: `-${operand.value}` });
  w.add('}else{');
  w.take(pc, `result(F,${pc}${w.given(B)})`);
  w.add('}');
};
