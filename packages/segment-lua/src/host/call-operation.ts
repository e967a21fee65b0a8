import type { HostCall } from '@moonwire/lua-bridge';
import type { Operation } from '@moonwire/segment-sdk';
import type { PublicOperation } from '@moonwire/segment-sdk/public-api';

import { type CallOutcome, reportError } from './call-log.js';
import { type Answer, carryOut } from './carry-out.js';
import { decide } from './decide.js';
import { fromLuaInput } from './lua-fields.js';
import { isDeniedError, type ProposedCall } from './policy.js';
import type { Run } from './run.js';
import { isCore, type ScriptOperation } from './script-operations.js';

/**
 * Makes one call of a script: its argument is spelt for the SDK, the policy decides, the call is carried out, the
 * record is kept.
 * @returns What the script gets, its declared fields spelt for Lua; a promise only where there is something to wait
 *   for.
 * @throws What the policy or the SDK throws; the bridge hands it to the script.
 */
export const callOperation = (
  run: Run,
  operation: ScriptOperation,
  account: string,
  call: HostCall,
  argument: unknown,
): unknown => {
  const { path, line } = call;
  const site = { path, operation: operation.name, account, effect: operation.effect, line };
  const { record, end } = run.log.start(site);
  const succeed = ({ value, outcome }: Answer): unknown => {
    end(outcome);
    return value;
  };
  const fail = (error: unknown): never => {
    end(describeFailure(error));
    throw error;
  };
  const proposed = { ...site, input: argument ?? {} };
  try {
    const answer = isCore(operation)
      ? callCore(run, operation, proposed, { record, call })
      : callWhole(run, operation, proposed, { record, call });
    return answer instanceof Promise ? answer.then(succeed, fail) : succeed(answer);
  } catch (error) {
    return fail(error);
  }
};

const callCore = (run: Run, operation: Operation, proposed: ProposedCall, made: MadeCall): Answer | Promise<Answer> => {
  const input = fromLuaInput(operation.input, proposed.input);
  const permitted = { operation, input, ...made };
  const decision = decide(run, operation, { ...proposed, input });
  return decision ? decision.then(() => carryOut(run, permitted)) : carryOut(run, permitted);
};

type MadeCall = Pick<Parameters<typeof carryOut>[1], 'record' | 'call'>;

/** The whole Public API is loaded when a script first calls it. */
const callWhole = async (
  run: Run,
  operation: PublicOperation,
  proposed: ProposedCall,
  made: MadeCall,
): Promise<Answer> => {
  const { callPublic } = await import('./call-public.js');
  return callPublic(run, operation, proposed, made);
};

const describeFailure = (error: unknown): CallOutcome => ({
  status: isDeniedError(error) ? 'denied' : 'failed',
  error: reportError(error),
});
