import { type DBSchema, type IDBPDatabase, type IDBPTransaction, openDB } from 'idb';

import type { Tree } from './account-record.js';

interface Schema extends DBSchema {
  records: { key: [service: string, key: string]; value: Tree };
}

type Mode = 'readonly' | 'readwrite';

/** A transaction on the records, which ends by itself. */
export type Transaction<M extends Mode> = IDBPTransaction<Schema, ['records'], M>;

/** A way to the database that outlives each of its connections. */
export interface Connection {
  /** Begins a transaction, on a new connection where there is none or the last one was closed. */
  begin<M extends Mode>(mode: M): Promise<Transaction<M>>;
}

/**
 * Connects at the first use, and anew after the browser closed the connection or would not open one. Makes way for a
 * tab that deletes the database or brings a later version of it.
 */
export function createConnection(database: string): Connection {
  let opened: Promise<IDBPDatabase<Schema>> | undefined;
  const forget = (closed: Promise<IDBPDatabase<Schema>> | undefined): void => {
    if (opened === closed) opened = undefined;
  };
  const open = (): Promise<IDBPDatabase<Schema>> => {
    if (opened !== undefined) return opened;
    const opening = openDB<Schema>(database, 1, {
      upgrade: (db) => void db.createObjectStore('records'),
      blocking: (_from, _to, event) => {
        (event.target as IDBDatabase).close();
        forget(opening);
      },
      terminated: () => {
        forget(opening);
      },
    });
    opening.catch(() => {
      forget(opening);
    });
    opened = opening;
    return opening;
  };
  return {
    begin: async (mode) => {
      const first = open();
      try {
        return start(await first, mode);
      } catch (failure) {
        // Some browsers close a connection without a word; it shows in the next transaction.
        if (!isClosed(failure)) throw failure;
        forget(first);
        return start(await open(), mode);
      }
    },
  };
}

function start<M extends Mode>(db: IDBPDatabase<Schema>, mode: M): Transaction<M> {
  return db.transaction(['records'], mode, { durability: 'strict' });
}

function isClosed(failure: unknown): boolean {
  return failure instanceof Error && failure.name === 'InvalidStateError';
}
