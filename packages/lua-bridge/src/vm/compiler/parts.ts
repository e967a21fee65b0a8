import type { Budget } from '../../meter/budget.js';
import { BYTES } from '../state/census.js';
import type { Instruction } from '../values/function.js';
import { type LuaString, sliceText, stringKey } from '../values/string.js';
import { FLOAT, INTEGER, STRING } from '../values/tags.js';
import { tokenOf } from './tokens.js';

/*
 * The objects that fengari's compiler builds its result of, under its own names for them. `translate.ts` makes the
 * machine's own of them.
 */

/** A string, a name or a word; equal ones of a text are one. */
export class SourceString {
  /** The number that it has among the constants of a function, as far as the compiler knows. */
  place: SourceValue | undefined = undefined;
  readonly key: string;
  /** What it is where it stands as a word. */
  readonly token: number;

  constructor(readonly made: LuaString) {
    this.key = stringKey(made);
    this.token = tokenOf(this.key);
  }

  getstr(): string {
    return this.key;
  }
}

/** A value: a constant, or a key of the table in which the compiler looks up what it has seen. */
export class SourceValue {
  constructor(
    public type: number,
    public value: unknown,
  ) {}

  ttype(): number {
    return this.type;
  }

  ttisinteger(): boolean {
    return this.type === INTEGER;
  }

  ttisfloat(): boolean {
    return this.type === FLOAT;
  }

  tsvalue(): unknown {
    return this.value;
  }

  setclLvalue(value: unknown): void {
    this.value = value;
  }

  sethvalue(value: unknown): void {
    this.value = value;
  }
}

/** A local variable. */
export class SourceLocal {
  varname: SourceString | null = null;
  startpc = 0;
  endpc = 0;
}

/** A function. */
export class SourceFunction {
  readonly k: SourceValue[] = [];
  readonly p: SourceFunction[] = [];
  readonly code: Instruction[] = [];
  readonly lineinfo: number[] = [];
  readonly upvalues: { name: SourceString | null; instack: boolean; idx: number }[] = [];
  readonly locvars: SourceLocal[] = [];
  numparams = 0;
  is_vararg = false;
  maxstacksize = 0;
  linedefined = 0;
  lastlinedefined = 0;
  source: SourceString | null = null;
}

const ENTRY_BYTES = 200;

/** The table in which the compiler looks up what it has seen. */
export class SourceTable {
  /** Bytes of what it holds. */
  bytes = 0;
  readonly #strings = new Map<string, SourceString>();
  /* Numbers that constants other than strings have, by their values. */
  readonly #places = new Map<unknown, SourceValue>();

  constructor(private readonly budget: Budget) {}

  /** The string that is a piece of a text. */
  intern(text: string, from: number, to: number): SourceString {
    const piece = text.slice(from, to);
    const known = this.#strings.get(piece);
    if (known !== undefined) return known;
    this.#charge(BYTES.string + piece.length);
    const made = new SourceString(sliceText(text, from, to));
    this.#strings.set(made.key, made);
    return made;
  }

  /** What a key was set to. */
  get({ type, value }: SourceValue): SourceValue | undefined {
    return type === STRING ? (value as SourceString).place : this.#places.get(value);
  }

  /** Sets a key. */
  set({ type, value }: SourceValue, place: SourceValue): void {
    if (type === STRING) (value as SourceString).place = place;
    else {
      if (!this.#places.has(value)) this.#charge(0);
      this.#places.set(value, place);
    }
  }

  #charge(bytes: number): void {
    this.budget.allocate(ENTRY_BYTES);
    this.bytes += ENTRY_BYTES + bytes;
  }
}
