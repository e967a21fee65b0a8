export { createLuaWorker, type LuaWorker, type LuaWorkerOptions } from './lua-worker.js';
export type { WebWorkerLike } from './worker/sandbox-thread.js';
export { createLua, type Lua, type LuaOptions } from './lua.js';
export { hostFunction, type HostFunction } from './host-function.js';
export { LuaError, isLuaError, type LuaErrorDetails } from './lua-error.js';
export { defaultLimits, type LuaLimits } from './limits.js';
export type { RunOptions, RunResult } from './run/run-script.js';
export type { LuaUsage } from './run/budget.js';
export type { HostCall, LuaFunction, LuaValue } from './values/lua-value.js';
