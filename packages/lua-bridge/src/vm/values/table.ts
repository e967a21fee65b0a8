import type { Layout } from './layout.js';
import { LAST_MARK, MARK_BITS } from './mark.js';
import { type LuaString, stringKey } from './string.js';

/** What tables have instead of arrays of tags and values by turns until they need some. Nobody writes to it. */
export const NO_PAIRS: unknown[] = [];

/* Sizes of a table of which more is to be known than that it is small and that nothing was taken out of it. */
class Sizes {
  holes = 0;
  removed = 0;
  reach = 0;

  constructor(
    public capacity: number,
    public free: number,
  ) {}
}

/* Nobody writes to it. */
const NOTHING_MORE = new Sizes(0, 0);

/* A word holds a mark, what is free, and a capacity. Small integers have 31 bits in any engine. */
const FREE_AT = MARK_BITS;
const CAPACITY_AT = 16;
const END = 30;

const MOST_FREE = (1 << (CAPACITY_AT - FREE_AT)) - 1;
const FREE = MOST_FREE << FREE_AT;
const LARGEST = (1 << (END - CAPACITY_AT)) - 1;

/**
 * A Lua table: a list part for the keys 1 to n, and a keyed part for all others. Neither holds values in objects of
 * their own: they lie in arrays, each behind its tag. Scripts make many, so each of its words counts.
 */
export class LuaTable {
  /** Tag and value, by turns, of the keys 1 to n; absent ones are nil, but for the last one. */
  list = NO_PAIRS;
  /** Tag and value, by turns, of each key of the layout; behind them there may be room. A removed key's are nil. */
  slots = NO_PAIRS;
  metatable: LuaTable | null = null;
  /* The capacity, what is free, and the mark, as long as there is nothing more. */
  private word = 0;
  private sizes = NOTHING_MORE;

  /** @param layout The keys of the keyed part. */
  constructor(public layout: Layout) {}

  /** The last census that counted it. */
  get mark(): number {
    return this.word & LAST_MARK;
  }

  set mark(census: number) {
    this.word = (this.word & ~LAST_MARK) | census;
  }

  /** Elements for which the array of Lua's own implementation would have room. */
  get capacity(): number {
    return this.sizes === NOTHING_MORE ? this.word >> CAPACITY_AT : this.sizes.capacity;
  }

  set capacity(count: number) {
    if (count > LARGEST || this.hasSizes) this.ownSizes.capacity = count;
    else this.word = (count << CAPACITY_AT) | (this.word & ((1 << CAPACITY_AT) - 1));
  }

  /** Keys that its hash part could still take. */
  get free(): number {
    return this.sizes === NOTHING_MORE ? (this.word >> FREE_AT) & MOST_FREE : this.sizes.free;
  }

  set free(count: number) {
    if (count > MOST_FREE || this.hasSizes) this.ownSizes.free = count;
    else this.word = (this.word & ~FREE) | (count << FREE_AT);
  }

  /** Sets the capacity and what is free. */
  resize(capacity: number, free: number): void {
    if (capacity <= LARGEST && free <= MOST_FREE && this.sizes === NOTHING_MORE)
      this.word = (capacity << CAPACITY_AT) | (free << FREE_AT) | (this.word & LAST_MARK);
    else {
      this.ownSizes.capacity = capacity;
      this.ownSizes.free = free;
    }
  }

  /** Takes what is free for one key; false if nothing is. */
  claim(): boolean {
    if (this.sizes !== NOTHING_MORE) return this.sizes.free > 0 && this.sizes.free-- > 0;
    if ((this.word & FREE) === 0) return false;
    this.word -= 1 << FREE_AT;
    return true;
  }

  /** Absent values in the list. */
  get holes(): number {
    return this.sizes.holes;
  }

  set holes(count: number) {
    if (count !== this.sizes.holes) this.ownSizes.holes = count;
  }

  /** Keys of the layout that were removed. */
  get removed(): number {
    return this.sizes.removed;
  }

  set removed(count: number) {
    if (count !== this.sizes.removed) this.ownSizes.removed = count;
  }

  /** Last element that the list ever held beyond the capacity; 0 if there was none. */
  get reach(): number {
    return this.sizes.reach;
  }

  set reach(index: number) {
    if (index !== this.sizes.reach) this.ownSizes.reach = index;
  }

  /** Whether it has sizes of its own. */
  get hasSizes(): boolean {
    return this.sizes !== NOTHING_MORE;
  }

  private get ownSizes(): Sizes {
    if (!this.hasSizes) this.sizes = new Sizes(this.capacity, this.free);
    return this.sizes;
  }
}

/*
 * A location is where a table keeps a key: where its tag is in the list, or the complement of where it is in the slots.
 */

/** How many elements a list has, those that are absent too. */
export const countElements = ({ list }: LuaTable): number => list.length >> 1;

/** The location of a key that a table does not have. */
export const ABSENT = 2 ** 30 - 1;

/** The location of an integer key that is a JavaScript number, even if its value was removed. */
export const locateNumber = (table: LuaTable, key: number): number =>
  key >= 1 && key * 2 <= table.list.length && Number.isInteger(key) ? key * 2 - 2 : locateKeyed(table, key);

/** The location of a key of the keyed part, given as what it is filed under, even if its value was removed. */
const locateKeyed = ({ layout }: LuaTable, filed: unknown): number => {
  const at = layout.find(filed);
  return at < 0 ? ABSENT : ~at;
};

/** Where the slot of a string is; -1 if there is none. It is looked for first where it was last, in whatever table. */
export const slotOfString = ({ layout }: LuaTable, string: LuaString): number => {
  const filed = stringKey(string);
  const { slot } = string;
  if (slot >= 0 && layout.filed[slot] === filed) return slot * 2;
  const at = layout.find(filed);
  if (at >= 0) string.slot = at >> 1;
  return at;
};

/** The location of a key given as what it is filed under, even if its value was removed. */
export const locate = (table: LuaTable, filed: unknown): number =>
  typeof filed === 'number' ? locateNumber(table, filed) : locateKeyed(table, filed);

/** The tag at a location; that of nil where there is none. */
export const tagAt = (table: LuaTable, at: number): number =>
  at < 0 ? (table.slots[~at] as number) : at === ABSENT ? 0 : (table.list[at] as number);

/** Puts a value where one is; how many of the table's are nil is not counted here. */
export const writeAt = (table: LuaTable, at: number, tag: number, value: unknown): void => {
  if (at >= 0) {
    table.list[at] = tag;
    table.list[at + 1] = value;
  } else {
    table.slots[~at] = tag;
    table.slots[~at + 1] = value;
  }
};

/** The value at a location. */
export const valueAt = (table: LuaTable, at: number): unknown =>
  at < 0 ? table.slots[~at + 1] : at === ABSENT ? null : table.list[at + 1];
