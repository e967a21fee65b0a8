import { hash } from 'node:crypto';
import { resolve } from 'node:path';

import { type AccountSource, createAccountSource } from '../accounts/account-source.js';
import type { SegmentLuaOptions } from '../host/segment-lua-options.js';
import { type Checkpoint, openCheckpoint } from './checkpoint.js';
import { openFailures } from './failures-file.js';
import { Feed } from './feed.js';
import { lockFile } from './file-lock.js';
import { ImportError } from './import-error.js';
import { importRows } from './import-rows.js';
import { type Counts, Ledger } from './ledger.js';
import type { RowWork } from './map-protocol.js';
import { type OpenInputs, openInputs } from './open-inputs.js';
import type { ReadingOptions } from './open-rows.js';
import { type BrokenRows, createPlanWatch, type PlanWatch } from './plan-watch.js';
import type { CountedReason } from './reasons.js';
import { Rehearsal } from './rehearsal.js';
import type { Kept } from './relays.js';

/**
 * `import` sends events. Nothing is sent and no books are kept otherwise: a `rehearsal` takes the rows that the import
 * still has to do, a `dry-run` all of them.
 */
export type ImportPurpose = 'import' | 'dry-run' | 'rehearsal';

/** What an import works with. */
export interface ImportFile {
  /** The files, in the order in which they are read; `-` for standard input. */
  readonly paths: readonly string[];
  readonly map: RowWork;
  readonly reading: ReadingOptions;
  readonly checkpointPath: string;
  readonly failuresPath: string;
  readonly host: Pick<
    SegmentLuaOptions,
    'simulator' | 'client' | 'account' | 'accounts' | 'limits' | 'queue' | 'plan' | 'onViolation'
  >;
  /** Where events go: `simulator`, `segment`, or an address. */
  readonly target: string;
  /** Told what the map prints. */
  readonly onOutput: (text: string) => void;
  /** Told what is guessed about files after the first. */
  readonly onNote: (note: string) => void;
  readonly purpose: ImportPurpose;
  /** Ends the import early; what has been handed over still arrives. */
  readonly signal: AbortSignal;
}

/** What came of an import. */
export interface ImportOutcome {
  readonly counts: Readonly<Counts>;
  /** What of the events that count as delivered a queue still has, or has seen refused. */
  readonly kept: Kept;
  /** Why rows failed, the commonest reason first; of those that failed in this process. */
  readonly reasons: readonly CountedReason[];
  /** Where nothing was sent, the first events as they would have travelled. */
  readonly shown?: readonly string[];
  /** What broke a plan, where there is one and it was not told by a rehearsal. */
  readonly broken?: BrokenRows;
  /** Why it could not go on. */
  readonly error?: string;
}

/** An import that can begin: nothing has been sent yet. */
export interface OpenImport {
  readonly counts: Readonly<Counts>;
  /** Whether an earlier process has done a part of it. */
  readonly isGoingOn: boolean;
  /** What was guessed about the input. */
  readonly notes: readonly string[];
  /** How much of the input has been read, between 0 and 1; undefined where its end is not known. */
  readonly measureShare: () => number | undefined;
  /** Takes every row through the map, waits until every event has ended, and closes the books. */
  readonly run: () => Promise<ImportOutcome>;
}

/**
 * Opens an input and its books.
 * @throws ImportError when the import may not begin; nothing has been sent then.
 */
export const openImport = async (file: ImportFile): Promise<OpenImport> => {
  refuseSharedPaths(file);
  const accounts = createAccountSource(file.host.accounts ?? {});
  const inputs = await openInputs(file.paths, file.reading, file.onNote);
  const books = await BOOKS[file.purpose](file, inputs.storedHead, accounts);
  const { ledger, broken } = books;
  const signal = endWithEither(file.signal, broken);
  const { batches, unpackedSize: size, notes, measureShare } = inputs;
  const feed = new Feed({ batches, ledger, size, file: file.paths[0] ?? '-', signal });
  const { counts } = ledger;
  return {
    counts,
    isGoingOn: counts.rows > 0,
    notes,
    measureShare,
    run: async () => {
      const { host, map, onOutput } = file;
      const rehearsal = file.purpose === 'import' ? undefined : new Rehearsal();
      const watch = chooseWatch(file);
      const identify = createIdentify(file, accounts);
      const parts = { host, accounts, map, feed, ledger, identify, onOutput, rehearsal, watch, signal };
      const { reason, kept } = await importRows(parts);
      inputs.close();
      ledger.save();
      const fault = describeFault(broken.reason ?? feed.fault) ?? reason;
      const error = fault ?? (file.signal.aborted ? undefined : explainNothing(inputs, counts));
      books.close(error === undefined && !file.signal.aborted);
      const reasons = ledger.reasons.list();
      const found = { ...(rehearsal && { shown: rehearsal.shown }), ...(watch && { broken: watch }) };
      return { counts, kept, reasons, ...found, ...(error !== undefined && { error }) };
    },
  };
};

/** Standard input is read once: what breaks a plan is counted while it is sent. */
const chooseWatch = ({ host, paths, purpose }: ImportFile): PlanWatch | undefined => {
  if (host.plan === undefined) return undefined;
  if (purpose === 'dry-run') return createPlanWatch(host);
  return purpose === 'rehearsal' || paths.includes('-')
    ? createPlanWatch({ plan: host.plan, onViolation: 'report' })
    : undefined;
};

/** As `AbortSignal.any` does, which in Node 20 may forget what it depends on. */
const endWithEither = (...signals: readonly AbortSignal[]): AbortSignal => {
  const controller = new AbortController();
  for (const signal of signals) {
    const abort = (): void => {
      controller.abort(signal.reason);
    };
    if (signal.aborted) abort();
    else signal.addEventListener('abort', abort, { once: true });
  }
  return controller.signal;
};

const refuseSharedPaths = ({ paths, checkpointPath, failuresPath }: ImportFile): void => {
  const inputs = paths.map((each) => resolve(each));
  const [checkpoint, failures] = [resolve(checkpointPath), resolve(failuresPath)];
  if (checkpoint === failures || inputs.includes(checkpoint) || inputs.includes(failures)) {
    throw new ImportError('books', 'the input, the checkpoint and the file of failures must be three files');
  }
};

/** What an import writes down. */
interface Books {
  readonly ledger: Ledger;
  /** Aborted when they cannot be written any more. */
  readonly broken: AbortSignal;
  readonly close: (isDone: boolean) => void;
}

type OpenBooks = (file: ImportFile, head: Buffer, accounts: AccountSource) => Promise<Books>;

const findCheckpoint = async (file: ImportFile, head: Buffer, accounts: AccountSource): Promise<Checkpoint> => {
  const account = await nameAccount(file, accounts);
  const map = hash('sha256', 'from' in file.map ? `from ${file.map.from}` : file.map.code);
  return openCheckpoint(file.checkpointPath, { target: file.target, account, map, head });
};

/** Writes both files once, so that nothing is sent that could not be booked. */
const openBooks: OpenBooks = async (file, head, accounts) => {
  const { checkpointPath, failuresPath } = file;
  const unlock = [checkpointPath, failuresPath].map(lockFile);
  const checkpoint = await findCheckpoint(file, head, accounts);
  const failures = openFailures(failuresPath, checkpoint.start?.failuresBytes ?? 0);
  const broken = new AbortController();
  const onFault = (error: unknown): void => {
    broken.abort(error);
  };
  const ledger = new Ledger({ checkpoint, failures, onFault });
  ledger.save();
  broken.signal.throwIfAborted();
  const close = (isDone: boolean): void => {
    failures.close();
    if (isDone) checkpoint.remove();
    for (const release of unlock) release();
  };
  return { ledger, broken: broken.signal, close };
};

/** Writes nothing down, and goes on after what an earlier process did. */
const openNoBooks = (start: Checkpoint['start']): Books => {
  const nothing = (): void => undefined;
  const ledger = new Ledger({
    checkpoint: { start, save: nothing, remove: nothing },
    failures: { bytes: () => 0, add: nothing, close: nothing },
    onFault: nothing,
  });
  return { ledger, broken: new AbortController().signal, close: nothing };
};

const BOOKS: Readonly<Record<ImportPurpose, OpenBooks>> = {
  import: openBooks,
  'dry-run': () => Promise.resolve(openNoBooks(undefined)),
  rehearsal: async (...parts) => openNoBooks((await findCheckpoint(...parts)).start),
};

/** The account that unqualified calls use, with a digest of its key: another source is another account. */
const nameAccount = async ({ host }: ImportFile, accounts: AccountSource): Promise<string> => {
  const name = host.account ?? (await accounts.names()).default;
  const { writeKey = '' } = await accounts.credentials(name).catch(() => ({ writeKey: '' }));
  return `${name} ${hash('sha256', writeKey).slice(0, 16)}`;
};

/** Tells events of different destinations apart without giving a key away. */
const createIdentify =
  ({ target }: ImportFile, accounts: AccountSource) =>
  async (account: string): Promise<string> => {
    const { writeKey = '' } = await accounts.credentials(account);
    return hash('sha256', [target, account, writeKey].join('\0'));
  };

const describeFault = (fault: unknown): string | undefined => {
  if (fault === undefined) return undefined;
  return fault instanceof Error ? fault.message : 'the input cannot be read';
};

/** Nothing imported from something is no success. */
const explainNothing = ({ isEmpty }: OpenInputs, { rows, delivered, failed }: Counts): string | undefined => {
  if (isEmpty || delivered > 0 || failed > 0) return undefined;
  return `Nothing was imported: ${rows === 0 ? 'there is no row in the input' : 'the map made no event of any row'}.`;
};
