import { checkLuaInteger, checkLuaString, toStringValue } from '../../vm/native/arguments.js';
import { ByteBuffer } from '../../vm/native/byte-buffer.js';
import { arg, push } from '../../vm/native/frame.js';
import type { Library } from '../../vm/native/library.js';
import { raise } from '../../vm/native/raise.js';
import { resumable } from '../../vm/native/resumable.js';
import { isTurn, roundsToTurn, stepAside } from '../../vm/native/wait.js';
import type { LuaState } from '../../vm/state/lua-state.js';
import { add } from '../../vm/values/arithmetic.js';
import { itemTagAt } from '../../vm/values/items.js';
import type { LuaString } from '../../vm/values/string.js';
import type { LuaTable } from '../../vm/values/table.js';
import { nameOfKind, NIL, STRING } from '../../vm/values/tags.js';
import { luaString } from '../../vm/values/text.js';
import { checkTableLike, getElement, getLengthOf, getPlainTable, getRawElement } from './access.js';

interface Parts {
  readonly buffer: ByteBuffer;
  readonly table: LuaTable;
  readonly separator: LuaString;
}

/* Adds up to so many texts of a list, each with the separator behind it; gives how many there were. */
const addTexts = (L: LuaState, { buffer, table, separator }: Parts, from: number, most: number): number => {
  const { list } = table;
  let added = 0;
  for (let n = from - 1; added < most && itemTagAt(table, n) === STRING; n++) {
    buffer.addString(list[n] as LuaString);
    buffer.addString(separator);
    added++;
  }
  L.runtime.budget.spend(added * 2);
  return added;
};

const concat = resumable(function* (L) {
  checkTableLike(L, 1, 'read', true);
  const length = yield* getLengthOf(L, 1);
  const separator = arg(L, 2).type === NIL ? luaString('') : checkLuaString(L, 2);
  const first = arg(L, 3).type === NIL ? 1 : checkLuaInteger(L, 3);
  const last = arg(L, 4).type === NIL ? length : checkLuaInteger(L, 4);
  const buffer = new ByteBuffer(L.runtime.budget);
  // So many that no string would hold them do not come to an end anyway.
  const count = Number(BigInt(last) - BigInt(first)) + 1;
  let i = first;
  for (let round = 0; round < count; round++, i = add(i, 1)) {
    if (isTurn(round)) yield* stepAside(L);
    const table = getPlainTable(L, 1);
    if (table !== undefined && typeof i === 'number') {
      const added = addTexts(L, { buffer, table, separator }, i, Math.min(count - round - 1, roundsToTurn(round)));
      round += added;
      i += added;
    }
    const value = table === undefined ? yield* getElement(L, 1, i) : getRawElement(L, table, i);
    const text = toStringValue(L, value);
    if (text === undefined)
      return raise(L, `invalid value (${nameOfKind(value.type)}) at index ${i} in table for 'concat'`);
    buffer.addString(text);
    if (round < count - 1) buffer.addString(separator);
  }
  return push(L, STRING, buffer.take());
});

/** `table.concat`. */
export const concatFunctions: Library = { concat };
