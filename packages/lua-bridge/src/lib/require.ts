import { didYouMean } from '../did-you-mean.js';
import { compile } from '../fengari/compile.js';
import { checkString } from '../fengari/arguments.js';
import { push, pushBoolean, pushValue } from '../fengari/frame.js';
import { raiseTop } from '../fengari/raise.js';
import { call, resumable, type Steps } from '../fengari/resumable.js';
import { NIL, STRING } from '../fengari/tags.js';
import { decode, encode, luaString } from '../fengari/text.js';
import type { LuaState, TValue } from '../fengari/types.js';
import { BridgeError, raiseHost } from '../run/host-error.js';
import { waitFor } from '../run/waiting.js';
import { toLua } from '../values/to-lua.js';
import type { Library } from './library.js';

/* `require` finds modules only among those the host has given; each is run once in a state. */
const require = resumable(function* (L) {
  const name = decode(checkString(L, 1));
  const { loaded } = L.l_G.runtime;
  const known = loaded.get(name);
  if (known !== undefined) return pushValue(L, known);
  const value = yield* load(L, name);
  loaded.set(name, value);
  return pushValue(L, value);
});

function* load(L: LuaState, name: string): Steps<TValue> {
  const { modules } = L.l_G.runtime;
  if (!Object.hasOwn(modules, name)) {
    const hint = didYouMean(name, Object.keys(modules));
    return raiseHost(L, new BridgeError('unknown_module', `Unknown module: ${name}. ${hint}`));
  }
  const outcome = yield* waitFor(L, Promise.resolve(modules[name]));
  if (!outcome.ok) return raiseHost(L, outcome.error);
  if (typeof outcome.value !== 'string') return toLua(L, outcome.value, name);
  return yield* run(L, name, outcome.value);
}

function* run(L: LuaState, name: string, source: string): Steps<TValue> {
  const compiled = compile(L, encode(source), encode(`@${name}.lua`));
  if (!compiled.ok) {
    pushValue(L, compiled.error);
    return raiseTop(L);
  }
  pushValue(L, compiled.chunk);
  push(L, STRING, luaString(name));
  yield call(1, 1);
  if ((L.stack[L.top - 1] as TValue).type === NIL) {
    L.top--;
    pushBoolean(L, true);
  }
  return L.stack[--L.top] as TValue;
}

/** `require`. */
export const requireLibrary: Library = { require };
