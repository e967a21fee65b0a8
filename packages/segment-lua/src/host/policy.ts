/** What a call does. `delete` takes things away for good: it deletes or replaces, or erases the data of people. */
export type Effect = 'read' | 'write' | 'delete';

/** A call that a policy has to decide on, exactly as it would be made. */
export interface ProposedCall {
  readonly path: string;
  readonly operation: string;
  readonly account: string;
  readonly effect: Effect;
  /** The Lua line. */
  readonly line: number;
  /** The call's parameters; whoever is asked about them sees valid ones only. */
  readonly input: unknown;
}

/** `ask` hands the call to the policy's own `ask`. */
export type PolicyDecision = 'allow' | 'deny' | 'ask';

/**
 * Matches the calls that have every property it names. What deletes also writes: a rule that denies or asks about
 * writing means it, too; one that allows writing does not.
 */
export interface PolicyRule {
  readonly effect?: Effect;
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
  /**
   * The first rule that matches decides. Without a match the call is allowed, unless it deletes: then it is asked
   * about.
   */
  readonly rules: readonly PolicyRule[];
  /** Decides the calls of `ask` rules that would not fail anyway. Without it they are denied. */
  readonly ask?: (call: ProposedCall) => boolean | Promise<boolean>;
  /** Who can change the policy, as a denial names them. Default: `whoever runs this script's host`. */
  readonly owner?: string;
}

const BRAND = Symbol.for('@moonwire/segment-lua/error');

/** A call that the policy did not let through. In Lua it is an error table with these fields. */
export class DeniedError extends Error {
  override readonly name = 'DeniedError';
  readonly code = 'denied';
  readonly operation: string;
  readonly account: string;
  readonly effect: Effect;

  constructor(call: ProposedCall, reason: string) {
    super(`${call.operation}: denied for account '${call.account}' (${call.effect}): ${reason}`);
    this.operation = call.operation;
    this.account = call.account;
    this.effect = call.effect;
    // Logs and JSON hold what is enumerable.
    Object.defineProperty(this, 'message', { enumerable: true });
  }

  get [BRAND](): true {
    return true;
  }
}

/** Whether `error` is a {@link DeniedError}, of whichever copy of this package. */
export const isDeniedError = (error: unknown): error is DeniedError =>
  typeof error === 'object' && error !== null && BRAND in error && 'code' in error && error.code === 'denied';

/**
 * Resolves when `policy` lets `call` through.
 * @param check Rejects with what is wrong with the call; it runs before a person is asked.
 * @throws DeniedError naming who can change it.
 */
export const authorize = async (policy: Policy, call: ProposedCall, check: () => Promise<void>): Promise<void> => {
  const unmatched = call.effect === 'delete' ? 'ask' : 'allow';
  const decision = policy.rules.find((rule) => matches(rule, call))?.then ?? unmatched;
  if (decision === 'allow') return;
  const owner = policy.owner ?? "whoever runs this script's host";
  if (decision === 'deny') throw new DeniedError(call, `the policy forbids it; ${owner} can allow it`);
  if (policy.ask === undefined)
    throw new DeniedError(call, `it needs approval and nobody is there to ask; ${owner} can allow it`);
  await check();
  if (!(await policy.ask(call))) throw new DeniedError(call, `approval was refused; ${owner} can grant it`);
};

const matches = (rule: PolicyRule, call: ProposedCall): boolean =>
  matchesEffect(rule, call) &&
  (rule.operation ?? call.operation) === call.operation &&
  (rule.account ?? call.account) === call.account;

const matchesEffect = ({ effect, then }: PolicyRule, call: ProposedCall): boolean =>
  effect === undefined ||
  effect === call.effect ||
  (effect === 'write' && call.effect === 'delete' && then !== 'allow');
