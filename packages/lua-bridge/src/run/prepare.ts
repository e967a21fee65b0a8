import { checkRun, failRun, NAME_ALONE } from './check-run.js';
import { readResult, type RunOutcome, type RunResult } from './result.js';
import type { CheckedRunOptions, RunOptions } from './run-script.js';

/** A script that is compiled once and run many times. */
export interface LuaScript {
  /** As `run` of the sandbox; the name was given when it was prepared. */
  run<Output>(options: Omit<CheckedRunOptions<Output>, 'name'>): Promise<RunResult<Output>>;
  run(options?: Omit<RunOptions, 'name'>): Promise<RunResult>;
}

/**
 * What `prepare` gives: a script whose runs are checked as those of the sandbox are.
 * @param kept What is kept from one run to the next.
 * @param run Runs it.
 * @throws LuaError `invalid_input` if the code is no text, or the name none.
 */
export const prepareScript = <Kept>(
  code: string,
  named: Pick<RunOptions, 'name'>,
  kept: Kept,
  run: (kept: Kept, options: RunOptions<unknown>) => Promise<RunOutcome>,
): LuaScript => {
  const fault = checkRun(code, named, NAME_ALONE);
  if (fault !== undefined) throw fault;
  const { name } = named;
  return {
    run: async <Output>(options: Omit<RunOptions<Output>, 'name'> = {}): Promise<RunResult<Output>> => {
      const wrong = checkRun(code, options);
      if (wrong !== undefined) return failRun(wrong);
      return readResult(await run(kept, { ...options, ...(name === undefined ? {} : { name }) }), options.result);
    },
  };
};
