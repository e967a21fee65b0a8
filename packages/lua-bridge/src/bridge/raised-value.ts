import type { LuaState, Runtime } from '../vm/state/lua-state.js';
import { Value } from '../vm/values/value.js';

/* By state, so that an error which the host keeps does not keep the state. */
const raised = new WeakMap<Runtime, WeakMap<object, Value>>();

/** Remembers the Lua value behind an error that is on its way to the host. Returns the error. */
export const rememberRaised = <Raised extends object>(runtime: Runtime, error: Raised, value: Value): Raised => {
  let values = raised.get(runtime);
  if (values === undefined) raised.set(runtime, (values = new WeakMap()));
  values.set(error, new Value(value.type, value.value));
  return error;
};

/** The Lua value behind an error that comes back from the host; undefined if it is none of this state. */
export const raisedValue = ({ runtime }: LuaState, error: unknown): Value | undefined => {
  const known = typeof error === 'object' && error !== null ? raised.get(runtime)?.get(error) : undefined;
  return known === undefined ? undefined : new Value(known.type, known.value);
};
