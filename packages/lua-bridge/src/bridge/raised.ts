import type { Value } from '../vm/values/value.js';

/** A Lua error value on its way through a promise back into Lua. */
export class Raised extends Error {
  override readonly name = 'Raised';
  constructor(readonly value: Value) {
    super('a Lua error');
  }
}
