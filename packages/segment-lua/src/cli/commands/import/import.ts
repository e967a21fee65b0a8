import { createAccountSource } from '../../../accounts/account-source.js';
import { type Checkpoint, openCheckpoint } from '../../../import/checkpoint.js';
import { type FailuresFile, openFailures } from '../../../import/failures-file.js';
import { createFeed } from '../../../import/feed.js';
import { importRows } from '../../../import/import-rows.js';
import { type Ledger, openLedger } from '../../../import/ledger.js';
import { formatOf, readRows } from '../../../import/read-rows.js';
import { fingerprintOf, openSource, type Source } from '../../../import/source.js';
import { openSession } from '../../session/session.js';
import { counted } from '../../terminal/counted.js';
import { EXIT } from '../../terminal/exit-code.js';
import { catchInterrupt, type Interrupt } from '../../terminal/interrupt.js';
import { readScript, type Script } from '../../terminal/read-script.js';
import { complain, say } from '../../terminal/terminal.js';
import { UsageError } from '../../terminal/usage-error.js';
import type { ImportFlags } from './import-command.js';
import { showProgress } from './progress-line.js';

/** The simulator's memory is emptied this often: nobody looks at the events of an import. */
const FORGET_MS = 250;

/** An import that is open: what it works with, and where its files are. */
interface OpenImport {
  readonly source: Source;
  readonly checkpoint: Checkpoint;
  readonly failures: FailuresFile;
  readonly ledger: Ledger;
  readonly failuresPath: string;
  /** Tells it from others. */
  readonly fingerprint: string;
}

const openImport = async (file: string, flags: ImportFlags, map: Script): Promise<OpenImport> => {
  const source = await openSource(file).catch((error: unknown) => {
    throw new UsageError(`cannot read '${file}': ${(error as Error).message}`);
  });
  const base = file === '-' ? 'stdin' : file;
  const fingerprint = fingerprintOf(source, map.code);
  const checkpoint = openCheckpoint(flags.checkpoint ?? `${base}.checkpoint`, fingerprint);
  const failuresPath = flags.failures ?? `${base}.failures.ndjson`;
  const failures = openFailures(failuresPath, checkpoint.start?.failuresBytes ?? 0);
  return { source, checkpoint, failures, ledger: openLedger(checkpoint, failures), failuresPath, fingerprint };
};

const sendRows = async (
  file: string,
  flags: ImportFlags,
  map: Script,
  open: OpenImport,
  interrupt: Interrupt,
): Promise<string | undefined> => {
  const { source, ledger, fingerprint } = open;
  const session = await openSession(flags, flags.account === undefined ? {} : { account: flags.account });
  const rows = readRows(source.stream, flags.format ?? formatOf(file, source.head));
  const feed = createFeed({ rows, ledger, source: fingerprint, signal: interrupt.signal });
  const share = (): number | undefined =>
    source.size === undefined ? undefined : source.bytesRead() / Math.max(source.size, 1);
  const progress = showProgress({ counts: ledger.counts, share });
  const forgetting = setInterval(() => session.forget?.(), FORGET_MS);
  const accounts = createAccountSource(session.options.accounts ?? {});
  const error = await importRows({ host: session.options, accounts, map, feed, ledger, signal: interrupt.signal });
  clearInterval(forgetting);
  progress.stop();
  return error;
};

const report = ({ counts }: Ledger, { failuresPath }: OpenImport, seconds: number, isJson: boolean): void => {
  const failures = counts.failed > 0 ? { failures: failuresPath } : {};
  if (isJson) {
    say(JSON.stringify({ ...counts, seconds: Math.round(seconds * 100) / 100, ...failures }));
    return;
  }
  const parts = [
    counted(counts.rows, 'row'),
    `${counted(counts.delivered, 'event')} delivered`,
    `${counted(counts.failed, 'row')} failed`,
  ];
  say(`${parts.join(', ')}, in ${seconds.toFixed(1)} s.`);
  if (counts.failed > 0) say(`What failed is in ${failuresPath}; import that file to try again.`);
};

/** Imports the rows of a file, and says what came of them. */
export const runImport = async (file: string, flags: ImportFlags): Promise<void> => {
  const map = await readScript(flags.map);
  const open = await openImport(file, flags, map);
  const { ledger, checkpoint, failures } = open;
  const started = performance.now();
  const interrupt = catchInterrupt();
  if (checkpoint.start) complain(`Going on after ${ledger.counts.rows.toLocaleString('en')} rows.`);
  const error = await sendRows(file, flags, map, open, interrupt);
  ledger.save();
  failures.close();
  report(ledger, open, (performance.now() - started) / 1000, flags.json === true);
  if (error !== undefined) complain(error);
  if (interrupt.signal.aborted) complain('Stopped. Run the same command again to go on.');
  else if (error === undefined) checkpoint.remove();
  if (interrupt.signal.aborted) process.exitCode = EXIT.interrupted;
  else process.exitCode = error !== undefined || ledger.counts.failed > 0 ? EXIT.failed : EXIT.ok;
  interrupt.dispose();
};
