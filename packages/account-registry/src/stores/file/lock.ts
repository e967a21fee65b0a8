import { stat } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';

import { lock } from 'proper-lockfile';

import { AccountError } from '../../accounts/account-error.js';

/**
 * After this long without a sign of life a lock's holder counts as dead, in milliseconds. The least the library takes.
 */
const STALE_MS = 2_000;
const LONGEST_PAUSE_MS = 30;

/** A lock that is held. */
export interface HeldLock {
  /** Throws `LockLost` when another writer took the lock for a dead one's. */
  confirm(): Promise<void>;
}

/** Thrown when the lock was lost before anything was changed: start again. */
export class LockLost extends Error {}

type Release = () => Promise<void>;

/**
 * Runs one writer at a time, over all processes. The lock of a process that died is taken over after two seconds.
 * @throws AccountError `locked` when it is not to be had within `timeoutMs`.
 */
export async function holdLock<T>(path: string, timeoutMs: number, body: (held: HeldLock) => Promise<T>): Promise<T> {
  const lockPath = `${path}.lock`;
  const release = await acquire(path, lockPath, timeoutMs);
  const identity = await identify(lockPath);
  const isOurs = async (): Promise<boolean> => identity !== undefined && (await identify(lockPath)) === identity;
  const confirm = async (): Promise<void> => {
    if (!(await isOurs())) throw new LockLost(`${lockPath} was taken over`);
  };
  try {
    return await body({ confirm });
  } finally {
    // A lock that is no longer ours belongs to another writer; releasing it would let a third one in.
    if (await isOurs()) await release().catch(() => undefined);
  }
}

async function tryLock(path: string, lockPath: string): Promise<Release | undefined> {
  try {
    return await lock(path, {
      lockfilePath: lockPath,
      realpath: false,
      stale: STALE_MS,
      onCompromised: () => undefined,
    });
  } catch (failure) {
    if ((failure as NodeJS.ErrnoException).code === 'ELOCKED') return undefined;
    throw failure;
  }
}

async function acquire(path: string, lockPath: string, timeoutMs: number): Promise<Release> {
  const end = Date.now() + timeoutMs;
  for (let pauseMs = 2; ; pauseMs = Math.min(pauseMs * 1.5, LONGEST_PAUSE_MS)) {
    const release = await tryLock(path, lockPath);
    if (release !== undefined) return release;
    if (Date.now() >= end) break;
    // Waiters that come back at different times do not meet again.
    await sleep(1 + Math.random() * pauseMs);
  }
  const message = `${path}: another process has held ${lockPath} for over ${timeoutMs} ms; stop that process and try again`;
  throw new AccountError('locked', message, { store: 'file', path });
}

async function identify(lockPath: string): Promise<string | undefined> {
  const { ino, birthtimeNs } = await stat(lockPath, { bigint: true }).catch(() => ({
    ino: undefined,
    birthtimeNs: undefined,
  }));
  return ino === undefined ? undefined : `${String(ino)} ${String(birthtimeNs)}`;
}
