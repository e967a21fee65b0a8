import type { Budget } from '../../meter/budget.js';
import { BYTES } from '../state/census.js';
import { FLOAT, INTEGER } from '../values/tags.js';

/*
 * The objects that fengari's compiler builds its result of, under its own names for them. `translate.ts` makes the
 * machine's own of them.
 */

/** A string. */
export class SourceString {
  constructor(
    readonly bytes: Uint8Array,
    readonly key: string,
  ) {}

  getstr(): Uint8Array {
    return this.bytes;
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

/** An instruction. */
export interface SourceInstruction {
  readonly opcode: number;
  readonly A: number;
  readonly B: number;
  readonly C: number;
  readonly Bx: number;
  readonly Ax: number;
  readonly sBx: number;
}

/** A function. */
export class SourceFunction {
  readonly k: SourceValue[] = [];
  readonly p: SourceFunction[] = [];
  readonly code: SourceInstruction[] = [];
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
  readonly strong = new Map<unknown, { readonly key: SourceValue; readonly value: SourceValue }>();
  /** Bytes of what it holds. */
  bytes = 0;

  constructor(private readonly budget: Budget) {}

  /** Sets a key, given as what it is filed under as well. */
  set(filed: unknown, key: SourceValue, { type, value }: SourceValue): void {
    const place = this.strong.get(filed)?.value;
    if (place !== undefined) {
      place.type = type;
      place.value = value;
      return;
    }
    this.budget.allocate(ENTRY_BYTES);
    this.bytes += ENTRY_BYTES + (typeof filed === 'string' ? BYTES.string + filed.length : 0);
    this.strong.set(filed, { key, value: new SourceValue(type, value) });
  }
}
