import { getLength } from '../tables/table-access.js';
import { and, floatModulo, floorDivide, or, power, shiftLeft, shiftRight, xor } from '../values/arithmetic.js';
import type { Prototype } from '../values/function.js';
import { type LuaString, stringKey } from '../values/string.js';
import { assign, type Value } from '../values/value.js';
import type { Exchange } from './exchange.js';
import * as support from './support.js';
import * as tables from './table-support.js';
import type { Direct, Entry, Unit } from './unit.js';
import { registersOf, writeUnit } from './write-unit.js';
import type { Writer } from './writer.js';

/* Everything that compiled code can reach but for its arguments. */
const HELPERS = Object.freeze({
  op: support.op,
  turn: support.turn,
  compare: support.compare,
  isSame: support.isSame,
  step: support.step,
  put: assign,
  renew: support.renew,
  push: support.push,
  replace: support.replace,
  call: support.call,
  tailCall: support.tailCall,
  first: support.first,
  fill: support.fill,
  giveBack: support.giveBack,
  field: tables.field,
  member: tables.member,
  element: tables.element,
  setField: tables.setField,
  setElement: tables.setElement,
  makeTable: tables.makeTable,
  makeSite: tables.makeSite,
  getLength,
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

/** A unit as compiled code, and the text it was made of. */
export interface Code {
  readonly entry: Entry;
  /** Of a function that takes no `...`. */
  readonly direct: Direct | undefined;
}

/** What makes the code of a unit for one state. */
export interface Factory {
  readonly make: (
    helpers: typeof HELPERS,
    S: Exchange,
    k: readonly Value[],
    keys: readonly (string | undefined)[],
  ) => readonly [Entry, Direct | undefined];
  /** Characters of its text. */
  readonly size: number;
}

const declare = (names: readonly string[]): string => (names.length === 0 ? '' : `let ${names.join(',')};`);

const PROLOGUE = (registers: number): string =>
  `const s=L.stack,e=b+${registers},B=L.runtime.budget,U=N.upvalues;let p,q,g,c,x,y;`;

/* A function takes its parameters as arguments, and its entry takes them from the stack; a loop takes what it needs. */
const assembleFunction = (w: Writer, body: string): string => {
  const { parameters, registers } = w.proto;
  const params = Array.from({ length: parameters }, (_, n) => n);
  const inner = registersOf(w).filter((register) => register >= parameters);
  const shared = params.filter((register) => w.shared.has(register));
  return [
    `function f(L,F,N,b,d${params.map((n) => `,t${n}=0,v${n}=null`).join('')}){`,
    PROLOGUE(registers),
    declare(inner.map((register) => `t${register}=0,v${register}=null`)),
    ...shared.map((n) => `p=s[b+${n}];p.type=t${n};p.value=v${n};`),
    `${body}}`,
    'function E(L,F,N,b,d){const s=L.stack;return f(L,F,N,b,d',
    ...params.map((n) => `,s[b+${n}].type,s[b+${n}].value`),
    `)}return[E,${w.proto.isVararg ? 'undefined' : 'f'}]`,
  ].join('');
};

const assembleLoop = (w: Writer, body: string): string => {
  const needed = new Set(w.live.before(w.unit.entry));
  const used = registersOf(w);
  const names = used.map((n) => (needed.has(n) ? `t${n}=s[b+${n}].type,v${n}=s[b+${n}].value` : `t${n}=0,v${n}=null`));
  return `function E(L,F,N,b,d){${PROLOGUE(w.proto.registers)}${declare(names)}${body}}return[E]`;
};

/** The text of what makes the code of a unit. @throws Unstructured if it cannot be written. */
export const assemble = (unit: Unit): string => {
  const w = writeUnit(unit);
  const isFunction = unit.start === 0 && unit.end === unit.proto.code.length;
  const text = w.finish();
  const body = isFunction ? assembleFunction(w, text) : assembleLoop(w, text);
  const keys = [...w.strings].map((index) => `K${index}=keys[${index}]`);
  const sites = Array.from({ length: w.sites }, (_, n) => `Q${n}=makeSite()`);
  const names = Object.keys(HELPERS).filter((name) => body.includes(`${name}(`) || name === 'makeSite');
  return `"use strict";const ${[`{${names.join(',')}}=H`, ...keys, ...sites].join(',')};${body}`;
};

let isRefused = false;

/**
 * Makes JavaScript of a text; undefined where code may not be made from text.
 * @throws SyntaxError if the text is none.
 */
export const evaluate = (text: string): Factory | undefined => {
  if (isRefused) return undefined;
  try {
    // The text is made of numbers and the words of this folder; nothing in it comes from a script.
    const make = new Function('H', 'S', 'k', 'keys', text) as Factory['make'];
    return { make, size: text.length };
  } catch (error) {
    if (error instanceof SyntaxError) throw error;
    isRefused = true;
    return undefined;
  }
};

const keysOf = ({ constants }: Prototype): (string | undefined)[] =>
  constants.map(({ type, value }) => (type === 20 ? stringKey(value as LuaString) : undefined));

/** The code of a unit for one state. */
export const instantiate = ({ make }: Factory, proto: Prototype, exchange: Exchange): Code => {
  const [entry, direct] = make(HELPERS, exchange, proto.constants, keysOf(proto));
  return { entry, direct };
};
