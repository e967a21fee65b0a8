/** A Lua value as the VM holds it: a type tag and its payload. */
export interface TValue {
  type: number;
  value: unknown;
  setfrom(other: TValue): void;
}

/** A Lua string: bytes, and the key under which tables file it. */
export interface TString {
  /** Under what tables file it, once that was needed. fengari's own field for this is `hash`. */
  key?: string | undefined;
  readonly realstring: Uint8Array;
  /** The last census that counted it. */
  mark: number;
}

/** One entry of a table's keyed part, linked in insertion order. A value of nil marks it as removed. */
export interface TableEntry {
  readonly key: TValue;
  readonly value: TValue;
  next: TableEntry | undefined;
}

/** A Lua table: a list part for the keys 1 to n, and a keyed part for all others. See `lua-table.ts`. */
export interface LuaTable {
  id: number;
  /** Values of the keys 1 to `list.length`; removed ones are nil. */
  list: TValue[];
  /** Removed values in `list`. */
  holes: number;
  keyed: Map<unknown, TableEntry> | undefined;
  /** Removed entries in `keyed`. */
  removed: number;
  first: TableEntry | undefined;
  last: TableEntry | undefined;
  metatable: LuaTable | null;
  /** Bits of the metamethods known to be absent. */
  flags: number;
  /** The last census that counted it. */
  mark: number;
}
