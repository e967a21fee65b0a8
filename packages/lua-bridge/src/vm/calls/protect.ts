import { asFatal, type Fatal } from '../../meter/fatal.js';
import type { ErrorJump, LuaState } from '../state/lua-state.js';
import { HANDLER_ERROR, OK } from '../state/status.js';
import { STRING } from '../values/tags.js';
import { luaString } from '../values/text.js';
import { assign, type Value } from '../values/value.js';
import { closeUpvalues, setTop } from './frames.js';
import { shrinkStack } from './stack.js';

/*
 * Protected calls. Any exception but the ErrorJump of the innermost one is fatal and passes through: nothing in Lua can
 * catch it, and the state is given up.
 */

/** What a protected call runs. */
export type Body = (L: LuaState, data: unknown) => void;

/** Runs a function; if it raises, restores the thread and leaves the error at `top`. */
export const protect = (L: LuaState, body: Body, data: unknown, top: number): number => {
  const { frame, barriers } = L;
  const status = runGuarded(L, body, data);
  if (status !== OK) {
    closeUpvalues(L, top);
    placeError(L, status, top);
    L.frame = frame;
    L.barriers = barriers;
    shrinkStack(L);
  }
  return status;
};

/** Runs a function; gives the status of the Lua error it raised, or OK. */
export const runGuarded = (L: LuaState, body: Body, data: unknown): number => {
  const { nesting } = L;
  const jump: ErrorJump = { status: OK, previous: L.guard };
  L.guard = jump;
  try {
    body(L, data);
  } catch (thrown) {
    if (thrown !== jump) throw giveUp(L, thrown);
  }
  L.guard = jump.previous;
  L.nesting = nesting;
  return jump.status;
};

/** Ends the run for an exception that is none of Lua's; gives what is to be thrown. */
export const giveUp = (L: LuaState, thrown: unknown): Fatal => {
  const fatal = asFatal(thrown);
  L.runtime.budget.fatal ??= fatal;
  return fatal;
};

/** Puts the error of a failed call at stack index `at` and makes it the top. */
export const placeError = (L: LuaState, status: number, at: number): void => {
  const { type = STRING, value = null } = L.stack[L.top - 1] ?? {};
  if (L.top < at + 1) setTop(L, at + 1);
  const slot = L.stack[at] as Value;
  if (status === HANDLER_ERROR) assign(slot, STRING, luaString('error in error handling'));
  else assign(slot, type, value);
  L.top = at + 1;
};
