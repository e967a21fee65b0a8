import { lessSteps } from '../vm/native/access-steps.js';
import { checkAny, checkLuaInteger, checkNumber } from '../vm/native/arguments.js';
import { arg, argCount, push, pushBoolean, pushFloat, pushInteger, pushNil, pushValue } from '../vm/native/frame.js';
import type { Library } from '../vm/native/library.js';
import { raise, raiseArgument } from '../vm/native/raise.js';
import { resumable } from '../vm/native/resumable.js';
import { give, withOneResult } from '../vm/native/shortcut.js';
import type { LuaState } from '../vm/state/lua-state.js';
import { type Native, NO_SHORTCUT } from '../vm/state/native.js';
import { type Integer, negate, wrapInteger } from '../vm/values/arithmetic.js';
import { floatToInteger, toInteger } from '../vm/values/number.js';
import { FLOAT, INTEGER, NIL, STRING } from '../vm/values/tags.js';
import { luaString } from '../vm/values/text.js';
import { isNumber } from '../vm/values/value.js';

const MAX_INTERVAL = 2n ** 63n;

const drawAny = (L: LuaState): number => {
  const { random: generator } = L.runtime;
  const count = argCount(L);
  if (count === 0) return pushFloat(L, generator.float());
  if (count > 2) return raise(L, 'wrong number of arguments');
  const low = count === 1 ? 1n : BigInt(checkLuaInteger(L, 1));
  const high = BigInt(checkLuaInteger(L, count));
  if (low > high) return raiseArgument(L, count, 'interval is empty');
  const size = high - low + 1n;
  if (size > MAX_INTERVAL) return raiseArgument(L, count, 'interval too large');
  const offset = size <= 2n ** 32n ? BigInt(Math.floor(generator.float() * Number(size))) : generator.below(size);
  return pushInteger(L, wrapInteger(low + offset));
};

const random = withOneResult(drawAny, (L, count, tag, value, tag2, value2) => {
  const { random: generator } = L.runtime;
  if (count === 0) return give(FLOAT, generator.float());
  const [low, high] = count === 1 ? [1, value as number] : [value as number, value2 as number];
  if (count > 2 || tag !== INTEGER || (count === 2 && tag2 !== INTEGER)) return NO_SHORTCUT;
  if (!Number.isSafeInteger(low) || !Number.isSafeInteger(high)) return NO_SHORTCUT;
  const size = high - low + 1;
  if (size <= 0 || size > 2 ** 32) return NO_SHORTCUT;
  return give(INTEGER, low + Math.floor(generator.float() * size));
});

const isPlainNumber = (tag: number, value: unknown): value is number =>
  tag === FLOAT || (tag === INTEGER && typeof value === 'number');

const randomseed = (L: LuaState): number => {
  const seed = checkNumber(L, 1);
  L.runtime.random.seed(seed >>> 0, Math.floor(seed / 2 ** 32) >>> 0);
  return 0;
};

const applyToFloat = (operation: (x: number) => number): Native =>
  withOneResult(
    (L) => pushFloat(L, operation(checkNumber(L, 1))),
    (_L, _count, tag, value) => (isPlainNumber(tag, value) ? give(FLOAT, operation(value)) : NO_SHORTCUT),
  );

const readInteger = (L: LuaState): Integer | undefined => {
  const { type, value } = arg(L, 1);
  return type === INTEGER ? (value as Integer) : undefined;
};

const abs = withOneResult(
  (L) => {
    const integer = readInteger(L);
    if (integer === undefined) return pushFloat(L, Math.abs(checkNumber(L, 1)));
    return pushInteger(L, integer < 0 ? negate(integer) : integer);
  },
  (_L, _count, tag, value) => (isPlainNumber(tag, value) ? give(tag, Math.abs(value)) : NO_SHORTCUT),
);

const roundBy = (round: (x: number) => number): Native =>
  withOneResult(
    (L) => {
      const integer = readInteger(L);
      if (integer !== undefined) return pushInteger(L, integer);
      return pushRounded(L, round(checkNumber(L, 1)));
    },
    (_L, _count, tag, value) => {
      if (!isPlainNumber(tag, value)) return NO_SHORTCUT;
      const whole = round(value);
      return Number.isSafeInteger(whole) ? give(INTEGER, whole + 0) : NO_SHORTCUT;
    },
  );

const pushRounded = (L: LuaState, value: number): number => {
  const integer = floatToInteger(value);
  return integer === false ? pushFloat(L, value) : pushInteger(L, integer);
};

const fmod = (L: LuaState): number => {
  const [a, b] = [arg(L, 1), arg(L, 2)];
  if (a.type !== INTEGER || b.type !== INTEGER) return pushFloat(L, checkNumber(L, 1) % checkNumber(L, 2));
  if (b.value === 0) return raiseArgument(L, 2, 'zero');
  const [x, y] = [a.value as Integer, b.value as Integer];
  if (typeof x === 'number' && typeof y === 'number') return pushInteger(L, (x % y) + 0);
  return pushInteger(L, wrapInteger(BigInt(x) % BigInt(y)));
};

const modf = (L: LuaState): number => {
  const integer = readInteger(L);
  if (integer !== undefined) {
    pushInteger(L, integer);
    return pushFloat(L, 0) + 1;
  }
  const value = checkNumber(L, 1);
  const whole = value < 0 ? Math.ceil(value) : Math.floor(value);
  pushRounded(L, whole);
  return pushFloat(L, value === whole ? 0 : value - whole) + 1;
};

const tointeger = (L: LuaState): number => {
  const value = checkAny(L, 1);
  const integer = isNumber(value) || value.type === STRING ? toInteger(value) : false;
  return integer === false ? pushNil(L) : pushInteger(L, integer);
};

const log = (L: LuaState): number => {
  const x = checkNumber(L, 1);
  if (arg(L, 2).type === NIL) return pushFloat(L, Math.log(x));
  const base = checkNumber(L, 2);
  if (base === 2) return pushFloat(L, Math.log2(x));
  return pushFloat(L, base === 10 ? Math.log10(x) : Math.log(x) / Math.log(base));
};

const atan = (L: LuaState): number =>
  pushFloat(L, Math.atan2(checkNumber(L, 1), arg(L, 2).type === NIL ? 1 : checkNumber(L, 2)));

/* `max` and `min` compare by `<`, whatever they are given; its metamethod may wait. */
const findExtreme = (isBetter: (value: number, best: number) => boolean, better: 'greater' | 'less'): Native => {
  const findAny = resumable(function* (L) {
    let best = checkAny(L, 1);
    for (let n = 2; n <= argCount(L); n++) {
      const value = arg(L, n);
      if (yield* better === 'less' ? lessSteps(L, value, best) : lessSteps(L, best, value)) best = value;
    }
    return pushValue(L, best);
  });
  const findNumber: Native = (L) => {
    let best = arg(L, 1);
    if (!isNumber(best)) return findAny(L);
    for (let n = 2; n <= argCount(L); n++) {
      const value = arg(L, n);
      if (!isNumber(value)) return findAny(L);
      // Numbers and bigints compare by value.
      if (isBetter(value.value as number, best.value as number)) best = value;
    }
    return pushValue(L, best);
  };
  return withOneResult(findNumber, (_L, count, tag, value, tag2, value2) => {
    if (count !== 2 || !isPlainNumber(tag, value) || !isPlainNumber(tag2, value2)) return NO_SHORTCUT;
    return isBetter(value2, value) ? give(tag2, value2) : give(tag, value);
  });
};

const [INTEGER_NAME, FLOAT_NAME] = [luaString('integer'), luaString('float')];

const type = (L: LuaState): number => {
  const value = checkAny(L, 1);
  if (!isNumber(value)) return pushNil(L);
  return push(L, STRING, value.type === FLOAT ? FLOAT_NAME : INTEGER_NAME);
};

const ult = (L: LuaState): number =>
  pushBoolean(L, BigInt.asUintN(64, BigInt(checkLuaInteger(L, 1))) < BigInt.asUintN(64, BigInt(checkLuaInteger(L, 2))));

const sqrt = applyToFloat(Math.sqrt);

/** Lua's `math`, with random numbers of the run's own generator. */
export const mathLibrary: Library = {
  random,
  randomseed,
  abs,
  fmod,
  modf,
  tointeger,
  log,
  atan,
  type,
  ult,
  sqrt,
  ceil: roundBy(Math.ceil),
  floor: roundBy(Math.floor),
  max: findExtreme((value, best) => best < value, 'greater'),
  min: findExtreme((value, best) => value < best, 'less'),
  acos: applyToFloat(Math.acos),
  asin: applyToFloat(Math.asin),
  cos: applyToFloat(Math.cos),
  sin: applyToFloat(Math.sin),
  tan: applyToFloat(Math.tan),
  exp: applyToFloat(Math.exp),
  deg: applyToFloat((x) => x * (180 / Math.PI)),
  rad: applyToFloat((x) => x * (Math.PI / 180)),
};
