import type { RunResult } from '../../../host/run-result.js';
import type { Sandbox, SegmentLuaOptions } from '../../../host/segment-lua-options.js';
import { openSession, type Session } from '../../session/session.js';
import { EXIT } from '../../terminal/exit-code.js';
import { catchInterrupt, type Interrupt } from '../../terminal/interrupt.js';
import { readScript, type Script } from '../../terminal/read-script.js';
import { complain } from '../../terminal/terminal.js';
import { UsageError } from '../../terminal/usage-error.js';
import type { RunFlags } from './run-command.js';
import { runLimits } from './run-limits.js';
import { reportRun, reportRunAsJson } from './run-report.js';
import { versionsOf } from './versions.js';

const exitCodeOf = (result: RunResult, interrupt: Interrupt): number => {
  if (interrupt.signal.aborted) return EXIT.interrupted;
  return result.ok ? EXIT.ok : EXIT.failed;
};

const runScript = (session: Session, script: Script, flags: RunFlags, interrupt: Interrupt): Promise<RunResult> =>
  session.host.run(script.code, {
    name: script.name,
    args: flags.arg,
    signal: interrupt.signal,
    ...(flags.account !== undefined && { account: flags.account }),
    ...(flags.dryRun && { dryRun: true }),
    ...(!flags.json && { onOutput: (text: string) => void process.stdout.write(text) }),
  });

/** A host, and whom it tells to stop. */
interface Means {
  readonly sandbox: Sandbox;
  readonly interrupt: Interrupt;
}

const hostOptions = (flags: RunFlags, sandbox: Sandbox): SegmentLuaOptions => ({
  sandbox,
  limits: runLimits(flags),
  ...(flags.confirm && { delivery: 'confirm' }),
});

const runOnce = async (script: Script, flags: RunFlags, { sandbox, interrupt }: Means): Promise<void> => {
  const session = await openSession(flags, hostOptions(flags, sandbox));
  const result = await runScript(session, script, flags, interrupt);
  await (flags.json ? reportRunAsJson : reportRun)(result, session, flags);
  process.exitCode = exitCodeOf(result, interrupt);
  await session.host.close();
};

const watchFile = async (file: string, flags: RunFlags, means: Means): Promise<void> => {
  if (file === '-') throw new UsageError('--watch needs a file: standard input does not change');
  let isFirst = true;
  for await (const script of versionsOf(file, means.interrupt.signal)) {
    if (!isFirst) complain(`Running again at ${new Date().toLocaleTimeString()} …`);
    isFirst = false;
    await runOnce(script, flags, means);
  }
  process.exitCode = EXIT.interrupted;
};

/** Runs a script, or runs it whenever it changes, and reports on it; the exit code says how it went. */
export const run = async (file: string, flags: RunFlags, sandbox: Sandbox): Promise<void> => {
  const interrupt = catchInterrupt();
  const means = { sandbox, interrupt };
  if (flags.watch) await watchFile(file, flags, means);
  else await runOnce(await readScript(file), flags, means);
  interrupt.dispose();
};
