import { findNodeThreads, type NodeWorker, type ThreadData } from './node-threads.js';
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

/** Starts a thread of Node. `heapMb` bounds its JavaScript heap. */
export const startNodeThread = (url: URL, heapMb: number): SandboxThread => {
  const threads = findNodeThreads();
  if (threads === undefined)
    throw new Error('createLuaWorker needs worker_threads or, in a browser, the option `worker`');
  const bell = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));
  const workerData: ThreadData = { bell };
  const worker: NodeWorker = new threads.Worker(url, {
    workerData,
    env: {},
    execArgv: [],
    resourceLimits: { maxOldGenerationSizeMb: heapMb, maxYoungGenerationSizeMb: 32, stackSizeMb: 4 },
  });
  let dead = false;
  return {
    post: (message) => {
      worker.postMessage(message);
      Atomics.add(bell, 0, 1);
      Atomics.notify(bell, 0);
    },
    listen: (onMessage, onDeath) => {
      worker.on('message', onMessage);
      worker.on('error', (error: Error & { code?: string }) => {
        onDeath(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? 'limit_memory' : 'internal', error.message);
      });
      worker.on('exit', () => {
        if (!dead) onDeath('internal', 'the sandbox thread exited');
      });
    },
    hold: () => {
      worker.ref();
    },
    release: () => {
      worker.unref();
    },
    kill: () => {
      dead = true;
      void worker.terminate();
    },
  };
};

/** Wraps a Web Worker. */
export const wrapWebWorker = (worker: WebWorkerLike): SandboxThread => ({
  post: (message) => {
    worker.postMessage(message);
  },
  listen: (onMessage, onDeath) => {
    worker.onmessage = ({ data }) => {
      onMessage(data as ToHost);
    };
    worker.onerror = (event) => {
      event.preventDefault?.();
      onDeath('internal', event.message ?? 'the sandbox thread failed');
    };
  },
  hold: () => undefined,
  release: () => undefined,
  kill: () => {
    worker.terminate();
  },
});
