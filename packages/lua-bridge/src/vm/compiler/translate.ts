import { type LocalVariable, PATIENCE, type Prototype, type UpvalueSource } from '../values/function.js';
import { STRING } from '../values/tags.js';
import { Value } from '../values/value.js';
import type { SourceFunction, SourceLocal, SourceString, SourceValue } from './parts.js';

/*
 * The compiler may keep its numbers as floats, whatever they are. Copied as they are, they would make floats of all
 * that is reckoned from them, above all of indices of the stack: so they are made small integers again.
 */

/** The machine's own form of a compiled function. */
export const translate = (from: SourceFunction, outer?: Prototype): Prototype => {
  const inner: Prototype[] = [];
  const made: Prototype = {
    code: from.code.slice(),
    constants: from.k.map(translateConstant),
    inner,
    upvalues: from.upvalues.map(translateUpvalue),
    locals: from.locvars.map(translateLocal),
    lines: from.lineinfo,
    parameters: from.numparams | 0,
    isVararg: from.is_vararg,
    registers: from.maxstacksize | 0,
    outer,
    line: from.linedefined | 0,
    lastLine: from.lastlinedefined | 0,
    source: (from.source as SourceString).made,
    patience: PATIENCE,
    compiled: undefined,
    direct: undefined,
    made: undefined,
    mark: 0,
  };
  for (const part of from.p) inner.push(translate(part, made));
  return made;
};

const translateConstant = ({ type, value }: SourceValue): Value =>
  new Value(type, type === STRING ? (value as SourceString).made : value);

const translateUpvalue = ({ name, instack, idx }: SourceFunction['upvalues'][number]): UpvalueSource => ({
  name: name?.made,
  inRegister: instack,
  index: idx | 0,
});

const translateLocal = ({ varname, startpc, endpc }: SourceLocal): LocalVariable => ({
  name: (varname as SourceString).made,
  start: startpc | 0,
  end: endpc | 0,
});
