import { type ObjectKind, OwnKind } from './object-kind.js';
import { isClass } from './scalar.js';

/** Which objects cross as objects, with their methods. */
export interface ExposedObjects {
  /** The kind of an object; undefined if it crosses as data. */
  find(value: object): ObjectKind | undefined;
  /** Exposes an object, or a class with all its instances. Returns it. */
  readonly expose: <Value extends object>(value: Value, names?: readonly string[]) => Value;
}

/** What `lua.object` exposed of this thread. */
export class OwnObjects implements ExposedObjects {
  readonly #objects = new WeakMap<object, OwnKind>();
  readonly #classes = new WeakMap<object, OwnKind>();
  #isEmpty = true;

  readonly expose = <Value extends object>(value: Value, names?: readonly string[]): Value => {
    const allowed = names === undefined ? undefined : new Set(names);
    this.#isEmpty = false;
    if (typeof value === 'function' && isClass(value)) this.#addClass(value, allowed);
    else {
      const prototype = Object.getPrototypeOf(value) as object | null;
      this.#objects.set(value, new OwnKind(nameOf(prototype), prototype, allowed));
    }
    return value;
  };

  find(value: object): OwnKind | undefined {
    if (this.#isEmpty) return undefined;
    const own = this.#objects.get(value);
    if (own !== undefined || typeof value === 'function') return own;
    for (let at = prototypeOf(value); at !== null; at = prototypeOf(at)) {
      const kind = this.#classes.get(at);
      if (kind !== undefined) return kind;
    }
    return undefined;
  }

  #addClass(made: Constructor, allowed: ReadonlySet<string> | undefined): void {
    this.#classes.set(made.prototype, new OwnKind(made.name, made.prototype, allowed));
    const itself = new OwnKind(made.name, null, undefined, true);
    itself.add('new', (...args) => Reflect.construct(made, args));
    for (const [name, { value }] of Object.entries(Object.getOwnPropertyDescriptors(made)))
      if (typeof value === 'function') itself.add(name, value as () => unknown);
    this.#objects.set(made, itself);
  }
}

interface Constructor {
  new (...args: unknown[]): object;
  readonly prototype: object;
  readonly name: string;
}

const prototypeOf = (value: object): object | null => Object.getPrototypeOf(value) as object | null;

const nameOf = (prototype: object | null): string => {
  const { constructor: made } = (prototype ?? {}) as { constructor?: { name?: string } };
  return made?.name ?? 'object';
};
