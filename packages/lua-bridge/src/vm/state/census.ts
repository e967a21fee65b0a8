import type { Integer } from '../values/arithmetic.js';
import type { LuaFunction, Prototype } from '../values/function.js';
import { itemTagAt } from '../values/items.js';
import type { Layout } from '../values/layout.js';
import { LAST_MARK } from '../values/mark.js';
import type { LuaString } from '../values/string.js';
import type { LuaTable } from '../values/table.js';
import { BOOLEAN, LUA_FUNCTION, NATIVE_CLOSURE, STRING, TABLE, THREAD } from '../values/tags.js';
import type { Value } from '../values/value.js';
import { ADDRESS_BYTES } from './addresses.js';
import { tagOfKey } from './key-tag.js';
import type { LuaState, Runtime } from './lua-state.js';
import type { NativeClosure } from './native.js';
import { YIELD } from './status.js';
import { tidyAtRest } from './tidy-stack.js';
import { weighFunction, weighLayout, weighNumber, weighTable } from './weights.js';

/*
 * Estimates the live memory of a state by walking everything reachable. Run only when about as much has been allocated
 * since the last time as the limit allows in all, so its cost is spread thin.
 */

/** What things of the machine take, in bytes. */
export const BYTES = {
  native: 400,
  thread: 1500,
  task: 2500,
  loop: 500,
  error: 3000,
  register: 20,
  string: 120,
  instruction: 120,
  proto: 500,
  module: 600,
};

/* Things that were never counted bear 0. */
let census = 0;
const nextCensus = (): number => (census = census < LAST_MARK ? census + 1 : 1);

/** Estimates the bytes of all live Lua values of a state. */
export const takeCensus = (runtime: Runtime): number => {
  const walk = new Walk(nextCensus(), runtime);
  for (const table of [runtime.globals, runtime.errorMeta]) walk.add(table, walk.tables);
  for (let at = runtime.making; at !== undefined; at = at.outer) walk.add(at.table, walk.tables);
  for (const metatable of runtime.metatables) if (metatable !== null) walk.add(metatable, walk.tables);
  for (const thread of [runtime.L, ...runtime.threads]) walk.add(thread, walk.threads);
  for (const module of runtime.loaded.values()) walk.value(module);
  for (const values of runtime.held) for (const value of values) walk.value(value);
  // What drives a thread of the host's making, one of `parallel` above all: promises, its group, its place in the
  // queue.
  const { threads, loaded, compiling, tier } = runtime;
  const hits = runtime.budget.hits?.bytes ?? 0;
  return (
    walk.run() +
    threads.size * BYTES.task +
    runtime.loops.size * BYTES.loop +
    loaded.size * BYTES.module +
    (compiling?.bytes ?? 0) +
    (tier?.bytes ?? 0) +
    runtime.layoutBytes +
    hits
  );
};

/* Names that are no part of what an instruction counts for. */
const LONG_NAME = 32;

const isNumeric = (value: unknown): value is Integer => typeof value === 'number' || typeof value === 'bigint';

class Walk {
  bytes = 0;
  readonly tables: LuaTable[] = [];
  readonly threads: LuaState[] = [];
  readonly #closures: LuaFunction[] = [];
  readonly #natives: NativeClosure[] = [];

  constructor(
    private readonly mark: number,
    private readonly runtime: Runtime,
  ) {}

  /** Counts a value; places of the stack may be empty. */
  value(place: Value | undefined): void {
    if (place !== undefined) this.#payload(place.type, place.value);
  }

  #payload(type: number, value: unknown): void {
    if (type === STRING) this.#string(value as LuaString);
    else if (type === TABLE) this.add(value as LuaTable, this.tables);
    else if (type === LUA_FUNCTION) this.add(value as LuaFunction, this.#closures);
    else if (type === NATIVE_CLOSURE) this.add(value as NativeClosure, this.#natives);
    else if (type === THREAD) this.add(value as LuaState, this.threads);
  }

  /** Notes an object to be visited, once. */
  add<Kind extends { mark: number }>(object: Kind, list: Kind[]): void {
    if (object.mark === this.mark) return;
    object.mark = this.mark;
    const { addresses } = this.runtime;
    if (addresses.given > 0 && addresses.find(object) !== undefined) this.bytes += ADDRESS_BYTES;
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

  #string(string: LuaString): void {
    if (string.mark === this.mark) return;
    string.mark = this.mark;
    this.bytes += string.weight;
  }

  #table(table: LuaTable): void {
    const { layout, slots } = table;
    this.bytes += weighTable(table);
    if (table.metatable !== null) this.add(table.metatable, this.tables);
    // The host's error behind it, which keeps its stack trace.
    if (table.metatable === this.runtime.errorMeta) this.bytes += BYTES.error;
    this.#list(table);
    this.#pairs(slots);
    this.#layout(layout);
  }

  #layout(layout: Layout): void {
    if (layout.mark === this.mark || layout.isCommon) return;
    layout.mark = this.mark;
    this.bytes += weighLayout(layout);
    if (layout.isShared) return;
    for (const key of layout.filed) {
      if (typeof key === 'object' && key !== null) this.#payload(tagOfKey(key), key);
    }
  }

  #list(table: LuaTable): void {
    const { list, itemTag } = table;
    if (itemTag === BOOLEAN) return;
    for (let n = 0; n < list.length; n++) {
      const value = list[n];
      if (isNumeric(value)) this.bytes += weighNumber(itemTagAt(table, n), value);
      else if (value !== undefined) this.#payload(itemTagAt(table, n), value);
    }
  }

  #pairs(pairs: readonly unknown[]): void {
    for (let at = 0; at < pairs.length; at += 2) {
      const value = pairs[at + 1];
      // Most tables of a short run are those of libraries.
      if (typeof value === 'function') continue;
      if (typeof value === 'object') this.#payload(pairs[at] as number, value);
      else if (isNumeric(value)) this.bytes += weighNumber(pairs[at] as number, value);
    }
  }

  #closure(closure: LuaFunction): void {
    const { first, others, proto } = closure;
    this.bytes += weighFunction(closure);
    this.#proto(proto);
    this.value(first);
    for (const upvalue of others) this.value(upvalue);
  }

  #native(closure: NativeClosure): void {
    this.bytes += BYTES.native + closure.weight;
    for (const upvalue of closure.upvalues) this.value(upvalue);
  }

  #proto(proto: Prototype): void {
    if (proto.mark === this.mark) return;
    proto.mark = this.mark;
    this.bytes += proto.code.length * BYTES.instruction + BYTES.proto;
    for (const constant of proto.constants) this.value(constant);
    for (const { name } of proto.locals) if (name.length > LONG_NAME) this.#string(name);
    if (proto.made !== undefined) this.add(proto.made, this.#closures);
    for (const inner of proto.inner) this.#proto(inner);
    if (proto.outer !== undefined) this.#proto(proto.outer);
  }

  #thread(thread: LuaState): void {
    this.bytes += BYTES.thread + thread.stack.length * BYTES.register;
    for (let i = 0; i < thread.top; i++) {
      this.value(thread.stack[i]);
    }
    if (thread.status === YIELD || thread.frame === thread.base) tidyAtRest(thread);
    else thread.isLittered = true;
  }
}
