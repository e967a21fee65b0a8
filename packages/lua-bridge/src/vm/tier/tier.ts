import { IS_FRESH, openSlots } from '../calls/frames.js';
import { MOST_SLOTS } from '../calls/slots.js';
import { exchange } from '../state/exchange.js';
import type { Frame, LuaState } from '../state/lua-state.js';
import { ALL_RESULTS } from '../state/status.js';
import type { Compiled, Tier } from '../state/tier.js';
import { CALL_WEIGHT, type LuaFunction, NEVER, PATIENCE, type Prototype } from '../values/function.js';
import type { Layouts } from '../values/layout.js';
import { makeCode } from './assemble.js';
import { deliver } from './call-support.js';
import { callForAnswer, endAbove } from './call-with-two.js';
import type { Experience } from './experience.js';
import { type Code, isWarm, keepCode, takeCode } from './kept-code.js';
import { findLoop, lengthOfLoop } from './scopes.js';
import { DEEPEST, MOST_NESTING, type Unit, Unstructured, weightAt } from './unit.js';

/** When code is compiled: once it is hot, or, for tests, at once, or so soon that loops are entered in their midst. */
export type Eagerness = 'auto' | 'soon' | 'always';

/* Instructions of a unit, and characters of all text that is made for a state: at most a quarter of its memory. */
const MOST_INSTRUCTIONS = 800;
const MOST_TEXTS = 1_500_000;
/*
 * Nothing is compiled before patience has been lost so often: a script that ends soon is faster interpreted. What has
 * run for long will go on for long, so a unit is then worth compiling after so many instructions, and
 * so many more for each of its own.
 */
const MOST_ASKED = 25;
const LEAST = 300;
const ROUNDS = 5;
/* The patience of what is compiled soon: some rounds of a small loop, or a call. */
const SOON = 25;
/*
 * Slots of a stack beyond which no compiled code is entered. It does not look whether there is room where it calls: the
 * calls that may nest by then take fewer than are left.
 */
const LAST_ENTRY = MOST_SLOTS - (MOST_NESTING + 2) * (DEEPEST + 16) * 16;
/* What is held for each character of text, in bytes. */
const CHARACTER_BYTES = 8;

/** How far a unit is: instructions until it is compiled, then its code; null if it cannot be. */
interface Progress {
  left: number;
  code: Code | null | undefined;
}

/** Compiles what is hot in one state, and enters it. */
export class JavaScriptTier implements Tier {
  readonly layouts: Layouts;
  bytes = 0;
  isUncounted = false;
  /** Calls of compiled code by the interpreter that have not ended. */
  #active = 0;
  #texts = 0;
  /** How often a function has lost its patience. */
  #asked = 0;
  readonly #progress = new WeakMap<Prototype, Map<number, Progress>>();

  constructor(
    private readonly eagerness: Eagerness,
    private readonly experience: Experience,
  ) {
    experience.tidy();
    this.layouts = experience.layouts;
  }

  noteCount(): void {
    if (this.#active > 0) this.isUncounted = true;
  }

  prepare(chunk: Prototype): void {
    if (this.eagerness === 'auto' && !isWarm(chunk)) return;
    this.#asked = MOST_ASKED;
    lose(chunk, this.eagerness === 'soon' ? SOON : 0);
  }

  begin(L: LuaState, frame: Frame): Frame | null {
    const depth = beginning(L);
    const compiled = this.find(L, frame, depth);
    return compiled === undefined ? frame : this.#enter(L, frame, compiled, depth);
  }

  find(L: LuaState, { callee }: Frame, depth: number): Compiled | undefined {
    if (depth >= DEEPEST || !this.#mayEnter(L)) return undefined;
    const { proto } = callee.value as LuaFunction;
    if (proto.compiled !== undefined) return proto.compiled as Compiled;
    if (!this.#isDue(proto)) return undefined;
    const code = this.#warm(L, proto, 0, CALL_WEIGHT, proto.code.length, findFunction);
    if (code === null) proto.patience = NEVER;
    proto.direct = code?.direct;
    proto.compiled = code?.entry;
    return code?.entry;
  }

  round(L: LuaState, frame: Frame, pc: number): Frame | null | undefined {
    if (!this.#mayEnter(L)) return undefined;
    const { proto } = frame.callee.value as LuaFunction;
    if (!this.#isDue(proto)) return undefined;
    const length = lengthOfLoop(proto, pc);
    const code = this.#warm(L, proto, pc + 1, length, length, findLoop);
    return code === undefined || code === null ? undefined : this.#enter(L, frame, code.entry, beginning(L));
  }

  hold(L: LuaState, own: LuaFunction): boolean {
    if (own.proto.direct === undefined || !this.#mayEnter(L)) return false;
    this.#active++;
    return true;
  }

  ask(L: LuaState, own: LuaFunction, tag: number, value: unknown, tag2: number, value2: unknown): boolean | null {
    return callForAnswer(L, own, tag, value, tag2, value2);
  }

  release(): void {
    this.#active--;
  }

  endLeft(L: LuaState, native: Frame): void {
    this.#leave(L);
    endAbove(L, native);
  }

  #mayEnter(L: LuaState): boolean {
    this.#countAgain(L);
    return L.nesting <= MOST_NESTING && L.top < LAST_ENTRY && !this.isUncounted;
  }

  /* Whether a function is to be compiled if it is hot: the interpreter counts its calls and rounds until it is. */
  #isDue(proto: Prototype): boolean {
    if (proto.patience >= CALL_WEIGHT) return false;
    if (this.#asked < MOST_ASKED && !this.experience.wasHot) {
      this.#asked++;
      proto.patience = PATIENCE;
      return false;
    }
    proto.patience = 0;
    return true;
  }

  /* Once no compiled code is left on the JavaScript stack, all values can be seen. */
  #countAgain(L: LuaState): void {
    if (!this.isUncounted || this.#active > 0) return;
    this.isUncounted = false;
    L.runtime.budget.recount();
  }

  /*
   * The code of a unit, made once it is hot. Its number is 0 for a function, or one more than where its loop has its
   * next round; `used` instructions are what it takes now, `length` what it has.
   */
  #warm(
    L: LuaState,
    proto: Prototype,
    id: number,
    used: number,
    length: number,
    find: Finder,
  ): Code | null | undefined {
    let units = this.#progress.get(proto);
    if (units === undefined) this.#progress.set(proto, (units = new Map<number, Progress>()));
    let progress = units.get(id);
    if (progress === undefined) {
      const code = takeCode(proto, id);
      units.set(id, (progress = { left: this.eagerness === 'auto' ? LEAST + ROUNDS * length : 0, code }));
      if (code !== undefined && code !== null) this.#charge(L, code);
    }
    if (progress.code !== undefined || (progress.left > 0 && (progress.left -= used) > 0)) return progress.code;
    const unit = find(proto, id - 1);
    progress.code = unit === undefined ? null : this.#compile(L, unit);
    keepCode(proto, id, progress.code);
    if (progress.code !== null) {
      L.runtime.budget.spend(progress.code.size >> 4);
      this.#charge(L, progress.code);
    }
    return progress.code;
  }

  #compile(L: LuaState, unit: Unit): Code | null {
    const most = Math.min(MOST_TEXTS, L.runtime.budget.limits.memoryBytes / (4 * CHARACTER_BYTES));
    if (unit.end - unit.start > MOST_INSTRUCTIONS || this.#texts > most) return null;
    this.experience.wasHot = true;
    try {
      return makeCode(unit);
    } catch (error) {
      // A fault of the writer's is for tests to see; a script goes on in the interpreter.
      if (error instanceof Unstructured || this.eagerness === 'auto') return null;
      throw error;
    }
  }

  #charge(L: LuaState, { size }: Code): void {
    this.#texts += size;
    this.bytes += size * CHARACTER_BYTES;
    L.runtime.budget.allocate(size * CHARACTER_BYTES);
  }

  /* Runs compiled code; gives the call with which the interpreter goes on. */
  #enter(L: LuaState, frame: Frame, compiled: Compiled, depth: number): Frame | null {
    L.runtime.budget.tier = 'compiled';
    let value: unknown;
    this.#active++;
    try {
      value = compiled(L.runtime.budget, frame, frame.callee.value as LuaFunction, frame.base, depth);
    } finally {
      this.#active--;
    }
    if (exchange.tag === -1) return this.#leave(L);
    L.frame = frame.previous as Frame;
    deliver(L, frame, value);
    if ((frame.flags & IS_FRESH) !== 0) return null;
    if (frame.wanted !== ALL_RESULTS) openSlots(L, L.frame.top);
    return L.frame;
  }

  /* All registers are on the stack now. */
  #leave(L: LuaState): Frame {
    const { thrown } = exchange;
    exchange.thrown = undefined;
    if (thrown !== undefined) throw thrown as Error;
    this.#countAgain(L);
    return L.frame;
  }
}

/* Weight of what is below compiled code that the interpreter enters. */
const beginning = (L: LuaState): number => Math.max(exchange.depth, weightAt(L.nesting));

type Finder = (proto: Prototype, pc: number) => Unit | undefined;

const findFunction: Finder = (proto) => ({ proto, start: 0, end: proto.code.length, entry: 0 });

const lose = (proto: Prototype, patience: number): void => {
  proto.patience = patience;
  for (const inner of proto.inner) lose(inner, patience);
};
