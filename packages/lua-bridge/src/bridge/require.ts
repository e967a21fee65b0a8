import { compileText } from '../vm/compiler/compile.js';
import { checkString } from '../vm/native/arguments.js';
import { push, pushBoolean, pushValue } from '../vm/native/frame.js';
import type { Library } from '../vm/native/library.js';
import { raiseTop } from '../vm/native/raise.js';
import { call, resumable, type Steps } from '../vm/native/resumable.js';
import { waitFor } from '../vm/native/wait.js';
import type { LuaState } from '../vm/state/lua-state.js';
import { isPromise } from '../vm/state/waiting.js';
import { NIL, STRING } from '../vm/values/tags.js';
import { decode, encode, luaString } from '../vm/values/text.js';
import type { Value } from '../vm/values/value.js';
import { callHost, countCall } from './host-call.js';
import { BridgeError, convertOrRaise, raiseHost } from './host-error.js';
import { joinLoad, Load } from './module-loads.js';
import { createUnknownModule, type LuaModules } from './modules.js';

/* `require` finds modules only among those the host has given or gives by name; each is run once in a state. */
const require = resumable(function* (L) {
  const name = readName(L);
  const { loaded } = L.runtime;
  for (;;) {
    const known = loaded.get(name);
    if (known !== undefined) return pushValue(L, known);
    const other = raiseThrown(L, () => joinLoad(L, name));
    if (other === undefined) break;
    yield* waitFor(L, other.ended);
  }
  const load = new Load(L, name);
  const value = yield* bring(L, name);
  loaded.set(name, value);
  load.end();
  return pushValue(L, value);
});

/* Bytes of the longest name: what is loaded is listed by name. */
const LONGEST_NAME = 255;

const readName = (L: LuaState): string => {
  const name = checkString(L, 1);
  if (name.length <= LONGEST_NAME) return decode(name);
  const message = `module '${decode(name.slice(0, 20))}…' not found: the name of a module has at most ${LONGEST_NAME} bytes`;
  return raiseHost(L, new BridgeError('unknown_module', message));
};

const raiseThrown = <Result>(L: LuaState, work: () => Result): Result => {
  try {
    return work();
  } catch (error) {
    return raiseHost(L, error);
  }
};

/* Finds a module, and runs it if it is source. */
function* bring(L: LuaState, name: string): Steps<Value> {
  const found = yield* find(L, name);
  const { modules } = L.runtime.budget;
  if (typeof found !== 'string') {
    const value = convertOrRaise(L, found, name);
    modules.push({ name, chunk: '', bytes: 0 });
    return value;
  }
  const chunk = nameChunk(name);
  const value = yield* run(L, name, found, chunk);
  modules.push({ name, chunk, bytes: encode(found).length });
  return value;
}

/* A dotted name is a path, as in Lua's own search: positions name the file. */
const nameChunk = (name: string): string => `${DOTTED.test(name) ? name.replaceAll('.', '/') : name}.lua`;

const DOTTED = /^[\w-]+(?:\.[\w-]+)+$/;

function* find(L: LuaState, name: string): Steps<unknown> {
  for (const place of L.runtime.modules as readonly LuaModules[]) {
    const context = `error loading module '${name}': `;
    const given = typeof place === 'function' ? ask(L, name, place, context) : lookUp(name, place);
    const outcome = isPromise(given) ? yield* waitFor(L, given) : { ok: true as const, value: given };
    if (!outcome.ok) return raiseHost(L, outcome.error, context);
    if (outcome.value !== undefined && outcome.value !== null) return outcome.value;
  }
  return raiseHost(L, createUnknownModule(L, name));
}

const lookUp = (name: string, table: Exclude<LuaModules, (...args: never) => unknown>): unknown =>
  Object.hasOwn(table, name) ? table[name] : undefined;

const ask = (
  L: LuaState,
  name: string,
  loader: Extract<LuaModules, (...args: never) => unknown>,
  context: string,
): unknown => {
  countCall(L);
  try {
    return callHost(L, 'require', (made) => loader(name, made));
  } catch (error) {
    return raiseHost(L, error, context);
  }
};

function* run(L: LuaState, name: string, text: string, chunk: string): Steps<Value> {
  const compiled = compileText(L, text, `@${chunk}`);
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
