import { LUA_FUNCTION, NATIVE_CLOSURE, STRING, TABLE, THREAD } from './values/tags.js';
import type { CClosure, LClosure, LuaState, LuaTable, Proto, TString, TValue } from './values/types.js';

/*
 * Estimates the live memory of a state by walking everything reachable. Run only when about as much has been allocated
 * since the last time as the limit allows in all, so its cost is spread thin.
 */

const BYTES = {
  table: 170,
  element: 50,
  entry: 200,
  closure: 150,
  native: 400,
  upvalue: 50,
  thread: 1500,
  task: 2500,
  error: 3000,
  slot: 50,
  string: 220,
  instruction: 120,
};

let censuses = 0;

/** Estimated bytes of all live Lua values of a state. */
export const census = (L: LuaState): number => {
  const { runtime, l_registry, mt } = L.l_G;
  const walk = new Walk(++censuses, runtime.errorMeta);
  walk.value(l_registry);
  for (const metatable of mt) if (metatable) walk.add(metatable, walk.tables);
  for (const thread of [L, ...runtime.threads]) walk.add(thread, walk.threads);
  for (const table of runtime.making) walk.add(table, walk.tables);
  for (const values of runtime.held) for (const value of values) walk.value(value);
  // What drives a thread of the host's making, one of `parallel` above all: promises, its group, its place in the
  // queue.
  return walk.run() + runtime.threads.size * BYTES.task;
};

class Walk {
  bytes = 0;
  readonly tables: LuaTable[] = [];
  readonly threads: LuaState[] = [];
  readonly #closures: LClosure[] = [];
  readonly #natives: CClosure[] = [];

  constructor(
    private readonly mark: number,
    private readonly errorMeta: LuaTable,
  ) {}

  /** Counts a value; the compiler leaves places empty for a while. */
  value(place: TValue | undefined): void {
    if (place === undefined) return;
    const { type, value } = place;
    if (type === STRING) this.#string(value as TString);
    else if (type === TABLE) this.add(value as LuaTable, this.tables);
    else if (type === LUA_FUNCTION) this.add(value as LClosure, this.#closures);
    else if (type === NATIVE_CLOSURE) this.add(value as CClosure, this.#natives);
    else if (type === THREAD) this.add(value as LuaState, this.threads);
  }

  /** Notes an object to be visited, once. */
  add<Kind extends { mark?: number }>(object: Kind, list: Kind[]): void {
    if (object.mark === this.mark) return;
    object.mark = this.mark;
    list.push(object);
  }

  run(): number {
    for (;;) {
      const [table, closure, native, thread] = [
        this.tables.pop(),
        this.#closures.pop(),
        this.#natives.pop(),
        this.threads.pop(),
      ];
      if (table !== undefined) this.#table(table);
      if (closure !== undefined) this.#closure(closure);
      if (native !== undefined) this.#native(native);
      if (thread !== undefined) this.#thread(thread);
      if ((table ?? closure ?? native ?? thread) === undefined) return this.bytes;
    }
  }

  #string(string: TString): void {
    if (string.mark === this.mark) return;
    string.mark = this.mark;
    // The table key of a string that has been one is as long again.
    this.bytes += BYTES.string + string.realstring.length * (string.key === undefined ? 1 : 2);
  }

  #table(table: LuaTable): void {
    this.bytes += BYTES.table + table.list.length * BYTES.element;
    if (table.metatable !== null) this.add(table.metatable, this.tables);
    // The host's error behind it, which keeps its stack trace.
    if (table.metatable === this.errorMeta) this.bytes += BYTES.error;
    for (const value of table.list) this.value(value);
    for (let entry = table.first; entry !== undefined; entry = entry.next) {
      this.bytes += BYTES.entry;
      this.value(entry.key);
      this.value(entry.value);
    }
  }

  #closure(closure: LClosure): void {
    this.bytes += BYTES.closure + closure.upvals.length * BYTES.upvalue;
    // A closure whose code is still being compiled has none yet.
    this.#proto(closure.p);
    for (const upvalue of closure.upvals) this.value(upvalue);
  }

  #native(closure: CClosure): void {
    this.bytes += BYTES.native;
    for (const upvalue of closure.upvalue) this.value(upvalue);
  }

  #proto(proto: Proto | null): void {
    if (proto === null || proto.mark === this.mark) return;
    proto.mark = this.mark;
    this.bytes += proto.code.length * BYTES.instruction + 500;
    for (const constant of proto.k) this.value(constant);
    for (const inner of proto.p) this.#proto(inner);
  }

  #thread(thread: LuaState): void {
    this.bytes += BYTES.thread + thread.stack.length * BYTES.slot;
    for (let i = 0; i < thread.top; i++) {
      this.value(thread.stack[i]);
    }
  }
}
