import { exchange } from '../state/exchange.js';
import { EVENT, keyOfEvent } from '../values/events.js';
import type { Path } from '../values/path.js';
import type { LuaTable } from '../values/table.js';
import { NIL, TABLE } from '../values/tags.js';

/** What `follow` gives where a path does not lead to the key. */
export const ASTRAY = -2;

/* Tables that a path leads through. */
const LONGEST = 6;

/** The tag of what is at the end of a path, whose value is then in the exchange; nil if the path says it is nowhere. */
export const follow = (first: Path, start: LuaTable): number => {
  let path = first;
  let table = start;
  while (table.layout === path.layout) {
    const { at } = path;
    if (at >= 0 && table.slots[at] !== NIL) {
      exchange.value = table.slots[at + 1];
      return table.slots[at] as number;
    }
    const { metatable } = table;
    if (metatable === null) return findNothing();
    if (metatable.layout !== path.metatable) return ASTRAY;
    if (path.index < 0) return findNothing();
    if (path.behind === undefined || metatable.slots[path.index] !== TABLE) return ASTRAY;
    table = metatable.slots[path.index + 1] as LuaTable;
    path = path.behind;
  }
  return ASTRAY;
};

const findNothing = (): number => {
  exchange.value = null;
  return NIL;
};

/** The path from a table to a key, given as what it is filed under; undefined where layouts do not tell. */
export const findPath = (table: LuaTable, filed: string, longest = LONGEST): Path | undefined => {
  const { layout, metatable, slots } = table;
  const at = layout.find(filed);
  // Only a shared layout will never have a key that it does not have.
  if (longest === 0 || (at < 0 && !layout.isShared)) return undefined;
  const isFound = at >= 0 && slots[at] !== NIL;
  if (isFound || metatable === null) return { layout, at, metatable: undefined, index: -1, behind: undefined };
  const index = metatable.layout.find(keyOfEvent(EVENT.INDEX));
  if (index < 0 && !metatable.layout.isShared) return undefined;
  if (index >= 0 && metatable.slots[index] !== TABLE) return undefined;
  const behind = index < 0 ? undefined : findPath(metatable.slots[index + 1] as LuaTable, filed, longest - 1);
  if (index >= 0 && behind === undefined) return undefined;
  return { layout, at, metatable: metatable.layout, index, behind };
};
