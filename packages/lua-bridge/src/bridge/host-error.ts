import { Fatal } from '../meter/fatal.js';
import { pushTable, pushValue } from '../vm/native/frame.js';
import { raiseTop } from '../vm/native/raise.js';
import type { LuaState } from '../vm/state/lua-state.js';
import { newTable } from '../vm/tables/lua-table.js';
import { setField } from '../vm/tables/table.js';
import type { LuaTable } from '../vm/values/table.js';
import { STRING } from '../vm/values/tags.js';
import { luaString } from '../vm/values/text.js';
import type { Value } from '../vm/values/value.js';
import type { ErrorData } from './error-data.js';
import { raisedValue } from './raised-value.js';
import { isInstance, readThrown } from './thrown.js';
import { toLua } from './to-lua.js';
import { findPlace } from './traceback.js';

/** A Lua error value on its way through a promise back into Lua. */
export class Raised extends Error {
  override readonly name = 'Raised';
  constructor(readonly value: Value) {
    super('a Lua error');
  }
}

/** A failure of the bridge itself that scripts see as an error table, such as an unknown function. */
export class BridgeError extends Error {
  override readonly name = 'BridgeError';
  /** The name that was probably meant. */
  declare readonly suggestion?: string;
  /** The field that is wrong, or the path that leads to nothing. */
  declare readonly field?: string;

  constructor(
    readonly code: string,
    message: string,
    { suggestion, field }: Omit<ErrorData, 'code'> = {},
  ) {
    super(message);
    Object.assign(this, suggestion !== undefined && { suggestion }, field !== undefined && { field });
  }
}

/* What the host's error takes beside the table. */
const ERROR_BYTES = 3000;

/**
 * A host error as a Lua table: `message`, `code` and its own plain fields, with a `__tostring` that adds the position.
 * The error itself is kept aside, so that it comes back to the host as itself.
 * @param context What is said before its message.
 */
export const createErrorTable = (L: LuaState, error: unknown, context = ''): LuaTable => {
  const { runtime } = L;
  const table = newTable(L);
  table.metatable = runtime.errorMeta;
  runtime.hostErrors.set(table, { error, context, place: findPlace(L) });
  const { message, fields } = readThrown(error);
  runtime.budget.allocate(ERROR_BYTES + message.length);
  for (const [name, field] of fields) {
    const value = toLua(L, field, name);
    setField(L, table, name, value.type, value.value);
  }
  setField(L, table, 'message', STRING, luaString(context + message));
  return table;
};

/**
 * Raises a host error in Lua, as a table; a Lua error that comes back is raised as itself.
 * @param context What is said before its message.
 */
export const raiseHost = (L: LuaState, error: unknown, context = ''): never => {
  if (isInstance(error, Fatal)) throw error;
  const known = isInstance(error, Raised) ? error.value : raisedValue(L, error);
  if (known !== undefined) pushValue(L, known);
  else pushTable(L, createErrorTable(L, error, context));
  return raiseTop(L);
};

/** A value of the host as Lua sees it; raises in Lua what keeps it from crossing. */
export const convertOrRaise = (L: LuaState, value: unknown, path: string): Value => {
  try {
    return toLua(L, value, path);
  } catch (error) {
    return raiseHost(L, error);
  }
};
