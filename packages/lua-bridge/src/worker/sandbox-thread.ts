import type { ToHost, ToThread } from './protocol.js';

/** A Web Worker, as browsers have them. */
export interface WebWorkerLike {
  postMessage(message: unknown): void;
  terminate(): void;
  onmessage: Listener<{ data: unknown }> | null;
  onerror: Listener<{ message?: string; preventDefault?: () => void }> | null;
}

/** Compared as methods are, so that a `Worker`, whose listeners take more of an event, is one. */
type Listener<Event> = { on(event: Event): void }['on'];

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
