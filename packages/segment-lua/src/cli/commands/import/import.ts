import type { ImportOutcome } from '../../../import/import-file.js';
import type { RowWork } from '../../../import/map-protocol.js';
import { openSession } from '../../session/session.js';
import { EXIT } from '../../terminal/exit-code.js';
import { catchInterrupt } from '../../terminal/interrupt.js';
import { readScript } from '../../terminal/read-script.js';
import { complain } from '../../terminal/terminal.js';
import { UsageError } from '../../terminal/usage-error.js';
import type { ImportFlags } from './import-command.js';
import { reportImport } from './import-report.js';
import { carryOut, choosePaths, open, type Order } from './order.js';
import { needsRehearsal, rehearse } from './rehearse.js';

/** Imports the rows of files, and says what came of them. */
export const runImport = async (names: readonly string[], flags: ImportFlags): Promise<void> => {
  const map = await chooseWork(flags);
  const session = await openSession(flags, flags.account === undefined ? {} : { account: flags.account });
  const interrupt = catchInterrupt();
  const order = { names, map, flags, session, signal: interrupt.signal };
  const rehearsed = needsRehearsal(order) ? await rehearse(order) : undefined;
  const mayGoOn = rehearsed?.mayGoOn !== false;
  const started = performance.now();
  const outcome = mayGoOn ? await send(order) : rehearsed.outcome;
  const seconds = (performance.now() - started) / 1000;
  const told = { outcome, rehearsed: rehearsed?.outcome.broken, target: session.target, seconds, flags };
  if (mayGoOn || flags.json) reportImport({ ...told, failuresPath: choosePaths(order).failuresPath });
  if (outcome.error !== undefined) complain(outcome.error);
  if (interrupt.signal.aborted) complain('Stopped. Run the same command again to go on.');
  process.exitCode = chooseExit(outcome, interrupt.signal, mayGoOn);
  interrupt.dispose();
};

const chooseWork = async ({ map, from }: ImportFlags): Promise<RowWork> => {
  if (map !== undefined && from !== undefined)
    throw new UsageError('--from makes the events without a map; give one of --map and --from');
  if (from !== undefined) return { from };
  if (map !== undefined) return { ...(await readScript(map)), path: map };
  throw new UsageError('what rows become is not said; give --map SCRIPT, or --from for an export');
};

const send = async (order: Order): Promise<ImportOutcome> => {
  const opened = await open(order, order.flags.dryRun ? 'dry-run' : 'import');
  opened.notes.forEach(complain);
  if (opened.isGoingOn) complain(`Going on after ${opened.counts.rows.toLocaleString('en')} rows.`);
  return carryOut(opened, order.session);
};

const chooseExit = ({ counts, kept, error }: ImportOutcome, { aborted }: AbortSignal, mayGoOn: boolean): number => {
  if (aborted) return EXIT.interrupted;
  return !mayGoOn || error !== undefined || counts.failed + kept.refused > 0 ? EXIT.failed : EXIT.ok;
};
