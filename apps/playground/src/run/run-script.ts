import type { Findings } from '../protocol/messages.js';
import type { ScriptUse } from '../protocol/script-use.js';
import { accountNames, listWorkerAccounts } from '../state/accounts.js';
import { faults } from '../state/faults.js';
import { readLimits } from '../state/limits.js';
import { openedPlan, trackingPlan } from '../state/plan.js';
import { beginRun, isRunning, updateRun } from '../state/run.js';
import { workspace } from '../state/workspace.js';
import { sendWithKey } from './live-relay.js';
import { createProgress } from './progress.js';
import { createScriptWorker, type ScriptWorker } from './script-worker.js';

// Always one worker ahead: pressing Run never waits for one to start, and checks go on while a script runs.
let spare: ScriptWorker = createScriptWorker(sendWithKey);
let running: ScriptWorker | undefined;

/** A worker that could not be loaded is given another chance: the network may be back. */
const renewBroken = (): void => {
  if (spare.state.peek() === 'broken') spare = createScriptWorker(sendWithKey);
};

const takeSpare = (): ScriptWorker => {
  renewBroken();
  const taken = spare;
  spare = createScriptWorker(sendWithKey);
  return taken;
};

/** Runs `code` in a fresh worker and records what happens. Does nothing while a script is running. */
export const runScript = (code: string): void => {
  if (isRunning.value) return;
  const worker = takeSpare();
  beginRun(worker.state);
  running = worker;
  const progress = createProgress(() => {
    worker.kill();
    running = undefined;
  });
  worker.run(
    {
      code,
      accounts: listWorkerAccounts(),
      workspace: workspace.value,
      faults: faults.value,
      limits: readLimits(),
      ...(openedPlan.value && trackingPlan.value && { plan: trackingPlan.value }),
    },
    progress,
  );
};

/** Kills the running script at once. What it printed and sent so far stays on show. */
export const stopScript = (): void => {
  running?.kill();
  running = undefined;
  updateRun((run) => (run.status === 'running' ? { status: 'stopped' } : {}));
};

/** Finds, without running anything, what would fail. Nothing where workers cannot be had. */
export const checkScript = (code: string, uses: readonly ScriptUse[]): Promise<Findings | undefined> =>
  spare.check({ code, uses, accounts: accountNames.value });
