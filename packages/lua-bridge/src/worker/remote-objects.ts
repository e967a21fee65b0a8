import type { ExposedObjects } from '../bridge/exposed-objects.js';
import type { HostCall } from '../bridge/lua-value.js';
import type { ObjectKind } from '../bridge/object-kind.js';
import type { KeptObject } from './protocol.js';

/** What a thread asks of an object of the host. */
export type Operate = (call: HostCall, id: number, what: 'read' | 'write' | 'invoke', ...args: unknown[]) => unknown;

/** An object of the host, as a thread holds it. */
class RemoteObject {
  constructor(
    readonly id: number,
    readonly methods: ReadonlySet<string>,
  ) {}
}

/** The kind of objects of the host in a thread: whatever is done with them is done there. */
class RemoteKind implements ObjectKind {
  constructor(
    readonly name: string,
    readonly metamethods: readonly string[],
    readonly isClass: boolean,
    private readonly operate: Operate,
  ) {}

  hasMethod(object: object, name: string): boolean {
    return (object as RemoteObject).methods.has(name);
  }

  read(object: object, name: string, call: HostCall): unknown {
    return this.operate(call, idOf(object), 'read', name);
  }

  write(object: object, name: string, value: unknown, call: HostCall): unknown {
    return this.operate(call, idOf(object), 'write', name, value);
  }

  invoke(object: object, name: string, args: readonly unknown[], call: HostCall): unknown {
    return this.operate(call, idOf(object), 'invoke', name, ...args);
  }
}

const idOf = (object: object): number => (object as RemoteObject).id;

/** The objects of the host that have come to a thread in one run. The same object is the same one again. */
export class RemoteObjects implements ExposedObjects {
  readonly #objects = new Map<number, RemoteObject>();
  readonly #kinds = new Map<number, RemoteKind>();
  readonly #kindOf = new WeakMap<object, RemoteKind>();

  /** Nothing is exposed here: the host does. */
  readonly expose = <Value extends object>(value: Value): Value => value;

  find(value: object): ObjectKind | undefined {
    return this.#kindOf.get(value);
  }

  /** The object of that id, which may be new. */
  take(id: number, { kind, name, methods, metamethods, isClass }: KeptObject, operate: Operate): object {
    let object = this.#objects.get(id);
    if (object !== undefined) return object;
    let known = this.#kinds.get(kind);
    if (known === undefined) this.#kinds.set(kind, (known = new RemoteKind(name, metamethods, isClass, operate)));
    object = new RemoteObject(id, new Set(methods));
    this.#objects.set(id, object);
    this.#kindOf.set(object, known);
    return object;
  }

  /** The id of an object of the host. */
  static idOf(value: object): number | undefined {
    return value instanceof RemoteObject ? value.id : undefined;
  }
}
