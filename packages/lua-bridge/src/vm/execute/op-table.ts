import { openSlots } from '../calls/frames.js';
import { exchange } from '../state/exchange.js';
import type { Frame, LuaState } from '../state/lua-state.js';
import { keyOf } from '../tables/filing.js';
import { isOwn, noteHint } from '../tables/hints.js';
import { append, newTable, overwrite, setElements } from '../tables/lua-table.js';
import { ASTRAY, findPath, follow } from '../tables/path.js';
import { type Instruction, type LuaFunction, TEXT_KEYS } from '../values/function.js';
import { countElements } from '../values/items.js';
import type { Layout } from '../values/layout.js';
import { CONSTANT, readSize } from '../values/opcodes.js';
import type { Path } from '../values/path.js';
import { roundUp } from '../values/power-of-two.js';
import { type LuaString, stringKey } from '../values/string.js';
import { locate, type LuaTable, tagAt, valueAt } from '../values/table.js';
import { NIL, STRING, TABLE } from '../values/tags.js';
import { assign, copy, type Value } from '../values/value.js';
import { index, measure, setIndex } from './access.js';
import { type Op, ra, rb, rk } from './op.js';

/* Instructions on tables. The usual case, a table without a handler in the way, is done in place. */

const FIELDS_PER_FLUSH = 50;

export const gettabup: Op = (L, frame, i) => {
  getBy(L, upvalueOf(frame, i.B), rk(L, frame, i.C), ra(L, frame, i), i);
  return frame;
};

export const gettable: Op = (L, frame, i) => {
  const { stack } = L;
  const { base } = frame;
  const { C } = i;
  const key = (C < CONSTANT ? stack[base + C] : frame.constants[C - CONSTANT]) as Value;
  getBy(L, stack[base + i.B] as Value, key, stack[base + i.A] as Value, i);
  return frame;
};

export const settabup: Op = (L, frame, i) => {
  putBy(L, upvalueOf(frame, i.A), rk(L, frame, i.B), rk(L, frame, i.C), i);
  return frame;
};

export const settable: Op = (L, frame, i) => {
  const { stack } = L;
  const { base, constants } = frame;
  const { B, C } = i;
  const key = (B < CONSTANT ? stack[base + B] : constants[B - CONSTANT]) as Value;
  const value = (C < CONSTANT ? stack[base + C] : constants[C - CONSTANT]) as Value;
  putBy(L, stack[base + i.A] as Value, key, value, i);
  return frame;
};

export const newtable: Op = (L, frame, i) => {
  const keys = readSize(i.C);
  const table = newTable(L, keys);
  table.resize(readSize(i.B), roundUp(keys));
  assign(ra(L, frame, i), TABLE, table);
  return frame;
};

export const self: Op = (L, frame, i) => {
  const object = rb(L, frame, i);
  copy(L.stack[frame.base + i.A + 1] as Value, object);
  getBy(L, object, rk(L, frame, i.C), ra(L, frame, i), i);
  return frame;
};

export const len: Op = (L, frame, i) => {
  measure(L, rb(L, frame, i), ra(L, frame, i));
  return frame;
};

export const setlist: Op = (L, frame, i) => {
  const first = frame.base + i.A;
  const count = i.B === 0 ? L.top - first - 1 : i.B;
  const block = i.C === 0 ? (frame.code[frame.pc++]?.Ax ?? 0) : i.C;
  const table = (L.stack[first] as Value).value as LuaTable;
  const start = (block - 1) * FIELDS_PER_FLUSH;
  setElements(L, table, start + 1, L.stack, first + 1, count);
  openSlots(L, frame.top);
  return frame;
};

/* Detours after which an instruction keeps to its path, because the tables it sees are not alike. */
const MOST_DETOURS = 20;

/*
 * A key that is a constant text is looked for where the same instruction found it last: in a table that is alike, or in
 * the same slot of another one.
 */
const getBy = (L: LuaState, of: Value, key: Value, into: Value, i: Instruction): void => {
  if (key.type !== STRING || of.type !== TABLE || i.C < CONSTANT) {
    if (key.type === STRING) i.met = TEXT_KEYS;
    get(L, of, key, into);
    return;
  }
  const table = of.value as LuaTable;
  const { path } = i;
  if (path !== undefined) {
    const { at } = path;
    const { layout, slots } = table;
    if (at >= 0 && slots[at] !== NIL) {
      const isAlike = layout === path.layout;
      if (isAlike || layout.filed[at >> 1] === (key.value as LuaString).key) {
        into.type = slots[at] as number;
        into.value = slots[at + 1];
        if (!isAlike && i.detours < MOST_DETOURS) leadTo(i, path, layout);
        return;
      }
    }
    const tag = follow(path, table);
    if (tag !== ASTRAY) {
      assign(into, tag, exchange.value);
      return;
    }
  }
  const filed = stringKey(key.value as LuaString);
  const at = slotOf(table, filed, path);
  if (at >= 0 && table.slots[at] !== NIL) {
    assign(into, table.slots[at] as number, table.slots[at + 1]);
    if (i.detours < MOST_DETOURS) keepPath(i, table, at);
    return;
  }
  if (i.detours < MOST_DETOURS) {
    const found = findPath(table, filed);
    if (found === undefined) i.detours++;
    else remember(i, found);
  }
  index(L, of, key, into);
};

const slotOf = ({ layout }: LuaTable, filed: string, path: Path | undefined): number =>
  layout.findNear(filed, Math.max(0, path?.at ?? 0));

const keepPath = (i: Instruction, { layout }: LuaTable, at: number): void => {
  remember(i, { layout, at, metatable: undefined, index: -1, behind: undefined });
};

const remember = (i: Instruction, path: Path): void => {
  i.detours++;
  i.path = path;
  if (isOwn(path)) noteHint(i);
};

/* Has a path lead through the layout of another table, which has the key in the same slot. */
const leadTo = (i: Instruction, path: Path, layout: Layout): void => {
  i.detours++;
  path.layout = layout;
  if (!layout.isShared) noteHint(i);
};

const putBy = (L: LuaState, of: Value, key: Value, value: Value, i: Instruction): void => {
  if (key.type !== STRING || of.type !== TABLE || i.B < CONSTANT) {
    put(L, of, key, value);
    return;
  }
  const table = of.value as LuaTable;
  const { path } = i;
  if (path !== undefined && value.type !== NIL) {
    const { at } = path;
    const { layout, slots } = table;
    if (at >= 0 && slots[at] !== NIL) {
      const isAlike = layout === path.layout;
      if (isAlike || layout.filed[at >> 1] === (key.value as LuaString).key) {
        slots[at] = value.type;
        slots[at + 1] = value.value;
        if (!isAlike && i.detours < MOST_DETOURS) leadTo(i, path, layout);
        return;
      }
    }
  }
  put(L, of, key, value);
  if (i.detours >= MOST_DETOURS) return;
  const at = slotOf(table, stringKey(key.value as LuaString), path);
  if (at < 0) return;
  if (table.layout !== path?.layout) keepPath(i, table, at);
};

const get = (L: LuaState, of: Value, key: Value, into: Value): void => {
  if (of.type === TABLE) {
    const table = of.value as LuaTable;
    const at = locate(table, keyOf(key));
    const tag = tagAt(table, at);
    if (tag !== NIL) {
      assign(into, tag, valueAt(table, at));
      return;
    }
  }
  index(L, of, key, into);
};

const put = (L: LuaState, of: Value, key: Value, value: Value): void => {
  if (of.type === TABLE) {
    const table = of.value as LuaTable;
    const filed = keyOf(key);
    const at = locate(table, filed);
    if (tagAt(table, at) !== NIL) {
      overwrite(table, at, filed, value.type, value.value);
      return;
    }
    if (table.metatable === null && filed === countElements(table) + 1 && value.type !== NIL) {
      append(L, table, value.type, value.value);
      return;
    }
  }
  setIndex(L, of, key, value);
};

const upvalueOf = (frame: Frame, n: number): Value => (frame.callee.value as LuaFunction).upvalue(n);
