import { getSteps } from '../../vm/native/access-steps.js';
import { optInteger, toStringValue } from '../../vm/native/arguments.js';
import { arg, push, pushInteger, pushValue } from '../../vm/native/frame.js';
import type { Library } from '../../vm/native/library.js';
import { raise, raiseType } from '../../vm/native/raise.js';
import { call, callWithin, resumable } from '../../vm/native/resumable.js';
import { isTurn, stepAside } from '../../vm/native/wait.js';
import type { LuaState } from '../../vm/state/lua-state.js';
import type { Native } from '../../vm/state/native.js';
import { getKey } from '../../vm/tables/table-access.js';
import { LONGEST_TEXT, type LuaString, stringKey } from '../../vm/values/string.js';
import type { LuaTable } from '../../vm/values/table.js';
import { nameOfKind, STRING, TABLE } from '../../vm/values/tags.js';
import { isFalsy, isFunction, isNumber, type Value } from '../../vm/values/value.js';
import { checkPattern, checkSubject, getPattern, pushCapture, pushCaptures, raisePattern } from './find.js';
import { startMatch } from './pattern/match-state.js';
import { addTemplate, Substitution } from './substitution.js';

/* `string.gsub`. A replacement function may wait. */
const replaceByAny = resumable(function* (L) {
  const { kind, going } = begin(L);
  for (let round = 0; ; round++) {
    if (isTurn(round)) yield* stepAside(L);
    const step = guardStep(L, going);
    if (step === undefined) break;
    if (step === 'missed') continue;
    if (kind === 'text') {
      guardTemplate(L, going);
      continue;
    }
    const pushed = pushArguments(L, going, kind);
    if (kind === 'function') yield call(pushed, 1);
    else pushValue(L, getPlain(L) ?? (yield* getSteps(L, arg(L, 3), L.stack[L.top - 1] as Value)));
    addValue(L, going);
    L.top -= kind === 'function' ? 1 : 2;
  }
  push(L, STRING, going.finish());
  return pushInteger(L, going.count) + 1;
});

const guardStep = (L: LuaState, going: Substitution): 'matched' | 'missed' | undefined => {
  try {
    return going.step();
  } catch (thrown) {
    return raisePattern(L, thrown);
  }
};

/* What takes the place of matches in a short text, which takes no time but in functions. */
class ShortReplacement {
  private readonly kind: Kind;
  private readonly going: Substitution;
  private isCalled = false;

  constructor(private readonly L: LuaState) {
    const { kind, going } = begin(L);
    this.kind = kind;
    this.going = going;
  }

  next(): IteratorReturnResult<number> {
    const { L, going } = this;
    if (this.isCalled) this.take();
    for (let step = guardStep(L, going); step !== undefined; step = guardStep(L, going)) {
      if (step === 'matched') this.replace();
    }
    push(L, STRING, going.finish());
    return { done: true, value: pushInteger(L, going.count) + 1 };
  }

  private replace(): void {
    const { L, going, kind } = this;
    if (kind === 'text') {
      guardTemplate(L, going);
      return;
    }
    const pushed = pushArguments(L, going, kind);
    if (kind === 'function') {
      this.isCalled = true;
      callWithin(L, pushed, 1, this);
    } else pushValue(L, getPlain(L) as Value);
    this.take();
  }

  private take(): void {
    const { L, going } = this;
    this.isCalled = false;
    addValue(L, going);
    L.top -= this.kind === 'function' ? 1 : 2;
  }
}

const replaceShort = resumable((L) => new ShortReplacement(L));

const gsub: Native = (L) => {
  const { type, value } = arg(L, 1);
  const by = arg(L, 3);
  const isShort = type === STRING && (value as LuaString).length <= LONGEST_TEXT;
  return isShort && (by.type !== TABLE || (by.value as LuaTable).metatable === null)
    ? replaceShort(L)
    : replaceByAny(L);
};

type Kind = 'text' | 'function' | 'table';

/* Reads the arguments. */
const begin = (L: LuaState): { readonly kind: Kind; readonly going: Substitution } => {
  const { budget } = L.runtime;
  const subject = checkSubject(L, 1);
  const source = checkPattern(L, 2);
  const kind = readReplacementKind(L, arg(L, 3));
  const most = optInteger(L, 4, subject.length + 1);
  return { kind, going: new Substitution(budget, startMatch(budget, getPattern(L, source), subject), most) };
};

const readReplacementKind = (L: LuaState, value: Value): Kind => {
  if (value.type === STRING || isNumber(value)) return 'text';
  if (isFunction(value)) return 'function';
  return value.type === TABLE ? 'table' : raiseType(L, 3, 'string/function/table');
};

/* What a replacement function or table gives is on the stack; nil and false leave the match as it is. */
const addValue = (L: LuaState, { match, out, start, end }: Substitution): void => {
  const value = L.stack[L.top - 1] as Value;
  if (isFalsy(value)) out.addPiece(match.subject, start, end);
  else out.addString(toStringValue(L, value) ?? raise(L, `invalid replacement value (a ${nameOfKind(value.type)})`));
};

/* Pushes a function with all captures, or the first capture for a table; gives how many captures. */
const pushArguments = (L: LuaState, { match, start, end }: Substitution, kind: Kind): number => {
  try {
    if (kind === 'table') {
      pushCapture(L, match, 0, start, end);
      return 1;
    }
    pushValue(L, arg(L, 3));
    return pushCaptures(L, match, start, end);
  } catch (thrown) {
    return raisePattern(L, thrown);
  }
};

/* What a table without a metatable has under the key on the stack. */
const getPlain = (L: LuaState): Value | undefined => {
  const table = arg(L, 3).value as LuaTable;
  return table.metatable === null ? getKey(table, L.stack[L.top - 1] as Value) : undefined;
};

const guardTemplate = (L: LuaState, going: Substitution): void => {
  try {
    addTemplate(going, stringKey(toStringValue(L, arg(L, 3)) as LuaString));
  } catch (thrown) {
    raisePattern(L, thrown);
  }
};

/** `string.gsub`. */
export const gsubFunctions: Library = { gsub };
