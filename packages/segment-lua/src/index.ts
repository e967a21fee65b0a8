export type { SegmentRegistry } from './accounts/account-source.js';
export type { ClientOptions, SegmentAccount } from './accounts/segment-account.js';
export { SEGMENT_NAMESPACE } from './accounts/segment-account.js';
export { segmentService } from './accounts/segment-service.js';
export { simulatedAccounts } from './accounts/simulated-accounts.js';
export { createSegmentLua, type SegmentLua } from './host/create-segment-lua.js';
export type { FinishedScript, HintFinder } from './host/hint-finder.js';
export {
  DeniedError,
  type Effect,
  isDeniedError,
  type Policy,
  type PolicyDecision,
  type PolicyRule,
  type ProposedCall,
} from './host/policy.js';
export type {
  CallRecord,
  CallStatus,
  Deliveries,
  ErrorReport,
  FailedDelivery,
  Hint,
  PlannedRequest,
  RunError,
  RunResult,
  RunUsage,
} from './host/run-result.js';
export type { LuaSandbox, RunOptions, Sandbox, SegmentLuaOptions } from './host/segment-lua-options.js';
export { segmentReference } from './reference/segment-reference.js';
