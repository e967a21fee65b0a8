import type { ToHost, ToThread } from './protocol.js';

/** A Web Worker, as browsers have them. */
export interface WebWorkerLike {
  postMessage(message: unknown): void;
  terminate(): void;
  onmessage: ((event: { data: unknown }) => void) | null;
  onerror: ((event: { message?: string; preventDefault?: () => void }) => void) | null;
}

/** A thread as the host sees it, of either kind. */
export interface SandboxThread {
  post(message: ToThread): void;
  /** Sets who hears of messages, and of the thread's death. */
  listen(onMessage: (message: ToHost) => void, onDeath: (code: string, reason: string) => void): void;
  /** Whether the thread keeps the process alive. */
  hold(): void;
  release(): void;
  kill(): void;
}

/** Why a sandbox cannot have threads. */
export const NO_THREADS =
  'createLuaWorker needs threads: node:worker_threads or Web Workers. createLua runs scripts without';
