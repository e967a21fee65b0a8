import { LuaError } from '../bridge/lua-error.js';
import type { LuaValue } from '../bridge/lua-value.js';
import { readThrown } from '../bridge/thrown.js';
import type { LuaUsage } from '../meter/usage.js';
import { describeIssues, type Finding } from '../schema/schema-issue.js';
import type { StandardSchema } from '../schema/standard-schema.js';
import { validate } from '../schema/validate.js';

/** A run that failed. */
interface FailedRun {
  readonly ok: false;
  readonly error: LuaError;
  readonly output: string;
  readonly usage: LuaUsage;
}

/** How a run went, before anybody has looked at what it gave. */
export type RunOutcome =
  { readonly ok: true; readonly values: LuaValue[]; readonly output: string; readonly usage: LuaUsage } | FailedRun;

/**
 * How a run went.
 * @typeParam Output What the first value is: of the schema that was given, or anything that Lua can give.
 */
export type RunResult<Output = LuaValue> =
  | {
      readonly ok: true;
      /** The first value, as the schema gives it if there was one; undefined if the script returned nothing. */
      readonly value: Output;
      /** All values, as Lua gave them. */
      readonly values: LuaValue[];
      readonly output: string;
      readonly usage: LuaUsage;
    }
  | FailedRun;

/**
 * The result of a run whose first value a schema may describe.
 * @param what What the schema describes, for messages.
 */
export const readResult = async <Output>(
  outcome: RunOutcome,
  schema: StandardSchema<unknown, Output> | undefined,
  what = 'result',
): Promise<RunResult<Output>> => {
  if (!outcome.ok) return outcome;
  const { values, output, usage } = outcome;
  if (schema === undefined) return { ...outcome, value: values[0] as Output };
  const fail = ({ message, ...data }: Finding, details?: { cause: unknown }): FailedRun => {
    const error = new LuaError(`${what}: ${message}`, { code: 'invalid_result', ...data, ...details });
    return { ok: false, error, output, usage };
  };
  try {
    const { result, given } = await validate(schema, values[0]);
    if (result.issues !== undefined) return fail(describeIssues(result.issues, given));
    return { ok: true, value: result.value, values, output, usage };
  } catch (cause) {
    return fail({ message: `the schema failed: ${readThrown(cause).message}` }, { cause });
  }
};
