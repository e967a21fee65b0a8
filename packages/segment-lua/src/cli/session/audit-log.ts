import { createHash, randomUUID } from 'node:crypto';
import { appendFileSync, existsSync, renameSync, statSync } from 'node:fs';

import type { RunResult } from '../../host/run-result.js';
import type { RunScript } from '../../mcp/execute-lua.js';
import { complain } from '../terminal/terminal.js';
import { UsageError } from '../terminal/usage-error.js';

/** A file that has grown to this many bytes makes way for a new one. */
const MAX_BYTES = 10_000_000;

/** Files that are kept beside the one that grows, `FILE.1` being the newest. */
const KEPT = 5;

/** A file of what was run, a JSON object a line. */
export interface AuditLog {
  readonly write: (entry: object) => void;
}

/**
 * Opens the file of `--audit`. Only its owner may read it.
 * @throws UsageError if it cannot be written.
 */
export const openAuditLog = (path: string): AuditLog => {
  const append = (text: string): void => {
    appendFileSync(path, text, { mode: 0o600 });
  };
  try {
    append('');
  } catch (error) {
    throw new UsageError(`--audit ${path}: cannot be written (${(error as NodeJS.ErrnoException).code ?? 'unknown'})`);
  }
  return {
    write: (entry) => {
      if ((statSync(path, { throwIfNoEntry: false })?.size ?? 0) >= MAX_BYTES) rotate(path);
      append(`${JSON.stringify({ at: new Date().toISOString(), ...entry })}\n`);
    },
  };
};

const rotate = (path: string): void => {
  for (let at = KEPT - 1; at > 0; at -= 1)
    if (existsSync(`${path}.${at}`)) renameSync(`${path}.${at}`, `${path}.${at + 1}`);
  renameSync(path, `${path}.1`);
};

/**
 * Writes down who has what run and what came of it, before and after: a script that nothing could be written down of is
 * not run. Neither the script nor what it sends is in the log, but its hash is.
 */
export const auditRuns =
  (run: RunScript, log: AuditLog, target: string, token: string): RunScript =>
  async (code, options, caller) => {
    const id = randomUUID();
    const script = `sha256:${createHash('sha256').update(code).digest('hex')}`;
    const { account, dryRun = false } = options;
    const who = { run: id, ...(token !== '' && { token }), client: caller.name };
    log.write({ event: 'run_started', ...who, target, script, account, dry_run: dryRun });
    const result = await run(code, options, caller);
    try {
      log.write({ event: 'run_ended', ...who, ...describe(result) });
    } catch (error) {
      complain(`segment-lua: the audit log cannot be written: ${(error as Error).message}`);
    }
    return result;
  };

const describe = ({ ok, error, calls, deliveries, usage }: RunResult): object => ({
  ok,
  ...(error && { error: error.code }),
  calls: countCalls(calls),
  deliveries: { ...deliveries, failed: deliveries.failed.length },
  ms: Math.round(usage.timeMs),
});

/** Calls that are alike are one entry: a script may make thousands. */
const countCalls = (calls: RunResult['calls']): readonly object[] => {
  const counts = new Map<string, { count: number; readonly call: object }>();
  for (const { operation, account, effect, status, error } of calls) {
    const call = { operation, account, effect, status, ...(error && { error: error.code }) };
    const key = JSON.stringify(call);
    const known = counts.get(key);
    if (known === undefined) counts.set(key, { count: 1, call });
    else known.count += 1;
  }
  return [...counts.values()].map(({ count, call }) => ({ ...call, count }));
};
