import { checkLuaInteger, checkNumber, checkString } from '../../vm/native/arguments.js';
import { ByteBuffer } from '../../vm/native/byte-buffer.js';
import { push, pushInteger } from '../../vm/native/frame.js';
import type { Library } from '../../vm/native/library.js';
import { raiseArgument } from '../../vm/native/raise.js';
import type { LuaState } from '../../vm/state/lua-state.js';
import { STRING } from '../../vm/values/tags.js';
import { countPadding, type PackItem, readPackFormat } from './pack-format.js';

const ZEROS = new Uint8Array(16);

const writeInteger = (value: bigint, size: number, little: boolean): Uint8Array => {
  const bytes = new Uint8Array(size);
  for (let i = 0, rest = value; i < size; i++, rest >>= 8n) bytes[little ? i : size - 1 - i] = Number(rest & 255n);
  return bytes;
};

const writeFloat = (value: number, size: number, little: boolean): Uint8Array => {
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
    buffer.add(writeInteger(kind === 'signed' ? value : BigInt.asUintN(64, value), size, little));
  } else if (kind === 'float') buffer.add(writeFloat(checkNumber(L, n), size, little));
  else addString(L, buffer, item, n);
};

const addString = (L: LuaState, buffer: ByteBuffer, { kind, size, little }: PackItem, n: number): void => {
  const text = checkString(L, n);
  if (kind === 'fixed') {
    if (text.length > size) raiseArgument(L, n, 'string longer than given size');
    if (size > L.runtime.budget.limits.stringBytes) L.runtime.budget.allocateString(size);
    buffer.add(text);
    buffer.add(new Uint8Array(size - text.length));
  } else if (kind === 'zero') {
    if (text.includes(0)) raiseArgument(L, n, 'string contains zeros');
    buffer.add(text);
    buffer.addByte(0);
  } else {
    if (size < 4 && text.length >= 2 ** (8 * size)) raiseArgument(L, n, 'string length does not fit in given size');
    buffer.add(writeInteger(BigInt(text.length), size, little));
    buffer.add(text);
  }
};

const pack = (L: LuaState): number => {
  const format = readPackFormat(L);
  const buffer = new ByteBuffer(L.runtime.budget);
  for (let n = 1; !format.done;) {
    const item = format.next();
    buffer.add(ZEROS, 0, countPadding(item.align, buffer.length));
    if (item.kind === 'pad') buffer.addByte(0);
    else if (item.kind !== 'none') addItem(L, buffer, item, ++n);
    L.runtime.budget.spend(2);
  }
  return push(L, STRING, buffer.take());
};

const packsize = (L: LuaState): number => {
  const format = readPackFormat(L);
  let total = 0;
  while (!format.done) {
    const { kind, size, align } = format.next();
    if (kind === 'prefixed' || kind === 'zero') return raiseArgument(L, 1, 'variable-length format');
    total += countPadding(align, total) + size;
    if (total > 2 ** 31 - 1) return raiseArgument(L, 1, 'format result too large');
  }
  return pushInteger(L, total);
};

/** `string.pack` and `packsize`. An integer has 8 bytes. */
export const packFunctions: Library = { pack, packsize };
