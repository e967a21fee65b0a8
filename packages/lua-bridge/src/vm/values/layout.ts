import { KeyIndex } from './key-index.js';
import { type LuaString, newText } from './string.js';

/*
 * Which keys tables have besides their lists, apart from the values. Tables that got the same keys in the same order
 * share one layout, so a place in a script that has found a key once finds it in all of them at once.
 */

/** Keys up to which it is quicker, and takes far less memory, to look at one after another. */
export const FEW = 8;

/** Times that a shared layout is looked through before it gets an index. */
const OFTEN = 50;

/** Tables with more keys are rarely alike. */
const MOST_SHARED = 24;

/** What a key of tables that are alike has in characters at most. */
const LONGEST_SHARED = 100;

/* What a shared layout takes in memory, and each of its keys, in bytes. */
const LAYOUT_BYTES = 300;
const KEY_BYTES = 50;

/** Shared layouts of a state: where there are more, tables are not alike. */
const MOST_LAYOUTS = 2000;

/** What no key is filed under: of a slot whose key has got another one. */
const NOWHERE = Symbol('nowhere');

/* Slots of a layout for which the text is kept by which they were found last, and its length. */
const MOST_FOUND = 256;
const LONGEST_FOUND = 40;

/* Nobody writes to it. */
const NONE_FOUND: (LuaString | undefined)[] = [];

let nextId = 1;

/** Keys in the order in which they were added, each with the slot of its number. A shared one never changes. */
export class Layout {
  /** Slots that are nowhere. */
  vacant = 0;
  /** Whether it belongs to all states, as that of a library does: others are made from it for single tables only. */
  isCommon = false;
  /** Whether there may be positive integers among the keys of one that is not shared. */
  hasIntegers = false;
  /** The last census that counted it. */
  mark = 0;
  /** No other has it. */
  readonly id = nextId++;
  /** Bits of the events whose names are known not to be among the keys. */
  lacks = 0;
  #index: KeyIndex | undefined = undefined;
  /* How often a shared one was looked through: most are only passed on the way to one with more keys. */
  #looks = 0;
  /** The first shared layout with one key more, and the key. */
  #next: Layout | undefined = undefined;
  #nextKey: string | undefined = undefined;
  /** All others, by their keys. */
  #others: Map<string, Layout> | undefined = undefined;
  /** Keys that are strings, once somebody has wanted them. */
  #strings: LuaString[] | undefined = undefined;
  #names: (string | undefined)[] | undefined = undefined;
  /** The text by which each of the first slots was found last: it is told from others without a look at it. */
  found = NONE_FOUND;

  /**
   * @param filed Under what the key of each slot is filed.
   * @param isShared Whether other tables may have it too.
   */
  constructor(
    readonly filed: unknown[],
    readonly isShared: boolean,
  ) {}

  /** Where the slot of a key is in a table's `slots`, even if its value was removed; -1 if there is none. */
  find(filed: unknown): number {
    const keys = this.filed;
    if (keys.length > FEW && (this.#index !== undefined || !this.isShared || ++this.#looks > OFTEN))
      return this.#look(filed);
    for (let n = 0; n < keys.length; n++) if (keys[n] === filed) return n * 2;
    return -1;
  }

  /** The same, looked for first in the slot in which another layout has it: there it often is. */
  findNear(filed: unknown, at: number): number {
    return this.filed[at >> 1] === filed ? at : this.find(filed);
  }

  /** Notes the text by which a slot was found. */
  noteFound(n: number, text: LuaString): void {
    if (n >= MOST_FOUND || text.length > LONGEST_FOUND || this.isCommon) return;
    if (this.found === NONE_FOUND) this.found = [];
    this.found[n] = text;
  }

  #look(filed: unknown): number {
    this.#index ??= new KeyIndex(this.filed);
    return this.#index.find(filed);
  }

  /** The index of its keys, if it has one. */
  get index(): KeyIndex | undefined {
    return this.#index;
  }

  /** The string that is the key of a slot. */
  stringAt(n: number): LuaString {
    const filed = this.filed[n] as string;
    // A table with a layout of its own may have many.
    if (!this.isShared) return newText(filed);
    return ((this.#strings ??= [])[n] ??= newText(filed));
  }

  /** What the keys of a shared one are called outside of Lua, as far as somebody has wanted to know. */
  get names(): (string | undefined)[] {
    return (this.#names ??= new Array<string | undefined>(this.filed.length));
  }

  /** The shared layout with one key more, if there is one. */
  with(filed: string): Layout | undefined {
    return this.#nextKey === filed ? this.#next : this.#others?.get(filed);
  }

  /** Remembers it. */
  keep(filed: string, longer: Layout): void {
    if (this.#next === undefined) {
      this.#next = longer;
      this.#nextKey = filed;
    } else (this.#others ??= new Map()).set(filed, longer);
  }

  /** Adds a key to one that is not shared. */
  add(filed: unknown): void {
    this.lacks = 0;
    this.#index?.add(filed, this.filed.length);
    this.filed.push(filed);
  }

  /** Takes the key, which is about to get another slot, from a slot of one that is not shared. */
  vacate(at: number): void {
    this.filed[at / 2] = NOWHERE;
    if (at / 2 < this.found.length) this.found[at / 2] = undefined;
    this.vacant++;
  }
}

/** The shared layouts of a state. */
export class Layouts {
  /** That of a table without keys. */
  readonly empty = new Layout([], true);
  /** What they take in memory, in bytes. */
  bytes = 0;
  /** How many there are. */
  count = 0;

  /** The layout with one key more: a shared one if tables are likely to have it too. */
  extend(layout: Layout, filed: unknown): Layout {
    if (!layout.isShared) {
      layout.add(filed);
      return layout;
    }
    const known = layout.with(filed as string);
    if (known !== undefined) return known;
    const isShared =
      !layout.isCommon &&
      typeof filed === 'string' &&
      filed.length <= LONGEST_SHARED &&
      layout.filed.length < MOST_SHARED &&
      this.count < MOST_LAYOUTS;
    const longer = new Layout([...layout.filed, filed], isShared);
    if (isShared) {
      layout.keep(filed, longer);
      this.bytes += LAYOUT_BYTES + KEY_BYTES * longer.filed.length + filed.length;
      this.count++;
    }
    return longer;
  }
}
