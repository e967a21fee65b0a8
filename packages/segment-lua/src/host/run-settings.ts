import type { RunOptions, SegmentLuaOptions } from './segment-lua-options.js';

/** What one run works with: the host's options and its own, its own first. */
export interface RunSettings extends Omit<SegmentLuaOptions, 'accounts' | keyof RunOptions> {
  readonly name: string;
  readonly args: Readonly<Record<string, unknown>>;
  readonly globals: Readonly<Record<string, unknown>>;
  readonly signal: AbortSignal | undefined;
  readonly account: string | undefined;
  readonly onOutput: RunOptions['onOutput'] | undefined;
  readonly beforeCall: RunOptions['beforeCall'] | undefined;
  readonly onCall: RunOptions['onCall'] | undefined;
  readonly modules: RunOptions['modules'] | undefined;
  readonly deadlineMs: number | undefined;
  readonly dryRun: boolean;
  readonly delivery: 'batch' | 'confirm';
}

/** Merges a run's options with the host's. Nowhere else is one preferred to the other. */
export const mergeOptions = (host: SegmentLuaOptions, run: RunOptions): RunSettings => ({
  ...(host.simulator && { simulator: host.simulator }),
  ...(host.limits && { limits: host.limits }),
  ...(host.policy && { policy: host.policy }),
  ...(host.client && { client: host.client }),
  ...(host.queue && { queue: host.queue }),
  ...(host.holds && { holds: host.holds }),
  ...(host.plan && { plan: host.plan }),
  ...(host.onViolation && { onViolation: host.onViolation }),
  ...(host.sandbox && { sandbox: host.sandbox }),
  ...(host.hints && { hints: host.hints }),
  delivery: host.delivery ?? 'batch',
  name: run.name ?? 'script.lua',
  args: run.args ?? {},
  globals: { ...host.globals, ...run.globals },
  signal: run.signal,
  account: run.account ?? host.account,
  onOutput: run.onOutput ?? host.onOutput,
  beforeCall: run.beforeCall ?? host.beforeCall,
  onCall: run.onCall ?? host.onCall,
  modules: run.modules ?? host.modules,
  deadlineMs: run.deadlineMs,
  dryRun: run.dryRun ?? host.dryRun ?? false,
});
