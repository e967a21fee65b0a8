import { findFiles } from '../../../import/find-files.js';
import { type ImportErrorCode, isImportError } from '../../../import/import-error.js';
import { type ImportOutcome, type OpenImport, openImport } from '../../../import/import-file.js';
import type { RowWork } from '../../../import/map-protocol.js';
import { openSession, type Session } from '../../session/session.js';
import { EXIT } from '../../terminal/exit-code.js';
import { catchInterrupt } from '../../terminal/interrupt.js';
import { readScript } from '../../terminal/read-script.js';
import { complain } from '../../terminal/terminal.js';
import { UsageError } from '../../terminal/usage-error.js';
import type { ImportFlags } from './import-command.js';
import { reportImport } from './import-report.js';
import { showProgress } from './progress-line.js';

/** The simulator's memory is emptied this often: nobody looks at the events of an import. */
const FORGET_MS = 250;

/** Imports the rows of files, and says what came of them. */
export const runImport = async (names: readonly string[], flags: ImportFlags): Promise<void> => {
  const work = await chooseWork(flags);
  const session = await openSession(flags, flags.account === undefined ? {} : { account: flags.account });
  const interrupt = catchInterrupt();
  const paths = choosePaths(names, flags);
  const opened = await open(names, work, flags, session, interrupt.signal);
  opened.notes.forEach(complain);
  if (opened.isGoingOn) complain(`Going on after ${opened.counts.rows.toLocaleString('en')} rows.`);
  const started = performance.now();
  const outcome = await watch(opened, session);
  const seconds = (performance.now() - started) / 1000;
  reportImport({ outcome, target: session.target, failuresPath: paths.failuresPath, seconds, flags });
  if (outcome.error !== undefined) complain(outcome.error);
  if (interrupt.signal.aborted) complain('Stopped. Run the same command again to go on.');
  if (interrupt.signal.aborted) process.exitCode = EXIT.interrupted;
  else process.exitCode = outcome.error !== undefined || outcome.counts.failed > 0 ? EXIT.failed : EXIT.ok;
  interrupt.dispose();
};

const chooseWork = async ({ map, from }: ImportFlags): Promise<RowWork> => {
  if (map !== undefined && from !== undefined)
    throw new UsageError('--from makes the events without a map; give one of --map and --from');
  if (from !== undefined) return { from };
  if (map !== undefined) return { ...(await readScript(map)), path: map };
  throw new UsageError('what rows become is not said; give --map SCRIPT, or --from for an export');
};

const choosePaths = (names: readonly string[], { checkpoint, failures }: ImportFlags) => {
  const [name = '-', ...others] = names;
  const isOne = others.length === 0 && !/[*?]/.test(name);
  const base = isOne ? (name === '-' ? 'stdin' : name.replace(/[/\\]+$/, '')) : 'import';
  return {
    checkpointPath: checkpoint ?? `${base}.checkpoint`,
    failuresPath: failures ?? `${base}.failures.ndjson`,
  };
};

/** What cannot be done with an input that is not what it should be. */
const VERBS: Readonly<Partial<Record<ImportErrorCode, string>>> = { unreadable: 'read', unfit_input: 'import' };

const open = async (
  names: readonly string[],
  map: RowWork,
  flags: ImportFlags,
  session: Session,
  signal: AbortSignal,
): Promise<OpenImport> => {
  const { url, live, format, delimiter, encoding } = flags;
  const parts = {
    map,
    reading: { format, delimiter, encoding },
    ...choosePaths(names, flags),
    host: session.options,
    target: url ?? (live ? 'segment' : 'simulator'),
    onOutput: (text: string) => void process.stderr.write(text),
    onNote: complain,
    ...(flags.dryRun && { dryRun: true }),
    signal,
  };
  try {
    return await openImport({ ...parts, paths: findFiles(names) });
  } catch (error) {
    if (!isImportError(error)) throw error;
    const verb = VERBS[error.code];
    throw verb === undefined ? error : new UsageError(`cannot ${verb} '${names.join("', '")}': ${error.message}`);
  }
};

const watch = async (opened: OpenImport, session: Session): Promise<ImportOutcome> => {
  const progress = showProgress({ counts: opened.counts, share: opened.measureShare });
  const forgetting = setInterval(() => session.forget?.(), FORGET_MS);
  const outcome = await opened.run();
  clearInterval(forgetting);
  progress.stop();
  return outcome;
};
