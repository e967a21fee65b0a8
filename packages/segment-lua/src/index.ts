export type { SegmentRegistry } from './account-source.js';
export { createSegmentLua, type SegmentLua } from './create-segment-lua.js';
export { SEGMENT_NAMESPACE } from './namespace.js';
export {
  DeniedError,
  isDeniedError,
  type Policy,
  type PolicyDecision,
  type PolicyRule,
  type ProposedCall,
} from './policy.js';
export { segmentReference } from './reference.js';
export type {
  CallRecord,
  CallStatus,
  Deliveries,
  ErrorReport,
  FailedDelivery,
  PlannedRequest,
  RunError,
  RunResult,
  RunUsage,
} from './run-result.js';
export type {
  ClientOptions,
  LuaSandbox,
  RunOptions,
  Sandbox,
  SegmentAccount,
  SegmentLuaOptions,
} from './segment-lua-options.js';
export { segmentService } from './segment-service.js';
export { simulatedAccounts } from './simulated-accounts.js';
