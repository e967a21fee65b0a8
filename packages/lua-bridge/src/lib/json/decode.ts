import type { Budget } from '../../meter/budget.js';
import type { LuaState } from '../../vm/state/lua-state.js';
import { newTable, setValue } from '../../vm/tables/lua-table.js';
import { appendElement, MAX_DEPTH } from '../../vm/tables/table.js';
import { nullValue } from '../../vm/values/json-null.js';
import type { LuaString } from '../../vm/values/string.js';
import type { LuaTable } from '../../vm/values/table.js';
import { BOOLEAN, STRING, TABLE } from '../../vm/values/tags.js';
import { Value } from '../../vm/values/value.js';
import { JsonCursor, JsonSyntaxError } from './cursor.js';
import { findNumberEnd, readNumber } from './number.js';
import { SharedStrings } from './shared-strings.js';
import { findPlainEnd, findStringEnd, unescape } from './string.js';

const QUOTE = 34;
const COMMA = 44;
const MINUS = 45;
const COLON = 58;
const OPEN_LIST = 91;
const CLOSE_LIST = 93;
const OPEN_OBJECT = 123;
const CLOSE_OBJECT = 125;

/**
 * The Lua value in a JSON text (RFC 8259). Read straight into tables, so that a text cannot take more than its run may:
 * objects of the host would be neither counted nor bounded.
 * @throws JsonSyntaxError with the line and column of a fault, or beyond 200 levels.
 */
export const readJson = (L: LuaState, bytes: Uint8Array): Value => {
  const { runtime } = L;
  const { making } = runtime;
  try {
    return new JsonReader(L, bytes).whole();
  } finally {
    runtime.making = making;
  }
};

class JsonReader {
  #depth = 0;
  readonly #cursor: JsonCursor;
  readonly #budget: Budget;
  readonly #strings: SharedStrings;

  constructor(
    private readonly L: LuaState,
    private readonly bytes: Uint8Array,
  ) {
    this.#cursor = new JsonCursor(bytes);
    this.#budget = L.runtime.budget;
    this.#strings = new SharedStrings(this.#budget, bytes);
  }

  whole(): Value {
    const value = this.#value();
    this.#cursor.skipSpace();
    if (this.#cursor.at < this.bytes.length) this.#cursor.expected('the end of the text');
    return value;
  }

  #value(): Value {
    this.#cursor.skipSpace();
    this.#budget.spend(2);
    const byte = this.bytes[this.#cursor.at];
    if (byte === QUOTE) return new Value(STRING, this.#string());
    if (byte === OPEN_OBJECT) return this.#object();
    if (byte === OPEN_LIST) return this.#list();
    return byte === MINUS || (byte !== undefined && byte >= 48 && byte <= 57) ? this.#number() : this.#word();
  }

  #list(): Value {
    const table = this.#open();
    this.L.runtime.arrays.add(table);
    if (this.#cursor.takes(CLOSE_LIST)) return this.#close(table);
    do appendElement(this.L, table, this.#value());
    while (this.#cursor.takes(COMMA));
    if (!this.#cursor.takes(CLOSE_LIST)) this.#cursor.expected("',' or ']'");
    return this.#close(table);
  }

  #object(): Value {
    const table = this.#open();
    if (this.#cursor.takes(CLOSE_OBJECT)) return this.#close(table);
    do this.#field(table);
    while (this.#cursor.takes(COMMA));
    if (!this.#cursor.takes(CLOSE_OBJECT)) this.#cursor.expected("',' or '}'");
    return this.#close(table);
  }

  #open(): LuaTable {
    if (++this.#depth > MAX_DEPTH) throw new JsonSyntaxError(`nested deeper than ${MAX_DEPTH} levels`);
    this.#cursor.at++;
    const table = newTable(this.L);
    const { runtime } = this.L;
    runtime.making = { table, outer: runtime.making };
    return table;
  }

  #close(table: LuaTable): Value {
    this.#depth--;
    const { runtime } = this.L;
    runtime.making = runtime.making?.outer;
    return new Value(TABLE, table);
  }

  #field(table: LuaTable): void {
    this.#cursor.skipSpace();
    if (this.bytes[this.#cursor.at] !== QUOTE) this.#cursor.expected('a key in double quotes');
    const key = new Value(STRING, this.#string());
    if (!this.#cursor.takes(COLON)) this.#cursor.expected("':'");
    const { type, value } = this.#value();
    setValue(this.L, table, key, type, value);
  }

  #string(): LuaString {
    const from = this.#cursor.at + 1;
    const plain = findPlainEnd(this.bytes, from);
    const to = this.bytes[plain] === QUOTE ? plain : findStringEnd(this.bytes, plain);
    this.#cursor.at = to + 1;
    if (to === plain) return this.#strings.of(from, to);
    return unescape(this.#budget, this.bytes, from, to);
  }

  #number(): Value {
    const from = this.#cursor.at;
    this.#cursor.at = findNumberEnd(this.bytes, from);
    this.#budget.spend((this.#cursor.at - from) >> 3);
    return readNumber(this.bytes, from, this.#cursor.at) ?? this.#cursor.expected('a number', from);
  }

  #word(): Value {
    if (this.#cursor.follows('null')) return nullValue();
    if (this.#cursor.follows('true')) return new Value(BOOLEAN, true);
    return this.#cursor.follows('false') ? new Value(BOOLEAN, false) : this.#cursor.expected('a value');
  }
}
