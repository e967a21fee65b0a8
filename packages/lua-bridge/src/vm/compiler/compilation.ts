import type { Budget } from '../../meter/budget.js';
import { BYTES } from '../state/census.js';
import { SourceFunction, SourceTable, SourceValue } from './parts.js';
import type { SourceReader } from './source-reader.js';

/** The compiler found a fault; its message has one character per byte. */
export class SyntaxFault extends Error {
  override readonly name = 'SyntaxFault';
}

/** One compilation: what fengari's compiler takes for the state of a machine. */
export class Compilation {
  /** Functions begun so far. */
  readonly functions: SourceFunction[] = [];
  readonly stack: SourceValue[] = [];
  /** What reads the source, once it has begun. */
  reader: SourceReader | undefined = undefined;
  top = 0;
  /** What it has seen in the source: strings, and which constants are there. */
  readonly seen: SourceTable;

  /** @param nCcalls How deep calls are nested already; the compiler goes on counting. */
  constructor(
    readonly budget: Budget,
    public nCcalls: number,
  ) {
    this.seen = new SourceTable(budget);
  }

  /** Bytes of what it holds. */
  get bytes(): number {
    let bytes = this.seen.bytes;
    for (const { code } of this.functions) bytes += code.length * BYTES.instruction + BYTES.proto;
    return bytes;
  }

  /** Begins a function. */
  addFunction(): SourceFunction {
    const added = new SourceFunction();
    this.functions.push(added);
    return added;
  }

  /** Makes room for a value on its stack. */
  push(): void {
    this.stack[this.top++] = new SourceValue(0, null);
  }

  /** Ends it with a message, which has one character per byte. */
  fail(message: string): never {
    this.budget.allocateString(message.length);
    throw new SyntaxFault(message);
  }
}
