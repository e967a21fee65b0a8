/**
 * The least power of two that holds so many, as sizes of Lua's hash parts are; 0 for none. By bits, because a float in
 * a field would change the shape of every table.
 */
export const roundUp = (count: number): number => (count <= 1 ? count : 1 << (32 - Math.clz32(count - 1)));
