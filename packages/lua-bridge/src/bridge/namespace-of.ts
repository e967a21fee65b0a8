import { type GivenNames, type Names, readNames, writeNames } from './names.js';
import { type Children, type Mount, type Namespace, valueOf } from './namespace-tree.js';

type Fn = (...args: never[]) => unknown;

/** Functions by name that are described once, however many they are, and mounted as often as one likes. */
export interface LuaNamespace {
  /**
   * What to mount: under every name, `fn` is called. One that `hostFunction` made knows by which (`call.path`).
   */
  readonly calling: (fn: Fn) => object;
}

const CALLED = Symbol.for('@moonwire/lua-bridge/namespace');

/**
 * Describes a namespace of functions that are one function: many names then cost a run nothing, neither here nor on
 * their way to a thread, until a script uses one.
 * @param names `true` for a function, an object for a namespace; what is changed in it later changes nothing.
 * @throws TypeError for anything else.
 *
 * @example
 * const orders = namespaceOf({ create: true, cancel: true, eu: { create: true } });
 * const send = hostFunction((call, input) => post(call.path, input));
 * await lua.run(code, { globals: { 'shop.orders': orders.calling(send) } });
 */
export const namespaceOf = (names: GivenNames): LuaNamespace => {
  const text = writeNames(names);
  const read = readNames(text);
  return { calling: (fn) => new CalledNames(read, text, fn) };
};

/** Names that call a function; what is below one is made when it is asked for. */
export class CalledNames implements Namespace, Children {
  readonly kind = 'namespace';
  readonly isFixed = true;
  readonly [CALLED] = true;

  constructor(
    readonly names: Names,
    readonly text: string,
    readonly fn: Fn,
  ) {}

  get children(): Children {
    return this;
  }

  get(name: string): Mount | undefined {
    const below = this.names.get(name);
    return below === true ? { kind: 'value', value: this.fn } : below && new CalledNames(below, '', this.fn);
  }

  keys(): Iterable<string> {
    return this.names.keys();
  }

  *[Symbol.iterator](): Generator<[string, Mount]> {
    for (const name of this.keys()) yield [name, this.get(name) as Mount];
  }

  /** What crosses where no namespace can be: the functions by name. */
  toJSON(): unknown {
    return valueOf(this);
  }
}

/** Whether a value was made by `namespaceOf`, of any copy of this package. */
export const isCalledNames = (value: unknown): value is CalledNames =>
  typeof value === 'object' && value !== null && CALLED in value;
