import { settle } from '../calls/frames.js';
import { exchange as S } from '../state/exchange.js';
import type { Frame, LuaState } from '../state/lua-state.js';
import { getFastHandler } from '../state/metatables.js';
import { setSlot } from '../tables/filing.js';
import { type Hint, isOwn, noteHint } from '../tables/hints.js';
import { addNext, setValue } from '../tables/lua-table.js';
import { ASTRAY, findPath, follow } from '../tables/path.js';
import { EVENT } from '../values/events.js';
import type { Instruction } from '../values/function.js';
import type { Layout } from '../values/layout.js';
import { constantIndex } from '../values/opcodes.js';
import type { Path } from '../values/path.js';
import type { LuaTable } from '../values/table.js';
import { NIL, STRING, TABLE } from '../values/tags.js';
import type { Value } from '../values/value.js';

/* Fields, as far as no handler that is a function is in the way; -1 means that the interpreter must do it. */

/* Tables that are looked up in turn; the interpreter knows when to stop. */
const MOST_TABLES = 100;

/* Paths that a site remembers, and changes after which it keeps to those it has, because tables are not alike. */
const MOST_PATHS = 4;
const MOST_DETOURS = 40;

/** What an instruction remembers of where it has found its key, a constant text. */
export class Site implements Hint {
  /** The key is there in tables of this layout, in this slot. */
  layout: Layout | undefined = undefined;
  at = 0;
  /** It is added to tables of this layout, which then have the other one. */
  before: Layout | undefined = undefined;
  after: Layout | undefined = undefined;
  /** How it was found in other tables. */
  paths: readonly Path[] = [];
  /** How often it was found in another way than before. */
  detours = 0;

  constructor(
    readonly pc: number,
    readonly key: string,
  ) {}

  /** Remembers a layout that has the key. */
  learn(layout: Layout, at: number): void {
    this.layout = layout;
    this.at = at;
    if (!layout.isShared) noteHint(this);
  }

  /** Remembers how it was found in a table. */
  add(path: Path): void {
    this.paths = [...this.paths.slice(1 - MOST_PATHS), path];
    if (isOwn(path)) noteHint(this);
  }

  forget(): void {
    if (this.layout?.isShared === false) this.layout = undefined;
    this.paths = [];
    this.detours = 0;
  }
}

/** What a table has in a slot, as what was found. */
export const give = (slots: readonly unknown[], at: number): number => {
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
  const { layout, slots } = table;
  // Tables that got their keys in other orders often have this one in the same place.
  if ((layout === site.layout || layout.filed[site.at >> 1] === key) && slots[site.at] !== NIL) {
    learn(site, layout, site.at);
    return give(slots, site.at);
  }
  for (let n = 0; n < paths.length; n++) {
    const tag = follow(paths[n] as Path, table);
    if (tag !== ASTRAY) return tag;
  }
  const at = layout.find(key);
  const isLearnt = at >= 0 && learn(site, layout, at);
  if (!isLearnt && site.detours < MOST_DETOURS) {
    site.detours++;
    const path = findPath(table, key);
    if (path !== undefined) site.add(path);
  }
  if (at >= 0 && slots[at] !== NIL) return give(slots, at);
  return table.metatable === null ? giveNil() : findBehind(table, key);
};

/* The first layout stays, but for those that one table has: it is gone when the script runs again. */
const learn = (site: Site, layout: Layout, at: number): boolean => {
  if (site.layout !== undefined && layout.isShared) return false;
  site.learn(layout, at);
  return true;
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
  const { stringMethods } = L.runtime;
  const found = stringMethods === null ? NIL : field(site, stringMethods);
  return found === NIL ? -1 : found;
};

/** Sets a field; false if the interpreter must do it. */
export const setField = (frame: Frame, site: Site, table: LuaTable, tag: number, value: unknown): boolean => {
  const { thread } = frame;
  const { layout, metatable } = table;
  // A shared layout will never have a key that it does not have.
  if (layout === site.before && tag !== NIL && !hasHandler(metatable)) {
    if (addNext(thread, table, site.after as Layout, tag, value)) return true;
  }
  const at = layout.findNear(site.key, site.at);
  if (at >= 0) {
    if (table.slots[at] === NIL && hasHandler(metatable)) return false;
    if (layout !== site.layout) site.learn(layout, at);
    setSlot(table, at, tag, value);
    return true;
  }
  if (tag === NIL || hasHandler(metatable)) return false;
  settle(frame);
  setValue(thread, table, frame.constants[constantIndex((frame.code[site.pc] as Instruction).B)] as Value, tag, value);
  if (table.layout.isShared && table.layout !== layout) {
    site.before = layout;
    site.after = table.layout;
  }
  return true;
};

const hasHandler = (metatable: LuaTable | null): boolean =>
  metatable !== null && getFastHandler(metatable, EVENT.NEWINDEX) !== null;
