import { isLuaCall, protoOf } from '../vm/calls/position.js';
import { compileText } from '../vm/compiler/compile.js';
import { checkString } from '../vm/native/arguments.js';
import { push, pushBoolean, pushValue } from '../vm/native/frame.js';
import type { Library } from '../vm/native/library.js';
import { raiseTop } from '../vm/native/raise.js';
import { call, resumable, type Steps } from '../vm/native/resumable.js';
import { waitFor } from '../vm/native/wait.js';
import type { Frame, LuaState } from '../vm/state/lua-state.js';
import { NIL, STRING } from '../vm/values/tags.js';
import { decode, encode, luaString } from '../vm/values/text.js';
import type { Value } from '../vm/values/value.js';
import { findMeant } from './did-you-mean.js';
import { BridgeError, convertOrRaise, raiseHost } from './host-error.js';

/* `require` finds modules only among those the host has given; each is run once in a state. */
const require = resumable(function* (L) {
  const name = decode(checkString(L, 1));
  const { loaded } = L.runtime;
  const known = loaded.get(name);
  if (known !== undefined) return pushValue(L, known);
  const value = yield* load(L, name);
  loaded.set(name, value);
  return pushValue(L, value);
});

function* load(L: LuaState, name: string): Steps<Value> {
  const { modules } = L.runtime;
  if (!Object.hasOwn(modules, name)) {
    const { hint, suggestion } = findMeant(name, Object.keys(modules));
    return raiseHost(L, new BridgeError('unknown_module', `Unknown module: ${name}. ${hint}`, { suggestion }));
  }
  refuseCycle(L, name);
  const outcome = yield* waitFor(L, Promise.resolve(modules[name]));
  if (!outcome.ok) return raiseHost(L, outcome.error);
  if (typeof outcome.value !== 'string') return convertOrRaise(L, outcome.value, name);
  return yield* run(L, name, outcome.value);
}

/* A module that is being loaded further up in this thread would have to be there before it can be. */
const refuseCycle = (L: LuaState, name: string): void => {
  const chain = [name];
  for (let frame: Frame | null = L.frame; frame !== null; frame = frame.previous) {
    const caller: Frame | null = frame.previous;
    if (!isLuaCall(frame) || caller?.callee.value !== require) continue;
    const loading = decode(protoOf(frame).source.bytes).slice(1, -'.lua'.length);
    chain.unshift(loading);
    if (loading === name)
      raiseHost(L, new BridgeError('module_cycle', `Modules require each other: ${chain.join(' → ')}`));
    if (chain.length > LONGEST_CHAIN) chain.splice(1, 1, '…');
  }
};

const LONGEST_CHAIN = 20;

function* run(L: LuaState, name: string, source: string): Steps<Value> {
  const compiled = compileText(L, encode(source), encode(`@${name}.lua`));
  if (!compiled.ok) {
    pushValue(L, compiled.error);
    return raiseTop(L);
  }
  pushValue(L, compiled.chunk);
  push(L, STRING, luaString(name));
  yield call(1, 1);
  if ((L.stack[L.top - 1] as Value).type === NIL) {
    L.top--;
    pushBoolean(L, true);
  }
  return L.stack[--L.top] as Value;
}

/** `require`. */
export const requireLibrary: Library = { require };
