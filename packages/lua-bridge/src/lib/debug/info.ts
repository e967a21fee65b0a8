import { IS_TAIL } from '../../vm/calls/frames.js';
import { nameCallee } from '../../vm/calls/names.js';
import { lineOf, shortenChunkName } from '../../vm/calls/position.js';
import type { Frame, LuaState } from '../../vm/state/lua-state.js';
import { newTable } from '../../vm/tables/lua-table.js';
import { setField } from '../../vm/tables/table.js';
import { setKey } from '../../vm/tables/table-access.js';
import type { LuaFunction, Prototype } from '../../vm/values/function.js';
import { bytesOfLatin1, newString } from '../../vm/values/string.js';
import type { LuaTable } from '../../vm/values/table.js';
import { BOOLEAN, INTEGER, LUA_FUNCTION, STRING, TABLE } from '../../vm/values/tags.js';
import { luaString } from '../../vm/values/text.js';
import { isFunction, Value } from '../../vm/values/value.js';

/** What `debug.getinfo` gives of a function, or of a call of it: for each letter of `what` its fields. */
export const createInfo = (L: LuaState, what: string, fn: Value, frame: Frame | undefined): LuaTable => {
  const table = newTable(L);
  const proto = fn.type === LUA_FUNCTION ? (fn.value as LuaFunction).proto : undefined;
  const set: SetField = (name, value) => {
    if (typeof value === 'number') setField(L, table, name, INTEGER, value);
    else if (typeof value === 'boolean') setField(L, table, name, BOOLEAN, value);
    else setField(L, table, name, STRING, typeof value === 'string' ? luaString(value) : newString(value));
  };
  if (what.includes('S')) describeSource(set, proto);
  if (what.includes('l')) set('currentline', frame === undefined || proto === undefined ? -1 : lineOf(frame));
  if (what.includes('u')) describeParameters(set, proto);
  if (what.includes('n')) describeName(set, frame);
  if (what.includes('t')) set('istailcall', frame !== undefined && (frame.flags & IS_TAIL) !== 0);
  if (what.includes('L') && proto !== undefined) setField(L, table, 'activelines', TABLE, listLines(L, proto));
  // Of a call, a function of the host's stays what it is to scripts: unseen.
  if (what.includes('f') && isFunction(fn) && (frame === undefined || proto !== undefined))
    setField(L, table, 'func', fn.type, fn.value);
  return table;
};

type SetField = (name: string, value: string | number | boolean | Uint8Array) => void;

const describeSource = (set: SetField, proto: Prototype | undefined): void => {
  set('source', proto?.source.bytes ?? '=[C]');
  set('short_src', proto === undefined ? '[C]' : shortenChunkName(proto.source.bytes));
  set('linedefined', proto?.line ?? -1);
  set('lastlinedefined', proto?.lastLine ?? -1);
  set('what', proto === undefined ? 'C' : proto.line === 0 ? 'main' : 'Lua');
};

const describeParameters = (set: SetField, proto: Prototype | undefined): void => {
  set('nups', proto?.upvalues.length ?? 0);
  set('nparams', proto?.parameters ?? 0);
  set('isvararg', proto?.isVararg ?? true);
};

const describeName = (set: SetField, frame: Frame | undefined): void => {
  const name = frame === undefined ? undefined : nameCallee(frame);
  set('namewhat', name?.kind ?? '');
  if (name !== undefined) set('name', bytesOfLatin1(name.name));
};

const listLines = (L: LuaState, proto: Prototype): LuaTable => {
  const lines = newTable(L);
  L.runtime.budget.spend(proto.lines.length);
  for (const line of proto.lines) setKey(L, lines, new Value(INTEGER, line), new Value(BOOLEAN, true));
  return lines;
};
