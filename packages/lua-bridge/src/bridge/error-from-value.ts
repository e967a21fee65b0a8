import { describe } from '../lib/base/describe.js';
import { asFatal, type Fatal } from '../meter/fatal.js';
import type { HostErrorRecord, LuaState, Runtime } from '../vm/state/lua-state.js';
import { getField } from '../vm/tables/table.js';
import type { LuaString } from '../vm/values/string.js';
import type { LuaTable } from '../vm/values/table.js';
import { STRING, TABLE } from '../vm/values/tags.js';
import { textOf } from '../vm/values/text.js';
import type { Value } from '../vm/values/value.js';
import { ConversionError } from './conversion-error.js';
import { ERROR_DATA, type ErrorData } from './error-data.js';
import { LuaError, type LuaErrorDetails } from './lua-error.js';
import type { LuaValue } from './lua-value.js';
import { isInstance, readErrorData, readThrown } from './thrown.js';
import { toJs } from './to-js.js';
import { findPlace, splitPosition, traceCalls } from './traceback.js';

/** The error of a run that ended with a Lua error value. `thread` still holds the calls that were active. */
export const errorFromValue = (runtime: Runtime, value: Value, thread: LuaState): LuaError => {
  const details = { ...findPlace(thread), traceback: traceCalls(thread), value: readValue(runtime, value) };
  if (value.type === STRING) return fromText(textOf(value.value as LuaString), details);
  if (value.type !== TABLE) return placeError(describe(runtime, value), details);
  const record = runtime.hostErrors.get(value.value as LuaTable);
  return record === undefined ? fromTable(runtime, value, details) : fromHost(record, details);
};

/** The error of a run that was ended by force. */
const errorFromFatal = ({ code, message, cause }: Fatal, thread: LuaState | undefined): LuaError => {
  const place = thread === undefined ? {} : { ...findPlace(thread), traceback: traceCalls(thread) };
  return placeError(message, { ...place, code, ...(cause === undefined ? {} : { cause }) });
};

/** The error of a run that ended outside of Lua: by force, or because a value cannot cross. */
export const errorFromThrown = (thrown: unknown, thread?: LuaState): LuaError => {
  if (!isInstance(thrown, ConversionError)) return errorFromFatal(asFatal(thrown), thread);
  const { message, code, field, cause } = thrown;
  return new LuaError(message, { code, field, ...(cause === undefined ? {} : { cause }) });
};

/** The value of a Lua error as TypeScript sees it; undefined for what cannot cross. */
export const readValue = (runtime: Runtime, value: Value): LuaValue => {
  try {
    return toJs(runtime.L, value);
  } catch {
    return undefined;
  }
};

const placeError = (reason: string, details: LuaErrorDetails): LuaError => {
  const { chunk = '', line = 0 } = details;
  return new LuaError(line === 0 ? reason : `${chunk}:${line}: ${reason}`, { ...details, reason });
};

const fromText = (text: string, details: LuaErrorDetails): LuaError => {
  const position = splitPosition(text);
  return position === undefined ? placeError(text, details) : new LuaError(text, { ...details, ...position });
};

const fromTable = (runtime: Runtime, value: Value, details: LuaErrorDetails): LuaError => {
  const table = value.value as LuaTable;
  const message = readText(table, 'message');
  const reason = message !== undefined && table.metatable === null ? message : describe(runtime, value);
  const data = ERROR_DATA.map((name) => [name, readText(table, name)]).filter(([, text]) => text !== undefined);
  return placeError(reason, { ...details, ...(Object.fromEntries(data) as ErrorData) });
};

const readText = (table: LuaTable, name: string): string | undefined => {
  const { type, value } = getField(table, name);
  return type === STRING ? textOf(value as LuaString) : undefined;
};

const fromHost = ({ error, context, place }: HostErrorRecord, details: LuaErrorDetails): LuaError => {
  const thrown = readThrown(error);
  const known = place.line === 0 ? {} : place;
  return placeError(context + thrown.message, { ...details, ...known, ...readErrorData(thrown), cause: error });
};
