import { itemTagAt, setItem } from './items.js';
import type { Layout } from './layout.js';
import { LAST_MARK, MARK_BITS } from './mark.js';
import { type LuaString, stringKey } from './string.js';
import { NIL } from './tags.js';

/* An engine has kinds of arrays; one that once held an object is of the most general, as all others here are. */
const makeNothing = (): unknown[] => {
  const array: unknown[] = [null];
  array.pop();
  return array;
};

/** What tables have instead of arrays of tags and values by turns until they need some. Nobody writes to it. */
export const NO_PAIRS: unknown[] = makeNothing();

/** What tables have instead of a list until they need one. Nobody writes to it. */
export const NO_ITEMS: unknown[] = makeNothing();

/** What tables have instead of tags of their elements. Nobody writes to it. */
export const NO_TAGS: number[] = [];

/* Sizes of a table of which more is to be known than that it is small and that nothing was taken out of it. */
class Sizes {
  holes = 0;
  removed = 0;
  reach = 0;
  tags = NO_TAGS;

  constructor(
    public mark: number,
    public capacity: number,
    public free: number,
  ) {}
}

/* Nobody writes to it. */
const NOTHING_MORE = new Sizes(0, 0, 0);

/* A word holds a mark, what is free, and a capacity. Small integers have 31 bits in any engine. */
const FREE_AT = MARK_BITS;
const CAPACITY_AT = 16;
const END = 30;

const MOST_FREE = (1 << (CAPACITY_AT - FREE_AT)) - 1;
const FREE = MOST_FREE << FREE_AT;
const LARGEST = (1 << (END - CAPACITY_AT)) - 1;

/**
 * A Lua table: a list part for the keys 1 to n, and a keyed part for all others. Neither holds values in objects of
 * their own: they lie in arrays. Scripts make many, so each of its words counts.
 */
export class LuaTable {
  /** The values of the keys 1 to n; absent ones are undefined, and never the last one. */
  list = NO_ITEMS;
  /** The tag of all that is in the list, as long as it is one; below 0 if there are several kinds of it. */
  itemTag = NIL;
  /** Tag and value, by turns, of each key of the layout; behind them there may be room. A removed key's are nil. */
  slots = NO_PAIRS;
  metatable: LuaTable | null = null;
  /* A word with the capacity, what is free, and the mark, as long as there is nothing more. */
  private sizes: number | Sizes = 0;

  /** @param layout The keys of the keyed part. */
  constructor(public layout: Layout) {}

  /** The last census that counted it. */
  get mark(): number {
    const { sizes } = this;
    return typeof sizes === 'number' ? sizes & LAST_MARK : sizes.mark;
  }

  set mark(census: number) {
    const { sizes } = this;
    if (typeof sizes === 'number') this.sizes = (sizes & ~LAST_MARK) | census;
    else sizes.mark = census;
  }

  /** Elements for which the array of Lua's own implementation would have room. */
  get capacity(): number {
    const { sizes } = this;
    return typeof sizes === 'number' ? sizes >> CAPACITY_AT : sizes.capacity;
  }

  set capacity(count: number) {
    const { sizes } = this;
    if (typeof sizes !== 'number' || count > LARGEST) this.ownSizes.capacity = count;
    else this.sizes = (count << CAPACITY_AT) | (sizes & ((1 << CAPACITY_AT) - 1));
  }

  /** Keys that its hash part could still take. */
  get free(): number {
    const { sizes } = this;
    return typeof sizes === 'number' ? (sizes >> FREE_AT) & MOST_FREE : sizes.free;
  }

  set free(count: number) {
    const { sizes } = this;
    if (typeof sizes !== 'number' || count > MOST_FREE) this.ownSizes.free = count;
    else this.sizes = (sizes & ~FREE) | (count << FREE_AT);
  }

  /** Sets the capacity and what is free. */
  resize(capacity: number, free: number): void {
    const { sizes } = this;
    if (typeof sizes === 'number' && capacity <= LARGEST && free <= MOST_FREE)
      this.sizes = (capacity << CAPACITY_AT) | (free << FREE_AT) | (sizes & LAST_MARK);
    else {
      this.ownSizes.capacity = capacity;
      this.ownSizes.free = free;
    }
  }

  /** Takes what is free for one key; false if nothing is. */
  claim(): boolean {
    const { sizes } = this;
    if (typeof sizes !== 'number') return sizes.free > 0 && sizes.free-- > 0;
    if ((sizes & FREE) === 0) return false;
    this.sizes = sizes - (1 << FREE_AT);
    return true;
  }

  /** Absent values in the list. */
  get holes(): number {
    return this.more.holes;
  }

  set holes(count: number) {
    if (count !== this.holes) this.ownSizes.holes = count;
  }

  /** Keys of the layout that were removed. */
  get removed(): number {
    return this.more.removed;
  }

  set removed(count: number) {
    if (count !== this.removed) this.ownSizes.removed = count;
  }

  /** Last element that the list ever held beyond the capacity; 0 if there was none. */
  get reach(): number {
    return this.more.reach;
  }

  set reach(index: number) {
    if (index !== this.reach) this.ownSizes.reach = index;
  }

  /** The tags of the elements of a list whose values do not tell them. */
  get tags(): number[] {
    return this.more.tags;
  }

  set tags(tags: number[]) {
    this.ownSizes.tags = tags;
  }

  /** Whether it has sizes of its own. */
  get hasSizes(): boolean {
    return typeof this.sizes !== 'number';
  }

  private get more(): Sizes {
    return typeof this.sizes === 'number' ? NOTHING_MORE : this.sizes;
  }

  private get ownSizes(): Sizes {
    if (typeof this.sizes === 'number') this.sizes = new Sizes(this.mark, this.capacity, this.free);
    return this.sizes;
  }
}

/*
 * A location is where a table keeps a key: its place in the list, or the complement of where its tag is in the slots.
 */

/** The location of a key that a table does not have. */
export const ABSENT = 2 ** 30 - 1;

/** The location of an integer key that is a JavaScript number, even if its value was removed. */
export const locateNumber = (table: LuaTable, key: number): number =>
  key >= 1 && key <= table.list.length && Number.isInteger(key) ? key - 1 : locateKeyed(table, key);

/** The location of a key of the keyed part, given as what it is filed under, even if its value was removed. */
const locateKeyed = ({ layout }: LuaTable, filed: unknown): number => {
  const at = layout.find(filed);
  return at < 0 ? ABSENT : ~at;
};

/** Where the slot of a string is; -1 if there is none. It is looked for first where it was last, in whatever table. */
export const slotOfString = ({ layout }: LuaTable, string: LuaString): number => {
  const { slot } = string;
  return slot >= 0 && layout.found[slot] === string ? slot * 2 : findSlot(layout, string);
};

const findSlot = (layout: Layout, string: LuaString): number => {
  const filed = stringKey(string);
  const { slot } = string;
  const at = slot >= 0 && layout.filed[slot] === filed ? slot * 2 : layout.find(filed);
  if (at < 0) return at;
  string.slot = at >> 1;
  layout.noteFound(at >> 1, string);
  return at;
};

/** The location of a key given as what it is filed under, even if its value was removed. */
export const locate = (table: LuaTable, filed: unknown): number =>
  typeof filed === 'number' ? locateNumber(table, filed) : locateKeyed(table, filed);

/** The tag at a location; that of nil where there is none. */
export const tagAt = (table: LuaTable, at: number): number =>
  at < 0 ? (table.slots[~at] as number) : at === ABSENT ? NIL : itemTagAt(table, at);

/** Puts a value where one is; how many of the table's are nil is not counted here. */
export const writeAt = (table: LuaTable, at: number, tag: number, value: unknown): void => {
  if (at >= 0) setItem(table, at, tag, value);
  else {
    table.slots[~at] = tag;
    table.slots[~at + 1] = value;
  }
};

/** The value at a location. */
export const valueAt = (table: LuaTable, at: number): unknown =>
  at < 0 ? table.slots[~at + 1] : at === ABSENT ? null : (table.list[at] ?? null);
