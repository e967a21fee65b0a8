import type { HostCall } from '@moonwire/lua-bridge';
import type { Operation } from '@moonwire/segment-sdk';

import { type CallOutcome, reportError } from './call-log.js';
import { type Answer, carryOut } from './carry-out.js';
import { decide } from './decide.js';
import { fromLuaInput } from './lua-fields.js';
import { isDeniedError } from './policy.js';
import type { Run } from './run.js';

/**
 * Makes one call of a script: its argument is spelt for the SDK, the policy decides, the call is carried out, the
 * record is kept.
 * @returns What the script gets, its declared fields spelt for Lua; a promise only where there is something to wait
 *   for.
 * @throws What the policy or the SDK throws; the bridge hands it to the script.
 */
export const callOperation = (
  run: Run,
  operation: Operation,
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
  try {
    const input = fromLuaInput(operation.input, argument ?? {});
    const permitted = { operation, input, record, call };
    const decision = decide(run, operation, { ...site, input });
    const answer = decision ? decision.then(() => carryOut(run, permitted)) : carryOut(run, permitted);
    return answer instanceof Promise ? answer.then(succeed, fail) : succeed(answer);
  } catch (error) {
    return fail(error);
  }
};

const describeFailure = (error: unknown): CallOutcome => ({
  status: isDeniedError(error) ? 'denied' : 'failed',
  error: reportError(error),
});
