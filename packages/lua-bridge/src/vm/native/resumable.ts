import { callFrom, callProtected } from '../calls/calls.js';
import { IS_LUA } from '../calls/frames.js';
import { suspendCall } from '../calls/yield.js';
import type { Frame, LuaState } from '../state/lua-state.js';
import type { Continuation, Native } from '../state/native.js';
import { OK } from '../state/status.js';

/*
 * Native functions that call Lua and survive a wait inside that call. The body is a generator: it pushes a
 * function and its arguments, yields `call(args, results)`, and goes on when the results are on the stack,
 * at once or after the thread was suspended and resumed.
 */

/** Steps of a body: yields calls, is told their status, and returns the number of results it pushed. */
export type Steps<Result> = Generator<number, Result, number>;

const PROTECTED = 1 << 30;

/** What a body yields to suspend the thread until `L.waiting` has settled. */
export const WAIT = -1;

/** What a body yields to end a call that compiled code has left in the midst: `ask` of the tier says so. */
export const LEFT = -2;

/* A request is one number: the results wanted in the lowest bits, the arguments above them. */
const RESULT_BITS = 9;
const RESULTS = (1 << RESULT_BITS) - 1;

/** What a body yields to call the function it has pushed. `results` may be -1 for all. */
export const call = (args: number, results: number): number => (args << RESULT_BITS) | (results + 1);

/** Like `call`, but an error is left on the stack and its status given back instead of going further. */
export const protectedCall = (args: number, results: number): number => call(args, results) | PROTECTED;

/** What is done of a body: that of a generator, or written by hand, which may call by `callWithin` as well. */
export type Running<Result> = Pick<Steps<Result>, 'next'>;

/** Calls the function that a body written by hand has pushed. If the call waits, `next` goes on behind it. */
export const callWithin = (L: LuaState, args: number, results: number, running: Running<number>): void => {
  callFrom(L, args, results, running, resume);
};

/** Makes a native function of a body. */
export const resumable =
  (body: (L: LuaState) => Running<number>): Native =>
  (L) => {
    const running = body(L);
    L.frame.context = running;
    L.frame.proceed = resume;
    return step(L, running, OK, resume);
  };

/** Makes a native function of a generator body through which a script's coroutines can yield. */
export const transparent =
  (body: (L: LuaState) => Steps<number>): Native =>
  (L) =>
    step(L, body(L), OK, resumeTransparent);

const step = (L: LuaState, running: Running<number>, before: number, next: Continuation): number => {
  const native = L.frame;
  let status = before;
  for (;;) {
    const request = running.next(status);
    if (request.done === true) return request.value;
    if (request.value === WAIT) return suspendCall(L, 0, running, next);
    status = request.value === LEFT ? endLeft(L, native) : perform(L, request.value, running, next);
  }
};

const resume: Continuation = (L, status, running) => {
  L.runtime.budget.rethrow();
  return step(L, running as Running<number>, status, resume);
};

const resumeTransparent: Continuation = (L, status, running) => {
  L.runtime.budget.rethrow();
  return step(L, running as Steps<number>, status, resumeTransparent);
};

/**
 * Whether a thread is inside a library function that calls back: hosts may be waited for there, but scripts cannot
 * yield.
 */
export const isGuest = (L: LuaState): boolean => {
  for (let frame: Frame | null = L.frame.previous; frame !== null; frame = frame.previous) {
    if (frame.proceed === resume && (frame.flags & IS_LUA) === 0) return true;
  }
  return false;
};

const endLeft = (L: LuaState, native: Frame): number => {
  L.runtime.tier?.endLeft(L, native);
  return OK;
};

const perform = (L: LuaState, request: number, running: Running<number>, next: Continuation): number => {
  const args = (request & ~PROTECTED) >> RESULT_BITS;
  const results = (request & RESULTS) - 1;
  if ((request & PROTECTED) === 0) {
    callFrom(L, args, results, running, next);
    return OK;
  }
  const status = callProtected(L, args, results, running, next);
  L.runtime.budget.rethrow();
  return status;
};
