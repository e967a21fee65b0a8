export type { Violation, ViolationType } from './contract/violation.js';
export type { Finding, Check as SchemaCheck } from './plan/json-schema/check.js';
export { compileSchema } from './plan/json-schema/compile-schema.js';
export type { OnViolation } from './plan/keep-event.js';
export { createPlan, type Plan } from './plan/plan.js';
export type { PlanDocument, PlanRule, RuleType } from './plan/plan-rule.js';
