import { findMeant } from './did-you-mean.js';
import { isPlainPrototype } from './form.js';
import { BridgeError } from './host-error.js';
import { takesCall } from './host-function.js';
import type { HostCall } from './lua-value.js';
import { METAMETHODS } from './metamethod.js';

/** What scripts can do with objects of one kind. Whatever it is asked may give a promise. */
export interface ObjectKind {
  /** Name of the class, for messages. */
  readonly name: string;
  /** Its metamethods, `__add`. */
  readonly metamethods: readonly string[];
  /** Whether it is a class itself, whose methods are called with `.` as well as with `:`. */
  readonly isClass: boolean;
  /** Whether an object has a method of that name. */
  hasMethod(object: object, name: string): boolean;
  /** The value of a property. */
  read(object: object, name: string, call: HostCall): unknown;
  /** Sets a property. */
  write(object: object, name: string, value: unknown, call: HostCall): unknown;
  /** Calls a method or a metamethod. */
  invoke(object: object, name: string, args: readonly unknown[], call: HostCall): unknown;
}

type Method = (this: object, ...args: unknown[]) => unknown;

/** Names that lead out of an object, whoever asks for them. */
const NEVER = new Set(['constructor', '__proto__', 'prototype', 'caller', 'callee', 'arguments']);

/**
 * Objects of this thread. What a script reaches are the own properties of an object and what its class itself defines,
 * without the classes it extends, and without names that begin with `_`; or only what was named.
 */
export class OwnKind implements ObjectKind {
  readonly metamethods: readonly string[];
  readonly #inherited = new Map<string, PropertyDescriptor>();
  readonly #symbols = new Map<string, Method>();

  /**
   * @param prototype Where the methods are; null for an object without a class.
   * @param names The names that scripts reach, if only some.
   */
  constructor(
    readonly name: string,
    prototype: object | null,
    private readonly names: ReadonlySet<string> | undefined,
    readonly isClass = false,
  ) {
    if (prototype !== null && !isPlainPrototype(prototype)) this.#collect(prototype);
    this.metamethods = [...this.#symbols.keys()];
  }

  /** Adds a method that the class does not have itself. */
  add(name: string, value: Method): this {
    if (this.#isAllowed(name) && !this.#inherited.has(name)) this.#inherited.set(name, { value });
    return this;
  }

  hasMethod(object: object, name: string): boolean {
    return this.#methodOf(object, name) !== undefined;
  }

  /** The names of an object's methods. */
  methodsOf(object: object): readonly string[] {
    const names = [...this.#inherited.keys(), ...Object.keys(object).filter((name) => this.#isAllowed(name))];
    return names.filter((name) => this.#methodOf(object, name) !== undefined);
  }

  read(object: object, name: string): unknown {
    const property = this.#find(object, name);
    if (property?.get !== undefined) return property.get.call(object) as unknown;
    if (property === undefined || !('value' in property)) return this.#refuse(object, name);
    return property.value as unknown;
  }

  write(object: object, name: string, value: unknown): unknown {
    const property = this.#find(object, name);
    if (property === undefined) return this.#refuse(object, name);
    const isMethod = this.#methodOf(object, name) !== undefined;
    if (property.set !== undefined) property.set.call(object, value);
    else if (property.writable === true && !isMethod) (object as Record<string, unknown>)[name] = value;
    else throw new BridgeError('read_only', `'${name}' of ${this.name} cannot be set`, { field: name });
    return undefined;
  }

  invoke(object: object, name: string, args: readonly unknown[], call: HostCall): unknown {
    const method = this.#symbols.get(name) ?? this.#methodOf(object, name);
    if (method === undefined) return this.#refuse(object, name);
    return Reflect.apply(method, object, takesCall(method) ? [call, ...args] : args);
  }

  #methodOf(object: object, name: string): Method | undefined {
    const value: unknown = this.#find(object, name)?.value;
    return typeof value === 'function' ? (value as Method) : undefined;
  }

  #find(object: object, name: string): PropertyDescriptor | undefined {
    if (!this.#isAllowed(name)) return undefined;
    const own = Object.getOwnPropertyDescriptor(object, name);
    return own?.enumerable === true ? own : this.#inherited.get(name);
  }

  #isAllowed(name: string): boolean {
    if (NEVER.has(name)) return false;
    return this.names === undefined ? !name.startsWith('_') : this.names.has(name);
  }

  #refuse(object: object, name: string): never {
    const known = [...Object.keys(object), ...this.#inherited.keys()].filter((each) => this.#isAllowed(each));
    const { hint, suggestion } = findMeant(name, known);
    const field = `${this.name}.${name}`;
    throw new BridgeError('unknown_field', `Unknown field: ${field}. ${hint}`, { field, suggestion });
  }

  #collect(prototype: object): void {
    // What a class extends is reached only by names that were given.
    for (let at: object | null = prototype; at !== null && !isPlainPrototype(at);) {
      for (const [name, property] of Object.entries(Object.getOwnPropertyDescriptors(at)))
        if (this.#isAllowed(name) && !this.#inherited.has(name)) this.#inherited.set(name, property);
      at = this.names === undefined ? null : (Object.getPrototypeOf(at) as object | null);
    }
    const own = Object.getOwnPropertyDescriptors(prototype) as unknown as Record<PropertyKey, PropertyDescriptor>;
    for (const [event, symbol] of METAMETHODS)
      if (typeof own[symbol]?.value === 'function') this.#symbols.set(event, own[symbol].value as Method);
    const text: unknown = Object.getOwnPropertyDescriptor(prototype, 'toString')?.value;
    if (typeof text === 'function' && !this.#symbols.has('__tostring')) this.#symbols.set('__tostring', text as Method);
  }
}
