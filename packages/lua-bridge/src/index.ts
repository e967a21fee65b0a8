export { findMeant, type Hint } from './bridge/did-you-mean.js';
export { type HostFunction, hostFunction } from './bridge/host-function.js';
export { isLuaError, LuaError, type LuaErrorDetails } from './bridge/lua-error.js';
export type { HostCall, LuaFunction, LuaValue } from './bridge/lua-value.js';
export { metamethod, type MetamethodName } from './bridge/metamethod.js';
export type { LuaModules, ModuleLoader } from './bridge/modules.js';
export { type MultiReturn, multiReturn } from './bridge/multi-return.js';
export type { GivenNames } from './bridge/names.js';
export { type LuaNamespace, namespaceOf } from './bridge/namespace-of.js';
export { type KnownNames, type OptionNames, refuseUnknownOption } from './bridge/option-names.js';
export { defaultLimits, type LuaLimits } from './meter/limits.js';
export type { ChunkLines } from './meter/line-hits.js';
export type { LuaModule, LuaUsage } from './meter/usage.js';
export { check, isIncomplete, type SyntaxFault } from './run/check.js';
export { toLcov } from './run/lcov.js';
export { createLua, type Lua, type LuaOptions, type MemberOf, type TypedLua } from './run/lua.js';
export type { LuaScript } from './run/prepare.js';
export { createRepl, type Repl, type ReplAnswer, type ReplOptions } from './run/repl.js';
export type { RunResult } from './run/result.js';
export type { CheckedRunOptions, RunOptions } from './run/run-script.js';
export type { LuaSession, SessionCall } from './run/session.js';
export { schemaFunction, type SchemaFunctionOptions } from './schema/schema-function.js';
export type { SchemaIssue, SchemaResult, StandardSchema } from './schema/standard-schema.js';
export type { LuaTrace, LuaTraceEvent } from './vm/state/trace.js';
export {
  createLuaWorker,
  type LuaWorker,
  type LuaWorkerLoad,
  type LuaWorkerOptions,
  type TypedLuaWorker,
} from './worker/lua-worker.js';
export type { WebWorkerLike } from './worker/sandbox-thread.js';
