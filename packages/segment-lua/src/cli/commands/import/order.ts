import { findFiles } from '../../../import/find-files.js';
import { type ImportErrorCode, isImportError } from '../../../import/import-error.js';
import { type ImportOutcome, type ImportPurpose, type OpenImport, openImport } from '../../../import/import-file.js';
import type { RowWork } from '../../../import/map-protocol.js';
import type { Session } from '../../session/session.js';
import { complain } from '../../terminal/terminal.js';
import { UsageError } from '../../terminal/usage-error.js';
import type { ImportFlags } from './import-command.js';
import { showProgress } from './progress-line.js';

/** The simulator's memory is emptied this often: nobody looks at the events of an import. */
const FORGET_MS = 250;

/** What the command line asks for. */
export interface Order {
  /** Files, folders and patterns. */
  readonly names: readonly string[];
  readonly map: RowWork;
  readonly flags: ImportFlags;
  readonly session: Session;
  /** Ends what is going on. */
  readonly signal: AbortSignal;
}

/** Where an import keeps its books. */
export const choosePaths = ({ names: [name = '-', ...others], flags: { checkpoint, failures } }: Order) => {
  const isOne = others.length === 0 && !/[*?]/.test(name);
  const base = isOne ? (name === '-' ? 'stdin' : name.replace(/[/\\]+$/, '')) : 'import';
  return {
    checkpointPath: checkpoint ?? `${base}.checkpoint`,
    failuresPath: failures ?? `${base}.failures.ndjson`,
  };
};

/** What cannot be done with an input that is not what it should be. */
const VERBS: Readonly<Partial<Record<ImportErrorCode, string>>> = { unreadable: 'read', unfit_input: 'import' };

/** Opens the input and the books. @throws UsageError for an input that is none. */
export const open = async (order: Order, purpose: ImportPurpose): Promise<OpenImport> => {
  const { names, map, session, signal } = order;
  const { url, live, format, delimiter, encoding, onViolation } = order.flags;
  // A rehearsal is silent: its notes and what the map prints come again when rows are sent.
  const isHeard = purpose !== 'rehearsal';
  const parts = {
    map,
    purpose,
    reading: { format, delimiter, encoding },
    ...choosePaths(order),
    host: { ...session.options, onViolation },
    target: url ?? (live ? 'segment' : 'simulator'),
    onOutput: (text: string) => void (isHeard && process.stderr.write(text)),
    onNote: (note: string) => {
      if (isHeard) complain(note);
    },
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

/** Does what was opened, and shows how far it is. */
export const carryOut = async (opened: OpenImport, session: Session): Promise<ImportOutcome> => {
  const progress = showProgress({ counts: opened.counts, share: opened.measureShare });
  const forgetting = setInterval(() => session.forget?.(), FORGET_MS);
  const outcome = await opened.run();
  clearInterval(forgetting);
  progress.stop();
  return outcome;
};
