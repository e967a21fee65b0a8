import type { Prototype } from '../values/function.js';
import { type LuaString, stringKey } from '../values/string.js';
import { STRING } from '../values/tags.js';
import type { Value } from '../values/value.js';
import { localsBehind } from './liveness.js';
import type { Unit } from './unit.js';

/** A unit as nothing but its equals are described: whatever its code depends on, but for how keys were found. */
export const describeUnit = (unit: Unit): string => {
  const { proto, start, end, entry } = unit;
  return [
    [start, end, entry, proto.parameters, Number(proto.isVararg), proto.registers, localsBehind(unit)].join(),
    // What is next to it says whether its first and last belong to others.
    proto.code
      .slice(Math.max(0, start - 1), end + 1)
      .map(({ opcode, A, B, C, Bx, Ax }) => [opcode, A, B, C, Bx, Ax].join())
      .join(';'),
    proto.inner.map(describeUpvalues).join(';'),
    proto.constants.map(describeConstant).join(''),
  ].join('\n');
};

const describeUpvalues = ({ upvalues }: Prototype): string =>
  upvalues.map(({ inRegister, index }) => (inRegister ? index : '')).join();

const describeConstant = ({ type, value }: Value): string => {
  const text = type === STRING ? stringKey(value as LuaString) : Object.is(value, -0) ? '-0' : String(value);
  return `${type},${text.length},${text}`;
};
