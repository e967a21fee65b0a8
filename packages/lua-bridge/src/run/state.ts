import { parallelLibrary } from '../bridge/parallel.js';
import { requireLibrary } from '../bridge/require.js';
import { openLibraries } from '../lib/open.js';
import { Budget } from '../meter/budget.js';
import type { LuaLimits } from '../meter/limits.js';
import { census } from '../vm/census.js';
import { installed } from '../vm/compiler/install.js';
import { arg, push } from '../vm/native/frame.js';
import { nameFunctions } from '../vm/native/library.js';
import { CancelGroup } from '../vm/state/cancel-group.js';
import { Random } from '../vm/state/random.js';
import type { Runtime } from '../vm/state/runtime.js';
import { getField, newTable, setField } from '../vm/tables/table.js';
import { lstate } from '../vm/values/internals.js';
import { BOOLEAN, LIGHT_NATIVE, STRING } from '../vm/values/tags.js';
import { luaString, textOf } from '../vm/values/text.js';
import type { LuaState, LuaTable, TString } from '../vm/values/types.js';

const hostLibrary = nameFunctions('', { ...parallelLibrary, ...requireLibrary });

/** What a state is made for. */
export interface StateOptions {
  readonly limits: LuaLimits;
  readonly write: (text: string, budget: Budget) => void;
  readonly abort: AbortSignal | undefined;
  readonly seed: number;
  readonly modules: Readonly<Record<string, unknown>>;
}

/** A fresh Lua state with its libraries open. */
export const newState = (options: StateOptions): Runtime => {
  if (!installed) throw new Error('the patches to fengari are missing');
  const L = lstate.lua_newstate() as LuaState;
  const budget = new Budget(options.limits, () => census(L), options.abort);
  const runtime: Runtime = {
    L,
    budget,
    write: (text) => {
      options.write(text, budget);
    },
    group: new CancelGroup(),
    alive: true,
    main: undefined,
    roots: new WeakSet(),
    threads: new Set(),
    held: new Set(),
    making: [],
    wakers: new Set(),
    arrays: new WeakSet(),
    readonly: new WeakMap(),
    hostErrors: new WeakMap(),
    errorMeta: undefined as unknown as LuaTable,
    modules: options.modules,
    loaded: new Map(),
    random: new Random(options.seed),
    keys: new Map(),
  };
  L.l_G.runtime = runtime;
  L.l_G.budget = budget;
  runtime.errorMeta = errorMetatable(L);
  openLibraries(L, hostLibrary);
  return runtime;
};

const errorMetatable = (L: LuaState): LuaTable => {
  const metatable = newTable(L);
  setField(L, metatable, '__tostring', LIGHT_NATIVE, errorText);
  setField(L, metatable, '__name', STRING, luaString('error'));
  setField(L, metatable, '__metatable', BOOLEAN, false);
  return metatable;
};

const errorText = (L: LuaState): number => {
  const table = arg(L, 1).value as LuaTable;
  const { chunk, line } = L.l_G.runtime.hostErrors.get(table)?.place ?? { chunk: '', line: 0 };
  const position = line === 0 ? '' : `${chunk}:${line}: `;
  const message = getField(table, 'message');
  if (message.type !== STRING) return push(L, STRING, luaString(`${position}?`));
  const text = message.value as TString;
  L.l_G.runtime.budget.allocateString(text.realstring.length);
  return push(L, STRING, luaString(position + textOf(text)));
};
