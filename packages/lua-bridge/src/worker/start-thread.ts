import { startNodeThread } from './node-thread.js';
import type { ToHost } from './protocol.js';
import { NO_THREADS, type SandboxThread, type WebWorkerLike } from './sandbox-thread.js';
import { wrapWebWorker } from './web-thread.js';
import { findNodeThreads } from './worker-threads.js';

/** Starts a thread as one is told to, or where its script is. */
export type ThreadChoice = () => WebWorkerLike | URL;

/** What of a browser is needed to start a thread. */
interface Browser {
  readonly Worker?: new (script: URL | string, options?: object) => WebWorkerLike;
  readonly Blob: new (parts: string[], options: object) => object;
  readonly URL: { createObjectURL(blob: object): string };
}

const browser = globalThis as unknown as Browser;

/**
 * Starts a thread: of the script that travels inside this package, unless told otherwise.
 * @param heapMb Bounds the heap of a thread of Node.
 * @throws Error where there are no threads.
 */
export const startThread = (choose: ThreadChoice | undefined, heapMb: number): SandboxThread => {
  if (choose === undefined) return startInnerThread(heapMb);
  const chosen = choose();
  if (!(chosen instanceof URL)) return wrapWebWorker(chosen);
  return findNodeThreads() === undefined ? startWebWorker(chosen) : startNodeThread(chosen, heapMb);
};

/* Bundlers take the script along as they do any module, so that there is no file to be found. */
const startInnerThread = (heapMb: number): SandboxThread => {
  const isNode = findNodeThreads() !== undefined;
  if (!isNode && browser.Worker === undefined) throw new Error(NO_THREADS);
  return startLater(async () => {
    const { default: script } = await import('./thread-script.js');
    return isNode ? startNodeThread(script, heapMb) : startWebWorker(addressOf(script));
  });
};

const startWebWorker = (address: URL | string): SandboxThread => {
  if (browser.Worker === undefined) throw new Error(NO_THREADS);
  return wrapWebWorker(new browser.Worker(address));
};

let address: string | undefined;

const addressOf = (script: string): string =>
  (address ??= browser.URL.createObjectURL(new browser.Blob([script], { type: 'text/javascript' })));

/** A thread that is on its way. Nothing is posted to it before it says that it is there. */
const startLater = (start: () => Promise<SandboxThread>): SandboxThread => {
  let thread: SandboxThread | undefined;
  let [isDead, isHeld] = [false, true];
  let hear: [(message: ToHost) => void, (code: string, reason: string) => void] | undefined;
  const settle = (started: SandboxThread): void => {
    if (isDead) {
      started.kill();
      return;
    }
    thread = started;
    if (hear !== undefined) thread.listen(...hear);
    if (!isHeld) thread.release();
  };
  start().then(settle, (error: unknown) => {
    if (!isDead) hear?.[1]('internal', `the script of the thread could not be loaded: ${String(error)}`);
  });
  return {
    post: (message) => thread?.post(message),
    listen: (...both) => {
      hear = both;
    },
    hold: () => {
      isHeld = true;
      thread?.hold();
    },
    release: () => {
      isHeld = false;
      thread?.release();
    },
    kill: () => {
      isDead = true;
      thread?.kill();
    },
  };
};
