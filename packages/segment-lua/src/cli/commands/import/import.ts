import { createAccountSource } from '../../../accounts/account-source.js';
import { type Checkpoint, openCheckpoint } from '../../../import/checkpoint.js';
import { type FailuresFile, openFailures } from '../../../import/failures-file.js';
import { createFeed } from '../../../import/feed.js';
import { importRows } from '../../../import/import-rows.js';
import { type Ledger, openLedger } from '../../../import/ledger.js';
import { detectFormat, readRows } from '../../../import/read-rows.js';
import { fingerprint, openSource, type Source } from '../../../import/source.js';
import { openSession } from '../../session/session.js';
import { EXIT } from '../../terminal/exit-code.js';
import { catchInterrupt } from '../../terminal/interrupt.js';
import { readScript, type Script } from '../../terminal/read-script.js';
import { complain, countOff, say } from '../../terminal/terminal.js';
import { UsageError } from '../../terminal/usage-error.js';
import type { ImportFlags } from './import-command.js';
import { showProgress } from './progress-line.js';

/** The simulator's memory is emptied this often: nobody looks at the events of an import. */
const FORGET_MS = 250;

/** Imports the rows of a file, and says what came of them. */
export const runImport = async (file: string, flags: ImportFlags): Promise<void> => {
  const opened = await openImport(file, flags, await readScript(flags.map));
  const { ledger, checkpoint, failures } = opened;
  const started = performance.now();
  const interrupt = catchInterrupt();
  if (checkpoint.start) complain(`Going on after ${ledger.counts.rows.toLocaleString('en')} rows.`);
  const error = await sendRows(opened, flags, interrupt.signal);
  ledger.save();
  failures.close();
  report(opened, (performance.now() - started) / 1000, flags.json === true);
  if (error !== undefined) complain(error);
  if (interrupt.signal.aborted) complain('Stopped. Run the same command again to go on.');
  else if (error === undefined) checkpoint.remove();
  if (interrupt.signal.aborted) process.exitCode = EXIT.interrupted;
  else process.exitCode = error !== undefined || ledger.counts.failed > 0 ? EXIT.failed : EXIT.ok;
  interrupt.dispose();
};

/** An import that is open: what it works with, and where its files are. */
interface OpenImport {
  readonly file: string;
  readonly map: Script;
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
  const mark = fingerprint(source, map.code);
  const checkpoint = openCheckpoint(flags.checkpoint ?? `${base}.checkpoint`, mark);
  const failuresPath = flags.failures ?? `${base}.failures.ndjson`;
  const failures = openFailures(failuresPath, checkpoint.start?.failuresBytes ?? 0);
  const ledger = openLedger(checkpoint, failures);
  return { file, map, source, checkpoint, failures, ledger, failuresPath, fingerprint: mark };
};

const sendRows = async (
  { file, map, source, ledger, fingerprint: mark }: OpenImport,
  flags: ImportFlags,
  signal: AbortSignal,
): Promise<string | undefined> => {
  const session = await openSession(flags, flags.account === undefined ? {} : { account: flags.account });
  const rows = readRows(source.stream, flags.format ?? detectFormat(file, source.head));
  const feed = createFeed({ rows, ledger, source: mark, signal });
  const share = (): number | undefined =>
    source.size === undefined ? undefined : source.bytesRead() / Math.max(source.size, 1);
  const progress = showProgress({ counts: ledger.counts, share });
  const forgetting = setInterval(() => session.forget?.(), FORGET_MS);
  const accounts = createAccountSource(session.options.accounts ?? {});
  const error = await importRows({ host: session.options, accounts, map, feed, ledger, signal });
  clearInterval(forgetting);
  progress.stop();
  return error;
};

const report = ({ ledger: { counts }, failuresPath }: OpenImport, seconds: number, isJson: boolean): void => {
  const failures = counts.failed > 0 ? { failures: failuresPath } : {};
  if (isJson) {
    say(JSON.stringify({ ...counts, seconds: Math.round(seconds * 100) / 100, ...failures }));
    return;
  }
  const parts = [
    countOff(counts.rows, 'row'),
    `${countOff(counts.delivered, 'event')} delivered`,
    `${countOff(counts.failed, 'row')} failed`,
  ];
  say(`${parts.join(', ')}, in ${seconds.toFixed(1)} s.`);
  if (counts.failed > 0) say(`What failed is in ${failuresPath}; import that file to try again.`);
};
