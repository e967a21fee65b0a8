import { arg, argCount, pushNative } from '../vm/native/frame.js';
import { raise, raiseArgument } from '../vm/native/raise.js';
import type { LuaState, Runtime } from '../vm/state/lua-state.js';
import { nameType } from '../vm/state/metatables.js';
import type { Native } from '../vm/state/native.js';
import { newTable } from '../vm/tables/lua-table.js';
import { setField } from '../vm/tables/table.js';
import type { LuaString } from '../vm/values/string.js';
import type { LuaTable } from '../vm/values/table.js';
import { BOOLEAN, LIGHT_NATIVE, STRING, USERDATA } from '../vm/values/tags.js';
import { luaString, textOf } from '../vm/values/text.js';
import { Value } from '../vm/values/value.js';
import { describeCall } from './call.js';
import { performCall, readArgs } from './host-call.js';
import type { ObjectKind } from './object-kind.js';

/** An object of the host as a script holds it. */
class HostObject {
  /** The last census that counted it. */
  mark = 0;

  constructor(
    readonly object: object,
    readonly kind: ObjectKind,
    readonly metatable: LuaTable,
  ) {}
}

/* What of the host a state has seen: the same object is the same value again. */
interface Known {
  readonly objects: WeakMap<object, HostObject>;
  readonly metatables: Map<ObjectKind, LuaTable>;
}

const states = new WeakMap<Runtime, Known>();

const OBJECT_BYTES = 400;

/** An object of the host as a value of Lua, whose methods and properties a script reaches by its kind alone. */
export const objectValue = (L: LuaState, object: object, kind: ObjectKind): Value => {
  const { runtime } = L;
  let known = states.get(runtime);
  if (known === undefined) states.set(runtime, (known = { objects: new WeakMap(), metatables: new Map() }));
  let made = known.objects.get(object);
  if (made?.kind !== kind) {
    runtime.budget.allocate(OBJECT_BYTES);
    made = new HostObject(object, kind, findMetatable(L, known, kind));
    known.objects.set(object, made);
  }
  return new Value(USERDATA, made);
};

/** The object behind a value of Lua. */
export const objectOf = (value: Value): object | undefined =>
  value.value instanceof HostObject ? value.value.object : undefined;

const findMetatable = (L: LuaState, { metatables }: Known, kind: ObjectKind): LuaTable => {
  const known = metatables.get(kind);
  if (known !== undefined) return known;
  const metatable = newTable(L);
  metatables.set(kind, metatable);
  setField(L, metatable, '__index', LIGHT_NATIVE, index(kind));
  setField(L, metatable, '__newindex', LIGHT_NATIVE, setIndex(kind));
  for (const event of kind.metamethods) setField(L, metatable, event, LIGHT_NATIVE, operate(kind, event));
  setField(L, metatable, '__name', STRING, luaString(kind.name));
  setField(L, metatable, '__metatable', BOOLEAN, false);
  return metatable;
};

const index = (kind: ObjectKind): Native => {
  const methods = new Map<string, Native>();
  return (L) => {
    const { object } = checkSelf(L, 1, kind);
    const name = readName(L);
    if (!kind.hasMethod(object, name))
      return performCall(L, pathOf(kind, name), () => kind.read(object, name, describeCall(L, pathOf(kind, name))));
    let method = methods.get(name);
    if (method === undefined) methods.set(name, (method = callMethod(kind, name, object)));
    return pushNative(L, method);
  };
};

const setIndex =
  (kind: ObjectKind): Native =>
  (L) => {
    const { object } = checkSelf(L, 1, kind);
    const name = readName(L);
    const path = pathOf(kind, name);
    return performCall(L, path, () => kind.write(object, name, readArgs(L, 3)[0], describeCall(L, path)));
  };

/* A class is the only object of its kind, and needs not be given to its methods. */
const callMethod = (kind: ObjectKind, name: string, only: object): Native => {
  const path = pathOf(kind, name);
  return (L) => {
    if (kind.isClass && !isSelf(arg(L, 1), kind))
      return performCall(L, path, () => kind.invoke(only, name, readArgs(L), describeCall(L, path)));
    const { object } = checkSelf(L, 1, kind);
    return performCall(L, path, () => kind.invoke(object, name, readArgs(L, 2), describeCall(L, path)));
  };
};

/* Either operand may be the object; `__call` is given what follows it. */
const operate = (kind: ObjectKind, event: string): Native => {
  const path = pathOf(kind, event);
  return (L) => {
    const at = isSelf(arg(L, 1), kind) || argCount(L) < 2 ? 1 : 2;
    const { object } = checkSelf(L, at, kind);
    const isUnary = event === '__tostring' || event === '__unm' || event === '__len' || event === '__bnot';
    const args = (): unknown[] => (isUnary ? [] : readArgs(L, event === '__call' ? 2 : 1));
    return performCall(L, path, () => kind.invoke(object, event, args(), describeCall(L, path)));
  };
};

const pathOf = (kind: ObjectKind, name: string): string => `${kind.name}.${name}`;

const isSelf = ({ value }: Value, kind: ObjectKind): boolean => value instanceof HostObject && value.kind === kind;

const checkSelf = (L: LuaState, at: number, kind: ObjectKind): HostObject => {
  const self = arg(L, at);
  if (isSelf(self, kind)) return self.value as HostObject;
  return raiseArgument(L, at, `${kind.name} expected, got ${nameType(L, self)}; call methods with ':'`);
};

const readName = (L: LuaState): string => {
  const key = arg(L, 2);
  if (key.type === STRING) return textOf(key.value as LuaString);
  return raise(L, `the fields of an object have names, got a ${nameType(L, key)}`);
};
