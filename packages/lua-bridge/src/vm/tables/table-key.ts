import { stringKey } from '../values/string-hash.js';
import { FLOAT, STRING } from '../values/tags.js';
import type { TString, TValue } from '../values/types.js';

/** Under what a table files a key. Floats equal to an integer are filed as that integer, as Lua does. */
export const keyOf = (key: TValue): unknown => {
  if (key.type === STRING) return stringKey(key.value as TString);
  return key.type === FLOAT ? floatKey(key.value as number) : key.value;
};

const floatKey = (value: number): number | bigint => {
  if (Number.isSafeInteger(value)) return value + 0;
  const fits = Number.isInteger(value) && value >= -(2 ** 63) && value < 2 ** 63;
  return fits ? BigInt(value) : value;
};
