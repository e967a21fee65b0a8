/** A call that a policy has to decide on, exactly as it would be made. */
export interface ProposedCall {
  readonly path: string;
  readonly operation: string;
  readonly account: string;
  readonly effect: 'read' | 'write';
  /** The Lua line. */
  readonly line: number;
  /** The call's validated parameters. */
  readonly input: unknown;
}

/** `ask` hands the call to the policy's own `ask`. */
export type PolicyDecision = 'allow' | 'deny' | 'ask';

/** Matches the calls that have every property it names. */
export interface PolicyRule {
  readonly effect?: 'read' | 'write';
  readonly operation?: string;
  readonly account?: string;
  readonly then: PolicyDecision;
}

/**
 * What a script may do.
 * @example
 * // Reads are free, tracking to production needs a person, nothing else may be written.
 * const policy = {
 *   rules: [
 *     { effect: 'read', then: 'allow' },
 *     { account: 'production', then: 'ask' },
 *     { effect: 'write', then: 'deny' },
 *   ],
 *   ask: (call) => confirm(`${call.path} on line ${call.line}?`),
 * };
 */
export interface Policy {
  /** The first rule that matches decides. Without a match the call is allowed. */
  readonly rules: readonly PolicyRule[];
  /** Decides the calls of `ask` rules. Without it they are denied. */
  readonly ask?: (call: ProposedCall) => boolean | Promise<boolean>;
  /** Who can change the policy, as a denial names them. Default: `whoever runs this script's host`. */
  readonly owner?: string;
}

const DENIED = Symbol.for('@moonwire/segment-lua/denied');

/** A call that the policy did not let through. In Lua it is an error table with these fields. */
export class DeniedError extends Error {
  readonly [DENIED] = true;
  override readonly name = 'DeniedError';
  readonly code = 'denied';
  readonly operation: string;
  readonly account: string;
  readonly effect: 'read' | 'write';

  constructor(call: ProposedCall, reason: string) {
    super(`${call.operation}: denied for account '${call.account}' (${call.effect}): ${reason}`);
    this.operation = call.operation;
    this.account = call.account;
    this.effect = call.effect;
  }
}

/** Whether `error` is a {@link DeniedError}, of whichever copy of this package. */
export const isDeniedError = (error: unknown): error is DeniedError =>
  typeof error === 'object' && error !== null && DENIED in error;

const matches = (rule: PolicyRule, call: ProposedCall): boolean =>
  (rule.effect ?? call.effect) === call.effect &&
  (rule.operation ?? call.operation) === call.operation &&
  (rule.account ?? call.account) === call.account;

/**
 * Resolves when `policy` lets `call` through.
 * @throws DeniedError naming who can change it.
 */
export const authorize = async (policy: Policy, call: ProposedCall): Promise<void> => {
  const decision = policy.rules.find((rule) => matches(rule, call))?.then ?? 'allow';
  if (decision === 'allow') return;
  const owner = policy.owner ?? "whoever runs this script's host";
  if (decision === 'deny') throw new DeniedError(call, `the policy forbids it; ${owner} can allow it`);
  if (policy.ask === undefined)
    throw new DeniedError(call, `it needs approval and nobody is there to ask; ${owner} can allow it`);
  if (!(await policy.ask(call))) throw new DeniedError(call, `approval was refused; ${owner} can grant it`);
};
