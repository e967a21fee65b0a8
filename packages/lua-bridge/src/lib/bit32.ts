import { checkInteger, checkLuaInteger, optInteger } from '../vm/native/arguments.js';
import { argCount, pushBoolean, pushInteger } from '../vm/native/frame.js';
import type { Library } from '../vm/native/library.js';
import { raise, raiseArgument } from '../vm/native/raise.js';
import type { LuaState } from '../vm/state/lua-state.js';

const BITS = 32;
const ALL = 0xffffffff;

const checkBits = (L: LuaState, n: number): number => Number(BigInt.asUintN(BITS, BigInt(checkLuaInteger(L, n))));

const joinAll = (L: LuaState, join: (a: number, b: number) => number, start: number): number => {
  let bits = start;
  for (let n = 1; n <= argCount(L); n++) bits = join(bits, checkBits(L, n));
  return bits >>> 0;
};

const and = (a: number, b: number): number => a & b;

const shiftLeft = (bits: number, by: number): number => {
  if (by >= BITS || by <= -BITS) return 0;
  return (by < 0 ? bits >>> -by : bits << by) >>> 0;
};

const arshift = (L: LuaState): number => {
  const [bits, by] = [checkBits(L, 1), checkInteger(L, 2)];
  if (by < 0 || bits < 2 ** 31) return pushInteger(L, shiftLeft(bits, -by));
  return pushInteger(L, by >= BITS ? ALL : ((bits | 0) >> by) >>> 0);
};

const rotate = (L: LuaState, by: number): number => {
  const [bits, places] = [checkBits(L, 1), by & (BITS - 1)];
  return pushInteger(L, ((bits << places) | (places === 0 ? 0 : bits >>> (BITS - places))) >>> 0);
};

/* Where a field of bits lies, in arguments `n` and `n + 1`, and a mask of its width. */
const readField = (L: LuaState, n: number): { place: number; mask: number } => {
  const [place, width] = [checkInteger(L, n), optInteger(L, n + 1, 1)];
  if (place < 0) return raiseArgument(L, n, 'field cannot be negative');
  if (width <= 0) return raiseArgument(L, n + 1, 'width must be positive');
  if (place + width > BITS) return raise(L, 'trying to access non-existent bits');
  return { place, mask: width === BITS ? ALL : 2 ** width - 1 };
};

const extract = (L: LuaState): number => {
  const bits = checkBits(L, 1);
  const { place, mask } = readField(L, 2);
  return pushInteger(L, ((bits >>> place) & mask) >>> 0);
};

const replace = (L: LuaState): number => {
  const [bits, value] = [checkBits(L, 1), checkBits(L, 2)];
  const { place, mask } = readField(L, 3);
  return pushInteger(L, ((bits & ~(mask << place)) | ((value & mask) << place)) >>> 0);
};

/** Lua 5.2's `bit32`, which the usual builds of 5.3 still have. */
export const bit32Library: Library = {
  arshift,
  extract,
  replace,
  band: (L) => pushInteger(L, joinAll(L, and, ALL)),
  bor: (L) =>
    pushInteger(
      L,
      joinAll(L, (a, b) => a | b, 0),
    ),
  btest: (L) => pushBoolean(L, joinAll(L, and, ALL) !== 0),
  bxor: (L) =>
    pushInteger(
      L,
      joinAll(L, (a, b) => a ^ b, 0),
    ),
  bnot: (L) => pushInteger(L, ~checkBits(L, 1) >>> 0),
  lrotate: (L) => rotate(L, checkInteger(L, 2)),
  rrotate: (L) => rotate(L, -checkInteger(L, 2)),
  lshift: (L) => pushInteger(L, shiftLeft(checkBits(L, 1), checkInteger(L, 2))),
  rshift: (L) => pushInteger(L, shiftLeft(checkBits(L, 1), -checkInteger(L, 2))),
};
