import { ensureStack } from '../../vm/calls/stack.js';
import { checkString, optInteger } from '../../vm/native/arguments.js';
import { pushFloat, pushInteger } from '../../vm/native/frame.js';
import type { Library } from '../../vm/native/library.js';
import { raise, raiseArgument } from '../../vm/native/raise.js';
import type { LuaState } from '../../vm/state/lua-state.js';
import { wrapInteger } from '../../vm/values/arithmetic.js';
import { pushSlice } from './find.js';
import { countPadding, type PackItem, readPackFormat } from './pack-format.js';

const SLOT_BYTES = 50;

const readInteger = (L: LuaState, bytes: Uint8Array, { kind, size, little }: PackItem): number | bigint => {
  let value = 0n;
  for (let i = size - 1; i >= 0; i--) value = (value << 8n) | BigInt(bytes[little ? i : size - 1 - i] as number);
  const signed = kind === 'signed' ? BigInt.asIntN(size * 8, value) : value;
  if (size > 8 && BigInt.asIntN(64, signed) !== signed && BigInt.asUintN(64, signed) !== signed) {
    return raise(L, `${size}-byte integer does not fit into Lua Integer`);
  }
  return wrapInteger(signed);
};

const unpack = (L: LuaState): number => {
  const format = readPackFormat(L);
  const data = checkString(L, 2);
  const init = optInteger(L, 3, 1);
  let at = (init > 0 ? init : init < 0 ? data.length + init + 1 : 0) - 1;
  if (at < 0 || at > data.length) return raiseArgument(L, 3, 'initial position out of string');
  const { budget } = L.runtime;
  let count = 0;
  while (!format.done) {
    const item = format.next();
    at += countPadding(item.align, at);
    if (at + item.size > data.length) return raiseArgument(L, 2, 'data string too short');
    budget.spend(2);
    budget.allocate(SLOT_BYTES);
    ensureStack(L, 3);
    const end = readItem(L, data, at, item);
    if (end !== undefined) count++;
    at = end ?? at + item.size;
  }
  return pushInteger(L, at + 1) + count;
};

/* Pushes one value and gives the index after it; undefined if the item has no value. */
const readItem = (L: LuaState, data: Uint8Array, at: number, item: PackItem): number | undefined => {
  const end = at + item.size;
  switch (item.kind) {
    case 'none':
    case 'pad':
      return undefined;
    case 'float': {
      const view = new DataView(data.buffer, data.byteOffset + at, item.size);
      pushFloat(L, item.size === 4 ? view.getFloat32(0, item.little) : view.getFloat64(0, item.little));
      return end;
    }
    case 'fixed':
      pushSlice(L, data, at, end);
      return end;
    case 'zero': {
      const found = data.indexOf(0, at);
      // Lua's strings end with a zero that does not count, and it stops there.
      const zero = found < 0 ? data.length : found;
      pushSlice(L, data, at, zero);
      return zero + 1;
    }
    case 'prefixed': {
      const length = Number(readInteger(L, data.subarray(at, end), { ...item, kind: 'unsigned' }));
      if (length < 0 || end + length > data.length) return raiseArgument(L, 2, 'data string too short');
      pushSlice(L, data, end, end + length);
      return end + length;
    }
    default:
      pushInteger(L, readInteger(L, data.subarray(at, end), item));
      return end;
  }
};

/** `string.unpack`. */
export const unpackFunctions: Library = { unpack };
