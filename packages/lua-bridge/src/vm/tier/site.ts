import { exchange as S } from '../state/exchange.js';
import type { LuaState } from '../state/lua-state.js';
import { getFastHandler } from '../state/metatables.js';
import { addNext, setSlot, setValue } from '../tables/lua-table.js';
import { ASTRAY, findPath, follow } from '../tables/path.js';
import { EVENT } from '../values/events.js';
import type { Layout } from '../values/layout.js';
import type { Path } from '../values/path.js';
import type { LuaTable } from '../values/table.js';
import { kindOf, NIL, STRING, TABLE } from '../values/tags.js';
import { Value } from '../values/value.js';

/* Fields, as far as no handler that is a function is in the way; -1 means that the interpreter must do it. */

/** What an instruction remembers of where it has found its key, a constant text. */
export interface Site {
  readonly pc: number;
  readonly key: string;
  /** The key is there in tables of this layout, in this slot. */
  layout: Layout | undefined;
  at: number;
  /** It is added to tables of this layout, which then have the other one. */
  before: Layout | undefined;
  after: Layout | undefined;
  /** How it was found in other tables. */
  readonly paths: Path[];
  /** How often it was found in another way than before. */
  detours: number;
}

/** A new one. */
export const makeSite = (pc: number, key: string): Site => ({
  pc,
  key,
  layout: undefined,
  at: 0,
  before: undefined,
  after: undefined,
  paths: [],
  detours: 0,
});

/* Tables that are looked up in turn; the interpreter knows when to stop. */
const MOST_TABLES = 100;

/* Paths that a site remembers, and changes after which it keeps to those it has, because tables are not alike. */
const MOST_PATHS = 4;
const MOST_DETOURS = 40;

const give = (slots: readonly unknown[], at: number): number => {
  S.value = slots[at + 1];
  return slots[at] as number;
};

/** Nil as what was found. */
export const giveNil = (): number => {
  S.value = null;
  return NIL;
};

/** A field, also of the tables that stand behind one. */
export const field = (site: Site, table: LuaTable): number => {
  const { key, paths } = site;
  for (let n = 0; n < paths.length; n++) {
    const tag = follow(paths[n] as Path, table);
    if (tag !== ASTRAY) return tag;
  }
  const { layout } = table;
  const at = layout.find(key);
  if (at >= 0 && site.layout === undefined) {
    site.layout = layout;
    site.at = at;
  } else if (site.detours < MOST_DETOURS) {
    site.detours++;
    const path = findPath(table, key);
    if (path !== undefined && paths.push(path) > MOST_PATHS) paths.shift();
  }
  if (at >= 0 && table.slots[at] !== NIL) return give(table.slots, at);
  return table.metatable === null ? giveNil() : findBehind(table, key);
};

const findBehind = (table: LuaTable, key: string): number => {
  let behind = table;
  for (let n = 0; n < MOST_TABLES; n++) {
    const handler = getFastHandler(behind.metatable, EVENT.INDEX);
    if (handler === null) return giveNil();
    if (handler.type !== TABLE) return -1;
    behind = handler.value as LuaTable;
    const at = behind.layout.find(key);
    if (at >= 0 && behind.slots[at] !== NIL) return give(behind.slots, at);
  }
  return -1;
};

/** A field of a table, or of the table behind strings. */
export const member = (L: LuaState, site: Site, tag: number, value: unknown): number => {
  if (tag === TABLE) return field(site, value as LuaTable);
  if (tag !== STRING) return -1;
  const handler = getFastHandler(L.runtime.metatables[kindOf(STRING)] as LuaTable | null, EVENT.INDEX);
  if (handler?.type !== TABLE) return -1;
  const table = handler.value as LuaTable;
  if (table.layout === site.layout && table.slots[site.at] !== NIL) return give(table.slots, site.at);
  const found = field(site, table);
  return found === NIL ? -1 : found;
};

/** Sets a field; false if the interpreter must do it. */
export const setField = (
  L: LuaState,
  site: Site,
  table: LuaTable,
  key: Value,
  tag: number,
  value: unknown,
): boolean => {
  const before = table.layout;
  const hasHandler = getFastHandler(table.metatable, EVENT.NEWINDEX) !== null;
  if (tag !== NIL && before === site.before && !hasHandler && addNext(L, table, site.after as Layout, tag, value))
    return true;
  const at = before === site.layout ? site.at : before.find(site.key);
  if (at >= 0) {
    const isThere = table.slots[at] !== NIL;
    if (!isThere && hasHandler) return false;
    site.layout = before;
    site.at = at;
    setSlot(table, at, tag, value);
    return true;
  }
  if (hasHandler || tag === NIL) return false;
  setValue(L, table, key, tag, value);
  if (table.layout.isShared && table.layout !== before) {
    site.before = before;
    site.after = table.layout;
  }
  return true;
};
