import { IS_FRESH, openSlots } from '../calls/frames.js';
import type { Frame, LuaState } from '../state/lua-state.js';
import { ALL_RESULTS } from '../state/status.js';
import type { Tier } from '../state/tier.js';
import { type LuaFunction, NEVER, type Prototype } from '../values/function.js';
import { OP } from '../values/opcodes.js';
import { assemble, type Code, evaluate, type Factory, instantiate } from './assemble.js';
import { Exchange } from './exchange.js';
import { at, destination } from './operands.js';
import { findLoops } from './scopes.js';
import { deliver } from './support.js';
import { type Entry, type Unit, Unstructured } from './unit.js';
import { DEEPEST } from './write-calls.js';

/** When code is compiled: once it is hot, or, for tests, at once. */
export type Eagerness = 'auto' | 'always';

/* Calls from native functions that may nest around compiled code. */
const MOST_NESTING = 16;
/* Instructions of a unit, characters of its text, and of all text of a state. */
const MOST_INSTRUCTIONS = 800;
const MOST_TEXT = 150_000;
const MOST_TEXTS = 1_500_000;
/* A unit is worth compiling after so many instructions for each of its own. */
const ROUNDS = 15;
/* What is held for each character of text, in bytes. */
const CHARACTER_BYTES = 8;

/** How far a unit is: instructions until it is compiled, then its code; null if it cannot be. */
interface Progress {
  left: number;
  code: Code | null | undefined;
}

/* What was made of code that several states share: prepared scripts above all. */
const factories = new WeakMap<Prototype['code'], Map<number, Factory | null>>();

/** Compiles what is hot in one state, and enters it. */
export class JavaScriptTier implements Tier {
  readonly #exchange = new Exchange();
  readonly #progress = new Map<Prototype, Map<number, Progress>>();
  bytes = 0;
  #texts = 0;

  constructor(private readonly eagerness: Eagerness) {}

  noteCount(): void {
    if (this.#exchange.active > 0) this.#exchange.isUncounted = true;
  }

  prepare(proto: Prototype): void {
    if (this.eagerness === 'auto') return;
    proto.patience = 0;
    for (const inner of proto.inner) this.prepare(inner);
  }

  begin(L: LuaState, frame: Frame): Frame | null {
    const entry = this.find(L, frame, 0);
    return entry === undefined ? frame : this.#enter(L, frame, entry);
  }

  find(L: LuaState, frame: Frame, depth: number): Entry | undefined {
    if (depth >= DEEPEST || !this.#mayEnter(L)) return undefined;
    const { proto } = frame.callee.value as LuaFunction;
    return this.#get(L, proto, 0, proto.code.length, () => ({ proto, start: 0, end: proto.code.length, entry: 0 }));
  }

  round(L: LuaState, frame: Frame, pc: number): Frame | null | undefined {
    if (!this.#mayEnter(L)) return undefined;
    const { proto } = frame.callee.value as LuaFunction;
    const entry = this.#get(L, proto, pc + 1, lengthOfLoop(proto, pc), () => unitOfLoop(proto, pc));
    return entry === undefined ? undefined : this.#enter(L, frame, entry);
  }

  #mayEnter(L: LuaState): boolean {
    return L.nesting <= MOST_NESTING && !this.#exchange.isUncounted;
  }

  /* The code of a unit, made when it has become hot; `id` is 0 for a function, else the place of its loop and one. */
  #get(L: LuaState, proto: Prototype, id: number, length: number, unit: () => Unit | undefined): Entry | undefined {
    let units = this.#progress.get(proto);
    if (units === undefined) this.#progress.set(proto, (units = new Map<number, Progress>()));
    let progress = units.get(id);
    if (progress === undefined) {
      const left = this.eagerness === 'always' ? 0 : ROUNDS * length;
      units.set(id, (progress = { left, code: undefined }));
    }
    if (progress.code !== undefined) return progress.code?.entry;
    if (progress.left > 0 && (progress.left -= id === 0 ? CALL_WEIGHT : length) > 0) return undefined;
    progress.code = this.#compile(L, unit(), id);
    if (id !== 0) return progress.code?.entry;
    if (progress.code === null) proto.patience = NEVER;
    else proto.direct = progress.code.direct;
    return progress.code?.entry;
  }

  #compile(L: LuaState, unit: Unit | undefined, id: number): Code | null {
    if (unit === undefined || unit.end - unit.start > MOST_INSTRUCTIONS || this.#texts > MOST_TEXTS) return null;
    const { proto } = unit;
    let made = factories.get(proto.code);
    if (made === undefined) factories.set(proto.code, (made = new Map<number, Factory | null>()));
    let factory = made.get(id);
    if (factory === undefined) made.set(id, (factory = this.#translate(unit)));
    if (factory === null) return null;
    const { budget } = L.runtime;
    this.#texts += factory.size;
    this.bytes += factory.size * CHARACTER_BYTES;
    budget.allocate(factory.size * CHARACTER_BYTES);
    budget.spend(factory.size >> 4);
    return instantiate(factory, proto, this.#exchange);
  }

  #translate(unit: Unit): Factory | null {
    try {
      const text = assemble(unit);
      return text.length > MOST_TEXT ? null : (evaluate(text) ?? null);
    } catch (error) {
      if (error instanceof Unstructured) return null;
      throw error;
    }
  }

  /* Runs compiled code; gives the call with which the interpreter goes on. */
  #enter(L: LuaState, frame: Frame, entry: Entry): Frame | null {
    const S = this.#exchange;
    L.runtime.budget.tier = 'compiled';
    let value: unknown;
    S.active++;
    try {
      value = entry(L, frame, frame.callee.value as LuaFunction, frame.base, 0);
    } finally {
      S.active--;
    }
    if (S.tag === -1) return this.#leave(L);
    deliver(S, L, frame, value);
    if ((frame.flags & IS_FRESH) !== 0) return null;
    if (frame.wanted !== ALL_RESULTS) openSlots(L, L.frame.top);
    return L.frame;
  }

  /* All registers are on the stack now. */
  #leave(L: LuaState): Frame {
    const S = this.#exchange;
    const { thrown } = S;
    S.thrown = undefined;
    if (thrown !== undefined) throw thrown as Error;
    if (S.isUncounted && S.active === 0) {
      S.isUncounted = false;
      L.runtime.budget.recount();
    }
    return L.frame;
  }
}

/* What a call weighs, in instructions. */
const CALL_WEIGHT = 20;

const lengthOfLoop = (proto: Prototype, pc: number): number => {
  const { opcode, sBx } = at(proto, opcodeOfRound(proto, pc));
  return opcode === OP.JMP || opcode === OP.FORLOOP || opcode === OP.TFORLOOP ? Math.max(1, -sBx) : 1;
};

const opcodeOfRound = (proto: Prototype, pc: number): number => (at(proto, pc).opcode === OP.TFORCALL ? pc + 1 : pc);

/* The loop whose next round the instruction at `pc` begins or jumps to. */
const unitOfLoop = (proto: Prototype, pc: number): Unit | undefined => {
  const whole = { proto, start: 0, end: proto.code.length };
  const step = at(proto, pc).opcode === OP.JMP ? destination(proto, pc) : pc;
  const loop = findLoops(whole).find((candidate) => candidate.step === step);
  return loop === undefined ? undefined : { proto, start: loop.start, end: loop.end, entry: loop.step };
};
