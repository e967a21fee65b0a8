import { createAccountSource } from '../accounts/account-source.js';
import { simulatedAccounts } from '../accounts/simulated-accounts.js';
import { checkHostOptions, checkRunOptions } from './check-options.js';
import { checkPolicy } from './check-policy.js';
import { createAccountMount } from './mount-accounts.js';
import type { RunResult } from './run-result.js';
import { runScript } from './run-script.js';
import { mergeOptions } from './run-settings.js';
import { createRunSignals } from './run-signals.js';
import { scriptOperations } from './script-operations.js';
import type { RunOptions, SegmentLuaOptions } from './segment-lua-options.js';

/** Runs Lua scripts against Segment. */
export interface SegmentLua {
  /**
   * Runs a script with Segment mounted as `app.integrations.segment`, and waits until its events are delivered.
   * Runs may overlap; they share nothing.
   * @returns The result, also of a script that failed.
   * @throws TypeError for an option that does not exist. Error once the host is closed.
   */
  readonly run: (code: string, options?: RunOptions) => Promise<RunResult>;
  /**
   * Stops what is running, delivers what is queued, and resolves when that is done. Runs made afterwards are refused.
   */
  readonly close: () => Promise<void>;
}

/**
 * Creates a host for scripts.
 * @example
 * const host = createSegmentLua({ accounts: { default: { writeKey: process.env.SEGMENT_WRITE_KEY } } });
 * const result = await host.run(`
 *   app.integrations.segment.track({ event = "Order Completed", userId = "user-42" })
 * `);
 * if (!result.ok) console.error(result.error.message);
 * @throws TypeError for an option that does not exist, for `limits` beside a sandbox that was made already, and for a
 *   policy with a word that is none.
 */
export const createSegmentLua = (options: SegmentLuaOptions = {}): SegmentLua => {
  checkHostOptions(options);
  if (typeof options.sandbox === 'object' && options.limits !== undefined)
    throw new TypeError(
      'createSegmentLua: a sandbox that was made already has its limits; give them to createLuaWorker',
    );
  if (options.policy !== undefined) checkPolicy(options.policy);
  const accounts = createAccountSource(options.accounts ?? (options.simulator ? simulatedAccounts() : {}));
  const mount = createAccountMount(scriptOperations);
  const signals = createRunSignals();
  const running = new Set<Promise<RunResult>>();
  return {
    async run(code, runOptions = {}) {
      if (signals.isClosed) throw new Error('createSegmentLua: this host is closed; create another one');
      checkRunOptions(runOptions);
      const { signal, release } = signals.follow(runOptions.signal);
      const run = runScript(mergeOptions(options, { ...runOptions, signal }), accounts, mount, code);
      running.add(run);
      return run.finally(() => {
        release();
        running.delete(run);
      });
    },
    async close() {
      signals.close(new Error('the host was closed'));
      await Promise.allSettled(running);
    },
  };
};
