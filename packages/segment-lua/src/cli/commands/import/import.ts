import { sayTarget } from '../../../host/target.js';
import { type ImportErrorCode, isImportError } from '../../../import/import-error.js';
import { type ImportOutcome, type OpenImport, openImport } from '../../../import/import-file.js';
import { openSession, type Session } from '../../session/session.js';
import { EXIT } from '../../terminal/exit-code.js';
import { catchInterrupt } from '../../terminal/interrupt.js';
import { readScript } from '../../terminal/read-script.js';
import { complain, countOff, say } from '../../terminal/terminal.js';
import { UsageError } from '../../terminal/usage-error.js';
import type { ImportFlags } from './import-command.js';
import { showProgress } from './progress-line.js';

/** The simulator's memory is emptied this often: nobody looks at the events of an import. */
const FORGET_MS = 250;

/** Imports the rows of a file, and says what came of them. */
export const runImport = async (file: string, flags: ImportFlags): Promise<void> => {
  const session = await openSession(flags, flags.account === undefined ? {} : { account: flags.account });
  const interrupt = catchInterrupt();
  const paths = choosePaths(file, flags);
  const opened = await open(file, flags, session, interrupt.signal);
  opened.notes.forEach(complain);
  if (opened.isGoingOn) complain(`Going on after ${opened.counts.rows.toLocaleString('en')} rows.`);
  const started = performance.now();
  const outcome = await watch(opened, session);
  report(outcome, session.target, paths.failuresPath, (performance.now() - started) / 1000, flags.json === true);
  if (outcome.error !== undefined) complain(outcome.error);
  if (interrupt.signal.aborted) complain('Stopped. Run the same command again to go on.');
  if (interrupt.signal.aborted) process.exitCode = EXIT.interrupted;
  else process.exitCode = outcome.error !== undefined || outcome.counts.failed > 0 ? EXIT.failed : EXIT.ok;
  interrupt.dispose();
};

const choosePaths = (file: string, { checkpoint, failures }: ImportFlags) => {
  const base = file === '-' ? 'stdin' : file;
  return {
    checkpointPath: checkpoint ?? `${base}.checkpoint`,
    failuresPath: failures ?? `${base}.failures.ndjson`,
  };
};

/** What cannot be done with an input that is not what it should be. */
const VERBS: Readonly<Partial<Record<ImportErrorCode, string>>> = { unreadable: 'read', unfit_input: 'import' };

const open = async (file: string, flags: ImportFlags, session: Session, signal: AbortSignal): Promise<OpenImport> => {
  const { map, url, live, format, delimiter, encoding } = flags;
  const parts = {
    path: file,
    map: await readScript(map),
    reading: { format, delimiter, encoding },
    ...choosePaths(file, flags),
    host: session.options,
    target: url ?? (live ? 'segment' : 'simulator'),
    onOutput: (text: string) => void process.stderr.write(text),
    signal,
  };
  return openImport(parts).catch((error: unknown) => {
    if (!isImportError(error)) throw error;
    const verb = VERBS[error.code];
    throw verb === undefined ? error : new UsageError(`cannot ${verb} '${file}': ${error.message}`);
  });
};

const watch = async (opened: OpenImport, session: Session): Promise<ImportOutcome> => {
  const progress = showProgress({ counts: opened.counts, share: opened.measureShare });
  const forgetting = setInterval(() => session.forget?.(), FORGET_MS);
  const outcome = await opened.run();
  clearInterval(forgetting);
  progress.stop();
  return outcome;
};

const report = (
  { counts }: ImportOutcome,
  target: string,
  failuresPath: string,
  seconds: number,
  isJson: boolean,
): void => {
  const failures = counts.failed > 0 ? { failures: failuresPath } : {};
  if (isJson) {
    say(JSON.stringify({ target, ...counts, seconds: Math.round(seconds * 100) / 100, ...failures }));
    return;
  }
  const parts = [
    countOff(counts.rows, 'row'),
    `${countOff(counts.delivered, 'event')} delivered to ${sayTarget(target)}`,
    `${countOff(counts.failed, 'row')} failed`,
  ];
  say(`${parts.join(', ')}, in ${seconds.toFixed(1)} s.`);
  if (counts.failed > 0) say(`What failed is in ${failuresPath}; import that file to try again.`);
};
