import { claimFrame, settle, wantsOne } from '../calls/frames.js';
import { compareStrings } from '../execute/compare.js';
import { newShort, shortText } from '../execute/concat.js';
import { countExactRounds } from '../execute/op-for.js';
import { exchange } from '../state/exchange.js';
import type { Compiled } from '../state/tier.js';
import { getLength } from '../tables/table-access.js';
import { walk } from '../tables/walk.js';
import { and, floatModulo, floorDivide, or, power, shiftLeft, shiftRight, xor } from '../values/arithmetic.js';
import { tagAmong } from '../values/items.js';
import { isArithmetic, OP } from '../values/opcodes.js';
import { type LuaString, stringKey } from '../values/string.js';
import { NIL } from '../values/tags.js';
import type { Value } from '../values/value.js';
import * as calls from './call-support.js';
import type { Code } from './kept-code.js';
import { at, reads } from './operands.js';
import { isDirect, PREPAID } from './pieces.js';
import { Site } from './site.js';
import * as support from './support.js';
import * as tables from './table-support.js';
import { turn } from './turn.js';
import { type Direct, isFunction, type Unit, Unstructured } from './unit.js';
import { registersOf, writeUnit } from './write-unit.js';
import type { Writer } from './writer.js';

/* Everything that compiled code can reach but for its arguments. */
const HELPERS = Object.entries({
  S: exchange,
  op: support.op,
  performAt: support.performAt,
  result: support.result,
  reckon: support.reckon,
  turn,
  compare: support.compare,
  isSame: support.isSame,
  compareStrings,
  step: support.step,
  countRounds: countExactRounds,
  put: support.put,
  renew: support.renew,
  shortText,
  newShort,
  claimFrame,
  settle,
  wantsOne,
  replace: calls.replace,
  call: calls.call,
  callWith: calls.callWith,
  tailCall: calls.tailCall,
  first: calls.first,
  fill: calls.fill,
  giveBack: calls.giveBack,
  get: tables.get,
  getAt: tables.getAt,
  getMethod: tables.getMethod,
  set: tables.set,
  setAt: tables.setAt,
  makeTable: tables.makeTable,
  getLength,
  number: tables.number,
  walk,
  tagAmong,
  and,
  or,
  xor,
  shiftLeft,
  shiftRight,
  floorDivide,
  floatModulo,
  power,
  floor: Math.floor,
});

type Make = (...given: readonly unknown[]) => readonly [Compiled, Direct | undefined];

const declare = (names: readonly string[]): string => (names.length === 0 ? '' : `let ${names.join(',')};`);

/* The text of a unit, with the ways out around it; `registers` are those that it has as variables. */
const withExits = (w: Writer, registers: readonly number[]): string => {
  const exits = [...w.exits].sort((a, b) => b - a);
  let { text } = w;
  exits.forEach((end, n) => {
    const next = exits[n + 1] ?? 0;
    w.text = '';
    w.spill(registers.filter((register) => register >= next && register < end));
    text = `X${end}:{${text}}${w.text}`;
  });
  const leave = 'S.tag=-1;return;';
  // What is thrown is caught by others, and what led to it is to be charged for all the same.
  return w.charges.hasLoops ? `try{${text}B.left-=u;${leave}}catch(e){${w.charges.payThrown()}throw e}` : text + leave;
};

/* What is at hand throughout, as far as it is used. A `var` costs nothing until it is set. */
const PROLOGUE = (w: Writer, body: string): string => {
  const known = [
    ...(w.keepsStack || /\bL\b/.test(body) ? ['L=F.thread'] : []),
    ...(w.keepsStack ? ['s=L.stack'] : []),
    ...(/\bU\b/.test(body) ? ['U=N.first'] : []),
    ...(/\bO\b/.test(body) ? ['O=N.others'] : []),
  ];
  return `${known.length === 0 ? '' : `const ${known.join(',')};`}var o,p,q,g,c,x,y,z${w.charges.hasLoops ? ',j=0,k=0,u=0' : ''};`;
};

const declarePositions = ({ positions }: Writer): string =>
  declare(Array.from({ length: positions }, (_, n) => `h${n}=0`));

/* Arguments that its caller did not give are nil. Default values would take three times as much code. */
const fillAbsent = (params: readonly number[]): string =>
  params.reduce((text, n) => `if(v${n}===undefined){t${n}=${NIL};v${n}=null;${text}}`, '');

/*
 * A function takes its parameters as arguments, and its entry takes them from the stack; a loop takes what it needs.
 * One that calls itself gives all arguments: what others do not give is seen to before.
 */
const assembleFunction = (w: Writer, used: readonly number[], body: string): string => {
  const { parameters, registers } = w.proto;
  const params = Array.from({ length: parameters }, (_, n) => n);
  const given = params.map((n) => `,t${n},v${n}`).join('');
  const inner = used.filter((register) => register >= parameters);
  const shared = params.filter((register) => w.shared.has(register));
  return [
    `const f=(function(B,F,N,b,d${given}){`,
    w.callsItself ? '' : fillAbsent(params),
    PROLOGUE(w, body),
    declarePositions(w),
    declare(inner.map((register) => `t${register}=0,v${register}=null`)),
    // Closures share what is on the stack.
    w.shared.size === 0 ? '' : `if(s[b+${registers - 1}]===undefined)settle(F);`,
    ...shared.map((n) => `p=s[b+${n}];p.type=t${n};p.value=v${n};`),
    // The brackets have it compiled at once: it will run now.
    `${body}}),D=${w.callsItself ? `(function(B,F,N,b,d${given}){${fillAbsent(params)}return f(B,F,N,b,d${given})})` : 'f'}`,
    ',E=(function(B,F,N,b,d){',
    `if((B.left-=${isDirect(w.unit) ? PREPAID : 0})<w&&(w>>=1,!turn(F,0))){S.tag=-1;return}`,
    'const s=F.thread.stack;return f(B,F,N,b,d',
    ...params.map((n) => `,s[b+${n}].type,s[b+${n}].value`),
    ')});',
  ].join('');
};

const assembleLoop = (w: Writer, used: readonly number[], body: string): string => {
  const needed = new Set(w.live.before(w.unit.entry));
  const names = used.map((n) =>
    needed.has(n) ? `t${n}=s[b+${n}].type|0,v${n}=s[b+${n}].value` : `t${n}=0,v${n}=null`,
  );
  const numbers = findReckoned(w.unit).filter((n) => needed.has(n) && used.includes(n));
  return [
    `const E=(function(B,F,N,b,d){${PROLOGUE(w, body)}${declarePositions(w)}${declare(names)}`,
    // What an engine knows to be a number at the beginning of a loop it keeps as one throughout.
    ...numbers.map((n) => `if(typeof v${n}==='number')v${n}-=0;else settle(F);`),
    `${body}});`,
  ].join('');
};

/* Registers that a loop reckons with, its own among them. */
const findReckoned = ({ proto, start, end }: Unit): readonly number[] => {
  const reckoned = new Set<number>();
  for (let pc = start; pc < end; pc++) {
    const { opcode } = at(proto, pc);
    if (RECKONS.has(opcode) || isArithmetic(opcode)) for (const register of reads(proto, pc)) reckoned.add(register);
  }
  return [...reckoned];
};

const RECKONS: ReadonlySet<number> = new Set([OP.LT, OP.LE, OP.FORLOOP]);

/*
 * An engine that optimises code before it has ever looked whether the run may go on drops it when it does: so that is
 * done at every opportunity first. Halving soon makes it a zero.
 */
const eagerness = ({ turns }: Writer): string => {
  const names = [...turns].map((pc) => `w${pc}=1e9`);
  return `var ${['w=1e9', ...names].join(',')};`;
};

/* A function that makes the code of a unit, by its parameters and its body, and what it is to be given. */
interface Recipe {
  readonly names: readonly string[];
  readonly given: readonly unknown[];
  readonly text: string;
}

/*
 * Whatever code refers to is a parameter of what makes it: unlike a `const`, it is known to be there, so the engine
 * need not look at each use.
 */
const assemble = (unit: Unit): Recipe => {
  const w = writeUnit(unit);
  const isWhole = isFunction(unit);
  const used = registersOf(w);
  const unitText = withExits(w, used);
  const body = isWhole ? assembleFunction(w, used, unitText) : assembleLoop(w, used, unitText);
  const { constants } = unit.proto;
  const given = new Map<string, unknown>(HELPERS);
  for (const index of w.texts) given.set(`K${index}`, keyOf(constants[index] as Value));
  for (const index of w.values) given.set(`V${index}`, (constants[index] as Value).value);
  w.layouts.forEach((layout, n) => given.set(`J${n}`, layout));
  w.sites.forEach(({ pc, key }, n) => given.set(`Q${n}`, new Site(pc, keyOf(constants[key] as Value))));
  return {
    names: [...given.keys()],
    given: [...given.values()],
    text: `"use strict";${eagerness(w)}${body}return[E,${isDirect(unit) ? 'D' : 'undefined'}]`,
  };
};

const keyOf = ({ value }: Value): string => stringKey(value as LuaString);

/* Characters of a text; the engine would not optimise what is longer. */
const MOST_TEXT = 150_000;

let isRefused = false;

/**
 * Makes code of a unit; null where code may not be made from text.
 * @throws Unstructured if it cannot be written.
 */
export const makeCode = (unit: Unit): Code | null => {
  if (isRefused) return null;
  const { names, given, text } = assemble(unit);
  if (text.length > MOST_TEXT) throw new Unstructured();
  const make = evaluate(names, text);
  if (make === undefined) return null;
  const [entry, direct] = make(...given);
  return { entry, direct, size: text.length };
};

const evaluate = (names: readonly string[], text: string): Make | undefined => {
  try {
    // It is made of numbers and the words of this folder; nothing in it comes from a script.
    // oxlint-disable-next-line typescript/no-implied-eval
    return new Function(...names, text) as Make;
  } catch (error) {
    if (error instanceof SyntaxError) throw error;
    isRefused = true;
    return undefined;
  }
};
