import { hash } from 'node:crypto';
import { resolve } from 'node:path';

import { type AccountSource, createAccountSource } from '../accounts/account-source.js';
import type { SegmentLuaOptions } from '../host/segment-lua-options.js';
import { openCheckpoint } from './checkpoint.js';
import { openFailures } from './failures-file.js';
import { Feed } from './feed.js';
import { lockFile } from './file-lock.js';
import { ImportError } from './import-error.js';
import { importRows } from './import-rows.js';
import { type Counts, Ledger } from './ledger.js';
import type { RowMap } from './map-protocol.js';
import { openRows, type ReadingOptions } from './open-rows.js';
import { openSource, type Source } from './source.js';

/** What an import works with. */
export interface ImportFile {
  /** The file; `-` for standard input. */
  readonly path: string;
  readonly map: RowMap;
  readonly reading: ReadingOptions;
  readonly checkpointPath: string;
  readonly failuresPath: string;
  readonly host: Pick<SegmentLuaOptions, 'simulator' | 'client' | 'account' | 'accounts' | 'limits'>;
  /** Where events go: `simulator`, `segment`, or an address. */
  readonly target: string;
  /** Told what the map prints. */
  readonly onOutput: (text: string) => void;
  /** Ends the import early; what has been handed over still arrives. */
  readonly signal: AbortSignal;
}

/** What came of an import. */
export interface ImportOutcome {
  readonly counts: Readonly<Counts>;
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
  const source = await openSource(file.path);
  const { batches, notes } = await openRows(source, file.path, file.reading);
  const books = await openBooks(file, source, accounts);
  const signal = endWithEither(file.signal, books.broken);
  const feed = new Feed({ batches, ledger: books.ledger, signal });
  const { counts } = books.ledger;
  return {
    counts,
    isGoingOn: counts.rows > 0,
    notes,
    measureShare: () => (source.size === undefined ? undefined : source.countBytes() / Math.max(source.size, 1)),
    run: async () => {
      const { host, map, onOutput } = file;
      const { ledger, broken } = books;
      const identify = createIdentify(file, accounts);
      const reason = await importRows({ host, accounts, map, feed, ledger, identify, onOutput, signal });
      source.close();
      ledger.save();
      const fault = describeFault(broken.reason ?? feed.fault) ?? reason;
      const error = fault ?? (file.signal.aborted ? undefined : explainNothing(source, counts));
      books.close(error === undefined && !file.signal.aborted);
      return { counts, ...(error !== undefined && { error }) };
    },
  };
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

const refuseSharedPaths = ({ path, checkpointPath, failuresPath }: ImportFile): void => {
  const paths = [path, checkpointPath, failuresPath].map((each) => resolve(each));
  if (new Set(paths).size < paths.length) {
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

/** Writes both files once, so that nothing is sent that could not be booked. */
const openBooks = async (file: ImportFile, source: Source, accounts: AccountSource): Promise<Books> => {
  const { checkpointPath, failuresPath, map, target } = file;
  const unlock = [checkpointPath, failuresPath].map(lockFile);
  const account = await nameAccount(file, accounts);
  const { storedHead: head } = source;
  const checkpoint = openCheckpoint(checkpointPath, { target, account, map: hash('sha256', map.code), head });
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
const explainNothing = ({ head }: Source, { rows, delivered, failed }: Counts): string | undefined => {
  if (head.length === 0 || delivered > 0 || failed > 0) return undefined;
  return `Nothing was imported: ${rows === 0 ? 'there is no row in the input' : 'the map made no event of any row'}.`;
};
