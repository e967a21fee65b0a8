import type { TValue } from '../vm/values/types.js';

/** A Lua error value on its way through a promise back into Lua. */
export class Raised extends Error {
  override readonly name = 'Raised';
  constructor(readonly value: TValue) {
    super('a Lua error');
  }
}
