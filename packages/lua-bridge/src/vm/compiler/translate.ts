import { Instruction, type LocalVariable, PATIENCE, type Prototype, type UpvalueSource } from '../values/function.js';
import { type LuaString, newText } from '../values/string.js';
import { STRING } from '../values/tags.js';
import { Value } from '../values/value.js';
import type { SourceFunction, SourceInstruction, SourceLocal, SourceString, SourceValue } from './parts.js';

/** The machine's own form of a compiled chunk. Equal strings in it are one. */
export const translate = (chunk: SourceFunction): Prototype => new Translation().translateFunction(chunk, undefined);

/*
 * The compiler keeps its numbers as floats, whatever they are; copied as they are, they would make floats of all that
 * is reckoned from them, above all of indices of the stack.
 */
const small = (number: number): number => number | 0;

const translateInstruction = ({ opcode, A, B, C, Bx, Ax, sBx }: SourceInstruction): Instruction =>
  new Instruction(opcode, A, B, C, Bx, Ax, sBx);

class Translation {
  private readonly strings = new Map<string, LuaString>();

  translateFunction(from: SourceFunction, outer: Prototype | undefined): Prototype {
    const inner: Prototype[] = [];
    const made: Prototype = {
      code: from.code.map(translateInstruction),
      constants: from.k.map((constant) => this.translateConstant(constant)),
      inner,
      upvalues: from.upvalues.map((upvalue) => this.translateUpvalue(upvalue)),
      locals: from.locvars.map((local) => this.translateLocal(local)),
      lines: from.lineinfo,
      parameters: small(from.numparams),
      isVararg: from.is_vararg,
      registers: small(from.maxstacksize),
      outer,
      line: small(from.linedefined),
      lastLine: small(from.lastlinedefined),
      source: this.translateString(from.source as SourceString),
      patience: PATIENCE,
      compiled: undefined,
      direct: undefined,
      made: undefined,
      mark: 0,
    };
    for (const part of from.p) inner.push(this.translateFunction(part, made));
    return made;
  }

  private translateConstant({ type, value }: SourceValue): Value {
    return new Value(type, type === STRING ? this.translateString(value as SourceString) : value);
  }

  private translateUpvalue({ name, instack, idx }: SourceFunction['upvalues'][number]): UpvalueSource {
    return { name: name === null ? undefined : this.translateString(name), inRegister: instack, index: small(idx) };
  }

  private translateLocal({ varname, startpc, endpc }: SourceLocal): LocalVariable {
    return { name: this.translateString(varname as SourceString), start: small(startpc), end: small(endpc) };
  }

  private translateString({ key }: SourceString): LuaString {
    let string = this.strings.get(key);
    if (string === undefined) {
      string = newText(key);
      this.strings.set(key, string);
    }
    return string;
  }
}
