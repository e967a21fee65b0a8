import type { LuaValue } from './lua-value.js';

/*
 * Parameters of a method are compared both ways, so that a host function may name the types it expects: a script can
 * pass anything, which is what schemas are for.
 */

/** A function that scripts may call. */
export type Callable = { call(...args: LuaValue[]): unknown }['call'];

/** Functions by name, in namespaces. */
export interface Callables {
  readonly [name: string]: Callable | Callables | string | number | boolean | null | undefined;
}

/**
 * What is exposed once a value is set at a path, beside what was before.
 * @typeParam Globals Values by the path they were set at.
 */
export type Exposing<Globals extends object, Path extends string, Value> = string extends Path
  ? Globals
  : { [Key in keyof Globals | Path]: Key extends Path ? Value : Key extends keyof Globals ? Globals[Key] : never };

/** The value at a path, which may lead into one that was set; a `LuaValue` where nothing was set. */
export type ValueAt<Globals extends object, Path extends string> = Path extends keyof Globals
  ? Globals[Path]
  : Inside<Globals, Path, keyof Globals & string>;

type Inside<Globals extends object, Path extends string, Key extends keyof Globals & string> = [
  Path extends `${Key}.${string}` ? Key : never,
] extends [never]
  ? LuaValue
  : { [Name in Key]: Path extends `${Name}.${infer Rest}` ? PropertyAt<Globals[Name], Rest> : never }[Key];

type PropertyAt<Value, Path extends string> = Path extends keyof Value
  ? Value[Path]
  : Path extends `${infer Name}.${infer Rest}`
    ? Name extends keyof Value
      ? PropertyAt<Value[Name], Rest>
      : unknown
    : unknown;
