import { asFatal } from '../../meter/fatal.js';
import type { LuaState } from '../state/lua-state.js';
import { nameType } from '../state/metatables.js';
import { RUNTIME_ERROR } from '../state/status.js';
import { toInteger, toNumber } from '../values/number.js';
import { latin1, newJoinedText } from '../values/string.js';
import { NIL, STRING } from '../values/tags.js';
import { isNumber, Value } from '../values/value.js';
import { settle } from './frames.js';
import { nameOperand } from './names.js';
import { tracePath } from './paths.js';
import { isLuaCall, lineOf, protoOf, shortenChunkName } from './position.js';

/*
 * Errors of the machine's own. A Lua error travels as the ErrorJump of the innermost protected call. Messages have one
 * character per byte, because what they quote need not be UTF-8.
 */

/** Unwinds to the innermost protected call, for an error, whose value is on top of the stack, or for a wait. */
export const unwind = (L: LuaState, status: number): never => {
  const jump = L.guard;
  if (jump === null) {
    // A dead thread hands its error to the thread the host started from; nothing there catches it.
    throw asFatal(new Error(`an error (status ${status}) escaped every protected call`));
  }
  jump.status = status;
  throw jump as unknown as Error;
};

/** Raises a message, with its position in front if Lua code runs. */
export const raiseError = (L: LuaState, message: string): never => {
  const { frame } = L;
  settle(frame);
  const text = isLuaCall(frame)
    ? `${quote(latin1(shortenChunkName(protoOf(frame).source.bytes)))}:${lineOf(frame)}: ${message}`
    : message;
  L.runtime.budget.allocateString(text.length);
  L.stack[L.top++] = new Value(STRING, newJoinedText(text));
  return unwind(L, RUNTIME_ERROR);
};

/** Raises that an operation cannot be done with a value: `attempt to index a nil value (local 'x')`. */
export const raiseOperandType = (L: LuaState, value: Value, operation: string): never =>
  raiseError(
    L,
    describeMissing(L, value) ??
      `attempt to ${operation} a ${quote(nameType(L, value))} value${describeOperand(L, value)}`,
  );

/* Of a nil that stands for something of Lua's that is not there: what it is. */
const describeMissing = (L: LuaState, value: Value): string | undefined => {
  const path = value.type === NIL ? tracePath(L, value) : undefined;
  return path === undefined ? undefined : L.runtime.missing.get(path);
};

/** The same for two operands of `..`, of which one is no text. */
export const raiseConcatType = (L: LuaState, a: Value, b: Value): never =>
  raiseOperandType(L, a.type === STRING || isNumber(a) ? b : a, 'concatenate');

/** The same for two operands of which one is no number. */
export const raiseArithmeticType = (L: LuaState, a: Value, b: Value, operation: string): never =>
  raiseOperandType(L, toNumber(a) === false ? a : b, operation);

/** Raises that one of two numbers is no integer. */
export const raiseNoInteger = (L: LuaState, a: Value, b: Value): never =>
  raiseError(L, `number${describeOperand(L, toInteger(a) === false ? a : b)} has no integer representation`);

/** Raises that two values have no order. */
export const raiseOrder = (L: LuaState, a: Value, b: Value): never => {
  const [left, right] = [nameType(L, a), nameType(L, b)];
  return raiseError(
    L,
    left === right
      ? `attempt to compare two ${quote(left)} values`
      : `attempt to compare ${quote(left)} with ${quote(right)}`,
  );
};

const describeOperand = (L: LuaState, value: Value): string => {
  const found = nameOperand(L, value);
  return found === undefined ? '' : ` (${found.kind} '${quote(found.name)}')`;
};

/* Lua's messages quote text up to its first zero byte. */
const quote = (text: string): string => {
  const end = text.indexOf('\0');
  return end < 0 ? text : text.slice(0, end);
};
