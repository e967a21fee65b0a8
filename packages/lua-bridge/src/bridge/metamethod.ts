const NAMES = [
  ...['add', 'sub', 'mul', 'div', 'mod', 'pow', 'unm', 'idiv', 'band', 'bor', 'bxor', 'shl', 'shr', 'bnot'],
  ...['concat', 'len', 'eq', 'lt', 'le', 'call', 'tostring'],
] as const;

/** Names of the metamethods that a class can have. */
export type MetamethodName =
  | ('add' | 'sub' | 'mul' | 'div' | 'mod' | 'pow' | 'unm' | 'idiv' | 'band' | 'bor' | 'bxor' | 'shl' | 'shr' | 'bnot')
  | ('concat' | 'len' | 'eq' | 'lt' | 'le' | 'call' | 'tostring');

/**
 * Symbols under which a class that is exposed by `lua.object` keeps what Lua's operators do with its instances: methods
 * that are given both operands, as in Lua, `call` the arguments, and those of one operand nothing.
 *
 * @example
 * class Vector { [metamethod.add](a: Vector, b: Vector) { return new Vector(a.x + b.x); } }
 */
export const metamethod: Readonly<Record<MetamethodName, symbol>> = Object.fromEntries(
  NAMES.map((name) => [name, Symbol.for(`@moonwire/lua-bridge/metamethod/${name}`)]),
) as Record<MetamethodName, symbol>;

/** Names of the metamethods, as Lua's metatables have them, and the symbols of each. */
export const METAMETHODS: readonly (readonly [event: string, symbol: symbol])[] = NAMES.map((name) => [
  `__${name}`,
  metamethod[name],
]);
