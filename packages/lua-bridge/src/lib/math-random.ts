import { checkLuaInteger, checkNumber } from '../vm/native/arguments.js';
import { argCount, pushFloat, pushInteger } from '../vm/native/frame.js';
import type { Library } from '../vm/native/library.js';
import { raise, raiseArgument } from '../vm/native/raise.js';
import type { LuaState } from '../vm/state/lua-state.js';
import { wrapInteger } from '../vm/values/arithmetic.js';

const MAX = 2n ** 63n;

const random = (L: LuaState): number => {
  const { random: generator } = L.runtime;
  const count = argCount(L);
  if (count === 0) return pushFloat(L, generator.float());
  if (count > 2) return raise(L, 'wrong number of arguments');
  const low = count === 1 ? 1n : BigInt(checkLuaInteger(L, 1));
  const high = BigInt(checkLuaInteger(L, count));
  if (low > high) return raiseArgument(L, count, 'interval is empty');
  const size = high - low + 1n;
  if (size > MAX) return raiseArgument(L, count, 'interval too large');
  const offset = size <= 2n ** 32n ? BigInt(Math.floor(generator.float() * Number(size))) : generator.below(size);
  return pushInteger(L, wrapInteger(low + offset));
};

const randomseed = (L: LuaState): number => {
  const seed = checkNumber(L, 1);
  L.runtime.random.seed(seed >>> 0, Math.floor(seed / 2 ** 32) >>> 0);
  return 0;
};

/** `math.random` and `math.randomseed`, over the run's own generator. */
export const mathRandom: Library = { random, randomseed };
