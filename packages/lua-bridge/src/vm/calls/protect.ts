import { asFatal, type Fatal } from '../../meter/fatal.js';
import { lfunc } from '../values/internals.js';
import { OK, STRING } from '../values/tags.js';
import { luaString } from '../values/text.js';
import type { ErrorJump, LuaState, TValue } from '../values/types.js';
import { setTop } from './call-info.js';
import { luaD_shrinkstack } from './stack-size.js';

/*
 * Protected calls (`ldo.js`). A Lua error travels as the ErrorJump of the innermost protected call;
 * any other exception is fatal and passes through: nothing in Lua can catch it, and the state is given up.
 */

const ERRERR = 6;
const ERRMEM = 4;

/** Raises the value on top of the stack in the innermost protected call. */
export const luaD_throw = (L: LuaState, status: number): never => {
  const jump = L.errorJmp;
  if (jump === null) {
    // A dead thread hands its error to the thread the host started from; nothing there catches it.
    throw asFatal(new Error(`an error (status ${status}) escaped every protected call`));
  }
  jump.status = status;
  throw jump as unknown as Error;
};

/** Runs a function; gives the status of the Lua error it raised, or OK. */
export const luaD_rawrunprotected = (L: LuaState, fn: (L: LuaState, data: unknown) => void, data: unknown): number => {
  const calls = L.nCcalls;
  const jump: ErrorJump = { status: OK, previous: L.errorJmp };
  L.errorJmp = jump;
  try {
    fn(L, data);
  } catch (thrown) {
    if (thrown !== jump) throw giveUp(L, thrown);
  }
  L.errorJmp = jump.previous;
  L.nCcalls = calls;
  return jump.status;
};

const giveUp = (L: LuaState, thrown: unknown): Fatal => {
  const { budget } = L.l_G;
  const fatal = asFatal(thrown);
  if (budget !== undefined) budget.fatal ??= fatal;
  return fatal;
};

/** Puts the error of a failed call at stack index `at` and makes it the top. */
export const setError = (L: LuaState, status: number, at: number): void => {
  const error = L.stack[L.top - 1];
  const { type = STRING, value = null } = error ?? {};
  if (L.top < at + 1) setTop(L, at + 1);
  const slot = L.stack[at] as TValue;
  const fixed = status === ERRERR ? 'error in error handling' : status === ERRMEM ? 'not enough memory' : undefined;
  slot.type = fixed === undefined ? type : STRING;
  slot.value = fixed === undefined ? value : luaString(fixed);
  L.top = at + 1;
};

/** Runs a function; if it raises, restores the thread and leaves the error at `top`. */
export const luaD_pcall = (
  L: LuaState,
  fn: (L: LuaState, data: unknown) => void,
  data: unknown,
  top: number,
  handler: number,
): number => {
  const { ci, nny, errfunc, allowhook } = L;
  L.errfunc = handler;
  const status = luaD_rawrunprotected(L, fn, data);
  if (status !== OK) {
    lfunc.luaF_close(L, top);
    setError(L, status, top);
    L.ci = ci;
    L.nny = nny;
    L.allowhook = allowhook;
    luaD_shrinkstack(L);
  }
  L.errfunc = errfunc;
  return status;
};
