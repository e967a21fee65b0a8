import type { Budget } from '../../meter/budget.js';
import { BYTES } from '../state/census.js';
import { bytesOfLatin1 } from '../values/string.js';
import { SourceFunction, SourceTable, SourceValue } from './parts.js';

/** The compiler found a fault; its message is that of the compilation. */
export class SyntaxFault extends Error {
  override readonly name = 'SyntaxFault';
}

/** One compilation: what fengari's compiler takes for the state of a machine. */
export class Compilation {
  /** The message made last; when a fault is raised, that of the fault. */
  message: Uint8Array = new Uint8Array();
  /** Functions begun so far. */
  readonly functions: SourceFunction[] = [];
  readonly stack: SourceValue[] = [];
  /** Bytes of the source that the compiler was given so far. */
  delivered = 0;
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

  /** Makes a message; it has one character per byte. */
  say(text: string): Uint8Array {
    this.message = bytesOfLatin1(text);
    return this.message;
  }

  /** Ends it with the last message. */
  fail(): never {
    this.budget.allocateString(this.message.length);
    throw new SyntaxFault();
  }
}
