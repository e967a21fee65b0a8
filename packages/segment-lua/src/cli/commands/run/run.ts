import { createFileModules } from '../../../host/file-modules.js';
import type { Policy } from '../../../host/policy.js';
import type { RunResult } from '../../../host/run-result.js';
import type { LuaSandbox, SegmentLuaOptions } from '../../../host/segment-lua-options.js';
import { createDeletionPolicy } from '../../session/deletion-policy.js';
import {
  complainOfAbsentAccounts,
  createFilePolicy,
  type PolicyFile,
  readPolicyFile,
} from '../../session/policy-file.js';
import { openSession, type Session } from '../../session/session.js';
import { EXIT } from '../../terminal/exit-code.js';
import { catchInterrupt } from '../../terminal/interrupt.js';
import { readScript, type Script } from '../../terminal/read-script.js';
import { complain } from '../../terminal/terminal.js';
import { UsageError } from '../../terminal/usage-error.js';
import { watchDelivery } from './delivery-notice.js';
import type { RunFlags } from './run-command.js';
import { reportRun, reportRunAsJson } from './run-report.js';
import { watchScript } from './watch-script.js';

/** Runs a script, or runs it whenever it changes, and reports on it; the exit code says how it went. */
export const run = async (file: string, flags: RunFlags, sandbox: LuaSandbox): Promise<void> => {
  const interrupt = catchInterrupt();
  const runner = { sandbox, signal: interrupt.signal };
  if (flags.watch) await runVersions(file, flags, runner);
  else await runOnce(file, await readScript(file), flags, runner);
  interrupt.dispose();
};

/** What runs a script: its sandbox, and whom it hears when it is to stop. */
interface Runner {
  readonly sandbox: LuaSandbox;
  readonly signal: AbortSignal;
}

const runVersions = async (file: string, flags: RunFlags, runner: Runner): Promise<void> => {
  if (file === '-') throw new UsageError('--watch needs a file: standard input does not change');
  let isFirst = true;
  for await (const script of watchScript(file, runner.signal)) {
    if (!isFirst) complain(`Running again at ${new Date().toLocaleTimeString()} …`);
    isFirst = false;
    await runOnce(file, script, flags, runner);
  }
  process.exitCode = EXIT.interrupted;
};

const runOnce = async (file: string, script: Script, flags: RunFlags, { sandbox, signal }: Runner): Promise<void> => {
  const waited = flags.url ?? (flags.live ? 'segment' : undefined);
  // The simulator of this process lets nobody wait.
  const notice = flags.quiet || waited === undefined ? undefined : watchDelivery(waited);
  const policy = flags.dryRun || flags.policy === undefined ? undefined : readPolicyFile(flags.policy);
  const options: SegmentLuaOptions = {
    sandbox,
    modules: createFileModules(file),
    ...(notice && { onCall: notice.onCall, client: { plugins: [notice.plugin] } }),
    ...(flags.confirm && { delivery: 'confirm' }),
    // A dry run deletes nothing.
    ...(!flags.dryRun && { policy: choosePolicy(policy, flags) }),
  };
  const session = await openSession(flags, options);
  if (policy) await complainOfAbsentAccounts(policy, session.options);
  const result = await runScript(session, script, flags, signal).finally(() => notice?.stop());
  await (flags.json ? reportRunAsJson : reportRun)(result, session, flags);
  process.exitCode = chooseExitCode(result, signal);
  await session.host.close();
};

const choosePolicy = (file: PolicyFile | undefined, { allow }: RunFlags): Policy =>
  file === undefined ? createDeletionPolicy(allow) : createFilePolicy(file, '', allow);

const runScript = (session: Session, script: Script, flags: RunFlags, signal: AbortSignal): Promise<RunResult> =>
  session.host.run(script.code, {
    name: script.name,
    args: flags.arg,
    signal,
    ...(flags.account !== undefined && { account: flags.account }),
    ...(flags.dryRun && { dryRun: true }),
    ...(flags.deadline !== undefined && { deadlineMs: flags.deadline * 1000 }),
    ...(!flags.json && { onOutput: (text: string) => void process.stdout.write(text) }),
  });

const chooseExitCode = (result: RunResult, signal: AbortSignal): number => {
  if (signal.aborted) return EXIT.interrupted;
  return result.ok ? EXIT.ok : EXIT.failed;
};
