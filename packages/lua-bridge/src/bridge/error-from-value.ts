import { describe } from '../lib/describe.js';
import type { Fatal } from '../meter/fatal.js';
import type { HostErrorRecord, Runtime } from '../vm/state/runtime.js';
import { getField } from '../vm/tables/table.js';
import { STRING, TABLE } from '../vm/values/tags.js';
import { textOf } from '../vm/values/text.js';
import type { LuaState, LuaTable, TString, TValue } from '../vm/values/types.js';
import { LuaError, type LuaErrorDetails } from './lua-error.js';
import type { LuaValue } from './lua-value.js';
import { readThrown } from './thrown.js';
import { toJs } from './to-js.js';
import { innermost, traceback } from './traceback.js';

/** The error of a run that ended with a Lua error value. `thread` still holds the calls that were active. */
export const errorFromValue = (runtime: Runtime, value: TValue, thread: LuaState, code?: string): LuaError => {
  const place = innermost(thread);
  const details: LuaErrorDetails = { ...place, traceback: traceback(thread), value: valueOf(runtime, value) };
  if (code !== undefined) details.code = code;
  if (value.type === STRING) return fromText(textOf(value.value as TString), details);
  if (value.type !== TABLE) return new LuaError(at(place) + describe(runtime, value), details);
  const record = runtime.hostErrors.get(value.value as LuaTable);
  return record === undefined ? fromTable(runtime, value, details) : fromHost(record, details);
};

/** The error of a run that was ended by force. */
export const errorFromFatal = (fatal: Fatal, thread: LuaState | undefined): LuaError => {
  const place = thread === undefined ? { chunk: '', line: 0 } : innermost(thread);
  const calls = thread === undefined ? '' : traceback(thread);
  const details: LuaErrorDetails = { ...place, code: fatal.code, traceback: calls };
  if (fatal.cause !== undefined) details.cause = fatal.cause;
  return new LuaError(at(place) + fatal.message, details);
};

const at = ({ chunk, line }: { chunk?: string; line?: number }): string =>
  line === undefined || line === 0 ? '' : `${chunk ?? ''}:${line}: `;

/** A text usually carries the position of the fault itself, which is nearer than that of the raise. */
const fromText = (text: string, details: LuaErrorDetails): LuaError => {
  const position = /^([^\n]*?):(\d+): /.exec(text);
  if (position !== null) return new LuaError(text, { ...details, chunk: position[1] ?? '', line: Number(position[2]) });
  return new LuaError(at(details) + text, details);
};

const fromTable = (runtime: Runtime, value: TValue, details: LuaErrorDetails): LuaError => {
  const table = value.value as LuaTable;
  const code = getField(table, 'code');
  const message = getField(table, 'message');
  const text =
    message.type === STRING && table.metatable === null ? textOf(message.value as TString) : describe(runtime, value);
  const own = code.type === STRING ? { code: textOf(code.value as TString) } : {};
  return new LuaError(at(details) + text, { ...details, ...own });
};

const fromHost = ({ error, position }: HostErrorRecord, details: LuaErrorDetails): LuaError => {
  const { message, code } = readThrown(error);
  const own = code === undefined ? {} : { code };
  return new LuaError((position === '' ? at(details) : position) + message, {
    ...placeIn(position, details),
    ...own,
    cause: error,
  });
};

const placeIn = (position: string, details: LuaErrorDetails): LuaErrorDetails => {
  const found = /^(.*):(\d+): $/.exec(position);
  return found === null ? details : { ...details, chunk: found[1] ?? '', line: Number(found[2]) };
};

const valueOf = (runtime: Runtime, value: TValue): LuaValue => {
  try {
    return toJs(runtime.L, value);
  } catch {
    return undefined;
  }
};
