import { ensureStack } from '../vm/calls/stack.js';
import { suspendCall } from '../vm/calls/yield.js';
import { resumeThread } from '../vm/execute/resume.js';
import { arg, argCount, push, pushBoolean, pushValue } from '../vm/native/frame.js';
import type { Library } from '../vm/native/library.js';
import { pushWithPosition, raise, raiseArgument, raiseTop, raiseType } from '../vm/native/raise.js';
import { isGuest } from '../vm/native/resumable.js';
import { suspend } from '../vm/native/wait.js';
import { LuaState } from '../vm/state/lua-state.js';
import { NativeClosure } from '../vm/state/native.js';
import { OK, YIELD } from '../vm/state/status.js';
import type { LuaString } from '../vm/values/string.js';
import { BOOLEAN, NATIVE_CLOSURE, STRING, THREAD } from '../vm/values/tags.js';
import { luaString } from '../vm/values/text.js';
import { isFunction, type Value } from '../vm/values/value.js';

const THREAD_BYTES = 1500;

const getThread = (L: LuaState): LuaState => {
  const value = arg(L, 1);
  return value.type === THREAD ? (value.value as LuaState) : raiseArgument(L, 1, 'thread expected');
};

const moveValues = (from: LuaState, to: LuaState, count: number): void => {
  const first = from.top - count;
  ensureStack(to, count + 1);
  for (let i = 0; i < count; i++) pushValue(to, from.stack[first + i] as Value);
  from.top = first;
  if (to.frame.top < to.top) to.frame.top = to.top;
};

const isStarted = (co: LuaState): boolean => co.frame !== co.base;

type Finish = (L: LuaState, ok: boolean, results: number) => number;

/* Runs a coroutine until it yields to the script or ends; a host call it waits for suspends the resumer too. */
const run = (L: LuaState, co: LuaState, args: number, finish: Finish): number => {
  co.waiting = undefined;
  const status = resumeThread(co, L, args);
  L.runtime.budget.rethrow();
  const { waiting } = co as { waiting: LuaState['waiting'] };
  if (status === YIELD && waiting !== undefined) {
    return suspend(L, waiting, (thread) => run(thread, co, 0, finish));
  }
  const ok = status === OK || status === YIELD;
  const results = ok ? argCount(co) : 1;
  moveValues(co, L, results);
  if (status === OK) release(co);
  return finish(L, ok, results);
};

/* What lies above the top of a coroutine that has ended is garbage, but would be kept as long as the coroutine. */
const release = (co: LuaState): void => {
  co.stack.length = co.top;
  co.frame.next = null;
};

const start = (L: LuaState, co: LuaState, args: number, finish: Finish): number => {
  const refusal = refuse(co);
  if (refusal !== undefined) {
    push(L, STRING, luaString(refusal));
    return finish(L, false, 1);
  }
  moveValues(L, co, args);
  return run(L, co, args, finish);
};

const refuse = (co: LuaState): string | undefined => {
  if (co.waiting !== undefined) return 'cannot resume non-suspended coroutine';
  if (co.status === YIELD) return undefined;
  if (co.status === OK && isStarted(co)) return 'cannot resume non-suspended coroutine';
  return co.status === OK && argCount(co) > 0 ? undefined : 'cannot resume dead coroutine';
};

const finishResume: Finish = (L, ok, results) => {
  const first = L.top - results;
  push(L, BOOLEAN, ok);
  const flag = L.stack[L.top - 1] as Value;
  for (let i = L.top - 1; i > first; i--) L.stack[i] = L.stack[i - 1] as Value;
  L.stack[first] = flag;
  return results + 1;
};

const finishWrap: Finish = (L, ok, results) => {
  if (ok) return results;
  const failure = L.stack[L.top - 1] as Value;
  if (failure.type === STRING) pushWithPosition(L, 1, failure.value as LuaString);
  return raiseTop(L);
};

const create = (L: LuaState): number => {
  const fn = arg(L, 1);
  if (!isFunction(fn)) return raiseType(L, 1, 'function');
  const { budget } = L.runtime;
  budget.allocate(THREAD_BYTES);
  budget.spend(20);
  const co = new LuaState(L.runtime);
  co.group = L.group;
  pushValue(co, fn);
  return push(L, THREAD, co);
};

const resume = (L: LuaState): number => start(L, getThread(L), argCount(L) - 1, finishResume);

const resumeWrapped = (L: LuaState): number => {
  const closure = L.frame.callee.value as NativeClosure;
  return start(L, closure.upvalues[0]?.value as LuaState, argCount(L), finishWrap);
};

const wrap = (L: LuaState): number => {
  create(L);
  const closure = new NativeClosure(resumeWrapped, [L.stack[--L.top] as Value]);
  return push(L, NATIVE_CLOSURE, closure);
};

const isMain = (L: LuaState): boolean => L.runtime.roots.has(L);

const yieldValues = (L: LuaState): number => {
  if (isMain(L)) return raise(L, 'attempt to yield from outside a coroutine');
  if (L.barriers > 0 || isGuest(L)) return raise(L, 'attempt to yield across a JS-call boundary');
  return suspendCall(L, argCount(L), 0, null);
};

const status = (L: LuaState): number => {
  const co = getThread(L);
  return push(L, STRING, luaString(co === L ? 'running' : readStatus(co)));
};

const readStatus = (co: LuaState): string => {
  if (co.waiting !== undefined) return 'normal';
  if (co.status === YIELD) return 'suspended';
  if (co.status !== OK) return 'dead';
  if (isStarted(co)) return 'normal';
  return argCount(co) === 0 ? 'dead' : 'suspended';
};

const isyieldable = (L: LuaState): number => pushBoolean(L, !isMain(L) && L.barriers === 0 && !isGuest(L));

const running = (L: LuaState): number => {
  push(L, THREAD, L);
  return pushBoolean(L, isMain(L)) + 1;
};

/** Lua's `coroutine`. Threads of the host's own making count as main: nobody could resume what they yield. */
export const coroutineLibrary: Library = { create, resume, wrap, yield: yieldValues, status, isyieldable, running };
