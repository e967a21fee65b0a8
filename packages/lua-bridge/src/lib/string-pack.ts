import { pushBytes, pushFloat, pushInteger } from '../fengari/frame.js';
import { checkLuaInteger, checkNumber, checkString, optInteger } from '../fengari/arguments.js';
import { wrapInteger } from '../fengari/integer.js';
import { luaD_checkstack } from '../fengari/calls.js';
import { raise, raiseArgument } from '../fengari/raise.js';
import { latin1 } from '../fengari/string-hash.js';
import type { LuaState } from '../fengari/types.js';
import { ByteBuffer } from './byte-buffer.js';
import type { Library } from './library.js';
import { PackFormat, paddingTo, type PackItem } from './pack-format.js';
import { pushSlice } from './string-match.js';

const zeros = new Uint8Array(16);

const integerBytes = (value: bigint, size: number, little: boolean): Uint8Array => {
  const bytes = new Uint8Array(size);
  for (let i = 0, rest = value; i < size; i++, rest >>= 8n) bytes[little ? i : size - 1 - i] = Number(rest & 255n);
  return bytes;
};

const floatBytes = (value: number, size: number, little: boolean): Uint8Array => {
  const view = new DataView(new ArrayBuffer(size));
  if (size === 4) view.setFloat32(0, value, little);
  else view.setFloat64(0, value, little);
  return new Uint8Array(view.buffer);
};

const checkRange = (L: LuaState, value: bigint, { kind, size }: PackItem, n: number): void => {
  if (size >= 8) return;
  const bits = size * 8;
  const fits = kind === 'signed' ? BigInt.asIntN(bits, value) === value : BigInt.asUintN(bits, value) === value;
  if (!fits) raiseArgument(L, n, kind === 'signed' ? 'integer overflow' : 'unsigned overflow');
};

const addItem = (L: LuaState, buffer: ByteBuffer, item: PackItem, n: number): void => {
  const { kind, size, little } = item;
  if (kind === 'signed' || kind === 'unsigned') {
    const value = BigInt(checkLuaInteger(L, n));
    checkRange(L, value, item, n);
    buffer.add(integerBytes(value, size, little));
  } else if (kind === 'float') buffer.add(floatBytes(checkNumber(L, n), size, little));
  else addString(L, buffer, item, n);
};

const addString = (L: LuaState, buffer: ByteBuffer, { kind, size, little }: PackItem, n: number): void => {
  const text = checkString(L, n);
  if (kind === 'fixed') {
    if (text.length > size) raiseArgument(L, n, 'string longer than given size');
    if (size > L.l_G.runtime.budget.limits.stringBytes) L.l_G.runtime.budget.allocateString(size);
    buffer.add(text);
    buffer.add(new Uint8Array(size - text.length));
  } else if (kind === 'zero') {
    if (text.includes(0)) raiseArgument(L, n, 'string contains zeros');
    buffer.add(text);
    buffer.addByte(0);
  } else {
    if (size < 4 && text.length >= 2 ** (8 * size)) raiseArgument(L, n, 'string length does not fit in given size');
    buffer.add(integerBytes(BigInt(text.length), size, little));
    buffer.add(text);
  }
};

const pack = (L: LuaState): number => {
  const format = new PackFormat(L, latin1(checkString(L, 1)));
  const buffer = new ByteBuffer(L.l_G.runtime.budget);
  for (let n = 1; !format.done; ) {
    const item = format.next();
    buffer.add(zeros, 0, paddingTo(item.align, buffer.length));
    if (item.kind === 'pad') buffer.addByte(0);
    else if (item.kind !== 'none') addItem(L, buffer, item, ++n);
    L.l_G.runtime.budget.spend(2);
  }
  return pushBytes(L, buffer.take());
};

const packsize = (L: LuaState): number => {
  const format = new PackFormat(L, latin1(checkString(L, 1)));
  let total = 0;
  while (!format.done) {
    const { kind, size, align } = format.next();
    if (kind === 'prefixed' || kind === 'zero') return raiseArgument(L, 1, 'variable-length format');
    total += paddingTo(align, total) + size;
    if (total > 2 ** 31 - 1) return raiseArgument(L, 1, 'format result too large');
  }
  return pushInteger(L, total);
};

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
  const format = new PackFormat(L, latin1(checkString(L, 1)));
  const data = checkString(L, 2);
  const init = optInteger(L, 3, 1);
  let at = (init > 0 ? init : init < 0 ? data.length + init + 1 : 0) - 1;
  if (at < 0 || at > data.length) return raiseArgument(L, 3, 'initial position out of string');
  let count = 0;
  while (!format.done) {
    const item = format.next();
    at += paddingTo(item.align, at);
    if (at + item.size > data.length) return raiseArgument(L, 2, 'data string too short');
    L.l_G.runtime.budget.spend(2);
    luaD_checkstack(L, 3);
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
      const zero = data.indexOf(0, at);
      if (zero < 0) return raiseArgument(L, 2, 'unfinished string for format \'z\'');
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

/** `string.pack`, `packsize` and `unpack`. An integer has 8 bytes. */
export const stringPack: Library = { pack, packsize, unpack };
