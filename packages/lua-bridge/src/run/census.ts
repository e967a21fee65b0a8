import type { CClosure, LClosure, LuaState, LuaTable, Proto, TString, TValue } from '../fengari/types.js';
import { LUA_FUNCTION, NATIVE_CLOSURE, STRING, TABLE, THREAD } from '../fengari/tags.js';

/*
 * Estimates the live memory of a state by walking everything reachable. Run only when as much has been allocated
 * since the last time as the limit allows in all, so its cost is spread thin.
 */

const BYTES = { table: 150, element: 50, entry: 200, closure: 120, upvalue: 60, thread: 1500, slot: 60, string: 100, instruction: 120 };

/** Estimated bytes of all live Lua values of a state. */
export const census = (L: LuaState): number => {
  const walk = new Walk();
  const { runtime, l_registry, mt } = L.l_G;
  walk.value(l_registry);
  for (const metatable of mt) if (metatable) walk.object(metatable, TABLE);
  walk.object(L, THREAD);
  for (const thread of runtime.threads) walk.object(thread, THREAD);
  return walk.run();
};

class Walk {
  bytes = 0;
  readonly #seen = new Set<object>();
  readonly #todo: { object: object; type: number }[] = [];

  value(value: TValue | undefined): void {
    if (value === undefined || typeof value.value !== 'object' || value.value === null) return;
    this.object(value.value, value.type);
  }

  object(object: object, type: number): void {
    if (this.#seen.has(object)) return;
    this.#seen.add(object);
    if (type === STRING) this.bytes += (object as TString).realstring.length + BYTES.string;
    else this.#todo.push({ object, type });
  }

  run(): number {
    for (let next = this.#todo.pop(); next !== undefined; next = this.#todo.pop()) {
      if (next.type === TABLE) this.#table(next.object as LuaTable);
      else if (next.type === LUA_FUNCTION) this.#closure(next.object as LClosure);
      else if (next.type === NATIVE_CLOSURE) this.#native(next.object as CClosure);
      else if (next.type === THREAD) this.#thread(next.object as LuaState);
    }
    return this.bytes;
  }

  #table(table: LuaTable): void {
    this.bytes += BYTES.table + table.list.length * BYTES.element;
    if (table.metatable !== null) this.object(table.metatable, TABLE);
    for (const value of table.list) this.value(value);
    for (let entry = table.first; entry !== undefined; entry = entry.next) {
      this.bytes += BYTES.entry;
      this.value(entry.key);
      this.value(entry.value);
    }
  }

  #closure(closure: LClosure): void {
    this.bytes += BYTES.closure + closure.upvals.length * BYTES.upvalue;
    this.#proto(closure.p);
    for (const upvalue of closure.upvals) this.value(upvalue);
  }

  #native(closure: CClosure): void {
    this.bytes += BYTES.closure;
    for (const upvalue of closure.upvalue) this.value(upvalue);
  }

  #proto(proto: Proto): void {
    if (this.#seen.has(proto)) return;
    this.#seen.add(proto);
    this.bytes += proto.code.length * BYTES.instruction;
    for (const constant of proto.k) this.value(constant);
    for (const inner of proto.p) this.#proto(inner);
  }

  #thread(thread: LuaState): void {
    this.bytes += BYTES.thread + thread.stack.length * BYTES.slot;
    for (let i = 0; i < thread.top; i++) this.value(thread.stack[i]);
  }
}
