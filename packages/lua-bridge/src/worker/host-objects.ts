import type { OwnObjects } from '../bridge/exposed-objects.js';
import { hostFunction } from '../bridge/host-function.js';
import type { HostCall } from '../bridge/lua-value.js';
import type { OwnKind } from '../bridge/object-kind.js';
import type { KeptObject } from './protocol.js';

/** The exposed objects that one run in a thread has been given. */
export class HostObjects {
  readonly #given: { readonly object: object; readonly kind: OwnKind }[] = [];
  readonly #ids = new Map<object, number>();
  readonly #kinds: OwnKind[] = [];

  /** @param operation The id by which a thread calls `operate`. */
  constructor(
    private readonly exposed: OwnObjects,
    private readonly operation: () => number,
  ) {}

  /** What a thread is told of an object that crosses as one; undefined if it crosses as data. */
  give(object: object): { id: number; kept: KeptObject } | undefined {
    const kind = this.exposed.find(object);
    if (kind === undefined) return undefined;
    let id = this.#ids.get(object);
    if (id === undefined) this.#ids.set(object, (id = this.#given.push({ object, kind }) - 1));
    const { name, metamethods, isClass } = kind;
    const told = { name, metamethods, isClass, methods: kind.methodsOf(object), operation: this.operation() };
    return { id, kept: { as: 'object', kind: this.#numberOf(kind), ...told } };
  }

  /** The object of that id. */
  get(id: number): object | undefined {
    return this.#given[id]?.object;
  }

  /** Does with an object what a script asks for. */
  readonly operate = hostFunction((call: HostCall, id, what, name, ...args) => {
    const { object, kind } = this.#given[id as number] as { object: object; kind: OwnKind };
    if (what === 'read') return kind.read(object, name as string);
    if (what === 'write') return kind.write(object, name as string, args[0]);
    return kind.invoke(object, name as string, args, call);
  });

  #numberOf(kind: OwnKind): number {
    const at = this.#kinds.indexOf(kind);
    return at >= 0 ? at : this.#kinds.push(kind) - 1;
  }
}
