import type { LuaState } from '../state/lua-state.js';
import { Layout } from '../values/layout.js';
import { roundUp } from '../values/power-of-two.js';
import type { LuaTable } from '../values/table.js';
import { TABLE } from '../values/tags.js';
import type { Value } from '../values/value.js';
import { newTable, SLOT_BYTES } from './lua-table.js';

/** With what a table begins in every state, such as that of a library: it takes no more than a copy of its values. */
export class Model {
  readonly #layout: Layout;
  readonly #slots: readonly unknown[];
  /* Where the tables of the state's own begin. */
  readonly #own: number;

  /**
   * @param fields Values by key; none of them belongs to a state.
   * @param tables Keys behind them, whose values are tables of each state's own.
   */
  constructor(fields: Readonly<Record<string, Value>>, tables: readonly string[] = []) {
    const slots = Object.values(fields).flatMap(({ type, value }): unknown[] => [type, value]);
    this.#own = slots.length;
    this.#slots = slots.concat(tables.flatMap(() => [TABLE, null]));
    this.#layout = new Layout([...Object.keys(fields), ...tables], true);
    this.#layout.isCommon = true;
  }

  /** A new table of a state. */
  make(L: LuaState, tables: readonly LuaTable[] = []): LuaTable {
    const table = newTable(L);
    this.fill(L, table, tables);
    return table;
  }

  /** Fills a table that is empty. */
  fill({ runtime }: LuaState, table: LuaTable, tables: readonly LuaTable[] = []): void {
    const keys = this.#layout.filed.length;
    runtime.budget.allocate(keys * SLOT_BYTES);
    const slots = this.#slots.slice();
    for (let n = 0; n < tables.length; n++) slots[this.#own + 2 * n + 1] = tables[n];
    table.slots = slots;
    table.layout = this.#layout;
    table.resize(0, roundUp(keys) - keys);
  }
}
