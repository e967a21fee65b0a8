import { arg, push, pushTable, pushValue } from '../fengari/frame.js';
import { checkAny, checkString } from '../fengari/arguments.js';
import { raise, raiseType } from '../fengari/raise.js';
import { newTable } from '../fengari/table.js';
import { NIL, STRING, TABLE } from '../fengari/tags.js';
import { decode as decodeText, luaString } from '../fengari/text.js';
import type { LuaState, LuaTable } from '../fengari/types.js';
import { JsonError, jsonText } from '../values/json-text.js';
import { ConversionError, MAX_DEPTH } from '../values/to-js.js';
import { toLua } from '../values/to-lua.js';
import type { Library } from './library.js';

const encode = (L: LuaState): number => {
  const value = checkAny(L, 1);
  try {
    const text = luaString(jsonText(L.l_G.runtime, value));
    L.l_G.runtime.budget.allocateString(text.realstring.length);
    return push(L, STRING, text);
  } catch (error) {
    if (error instanceof JsonError) return raise(L, `json.encode: cannot encode ${error.message}`);
    throw error;
  }
};

/* How deeply brackets nest outside of strings; the host's parser should not have to find out. */
const nesting = (bytes: Uint8Array): number => {
  let [depth, most, inString] = [0, 0, false];
  for (let i = 0; i < bytes.length; i++) {
    const byte = bytes[i];
    if (byte === 34) inString = !inString;
    else if (inString) i += byte === 92 ? 1 : 0;
    else if (byte === 91 || byte === 123) most = Math.max(most, ++depth);
    else if (byte === 93 || byte === 125) depth--;
  }
  return most;
};

const decode = (L: LuaState): number => {
  const bytes = checkString(L, 1);
  const { budget } = L.l_G.runtime;
  budget.spend(bytes.length >> 1);
  if (nesting(bytes) > MAX_DEPTH) return raise(L, `json.decode: nested deeper than ${MAX_DEPTH} levels`);
  budget.allocate(bytes.length * 4);
  try {
    return pushValue(L, toLua(L, JSON.parse(decodeText(bytes)), { path: 'json', absent: 'keep' }));
  } catch (error) {
    if (error instanceof SyntaxError) return raise(L, `json.decode: ${error.message}`);
    if (error instanceof ConversionError) return raise(L, `json.decode: ${error.message}`);
    throw error;
  }
};

/* Marks a table, or a new one, as an array, which it then is to the host and to JSON even when it is empty. */
const array = (L: LuaState): number => {
  const { type, value } = arg(L, 1);
  const table = type === TABLE ? (value as LuaTable) : type === NIL ? newTable(L) : raiseType(L, 1, 'table');
  L.l_G.runtime.arrays.add(table);
  return pushTable(L, table);
};

/** The functions of `json`; `json.null` is added where the library is opened. */
export const jsonLibrary: Library = { encode, decode, array };
