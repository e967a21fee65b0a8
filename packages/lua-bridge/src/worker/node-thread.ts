import type { ToHost } from './protocol.js';
import { NO_THREADS, type SandboxThread } from './sandbox-thread.js';
import { findNodeThreads, type ThreadData } from './worker-threads.js';

/**
 * Starts a thread of Node.
 * @param script Its script, or where it is.
 * @param heapMb Bounds its JavaScript heap.
 */
export const startNodeThread = (script: URL | string, heapMb: number): SandboxThread => {
  const { worker, port, bell } = open(script, heapMb);
  let dead = false;
  return {
    post: (message) => {
      port.postMessage(message);
      Atomics.add(bell, 0, 1);
      Atomics.notify(bell, 0);
    },
    listen: (onMessage, onDeath) => {
      port.on('message', (message) => {
        onMessage(message as ToHost);
      });
      worker.on('error', (error: Failure) => {
        onDeath(...describeDeath(error, script));
      });
      worker.on('exit', () => {
        if (!dead) onDeath('internal', 'the sandbox thread exited');
      });
    },
    hold: () => {
      worker.ref();
      port.ref();
    },
    release: () => {
      worker.unref();
      port.unref();
    },
    kill: () => {
      dead = true;
      port.close();
      void worker.terminate();
    },
  };
};

const open = (script: URL | string, heapMb: number) => {
  const threads = findNodeThreads();
  if (threads === undefined) throw new Error(NO_THREADS);
  const { port1: port, port2 } = new threads.MessageChannel();
  const bell = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));
  const workerData: ThreadData = { port: port2, bell };
  const worker = new threads.Worker(script, {
    eval: typeof script === 'string',
    workerData,
    transferList: [port2],
    env: {},
    execArgv: [],
    resourceLimits: { maxOldGenerationSizeMb: heapMb, maxYoungGenerationSizeMb: 32, stackSizeMb: 4 },
  });
  return { worker, port, bell };
};

interface Failure extends Error {
  readonly code?: string;
}

const describeDeath = (error: Failure, script: URL | string): [code: string, reason: string] => {
  if (error.code === 'ERR_WORKER_OUT_OF_MEMORY') return ['limit_memory', error.message];
  return ['internal', isMissing(error) ? missingScript(String(script)) : error.message];
};

const isMissing = ({ code = '', message }: Failure): boolean =>
  code.endsWith('MODULE_NOT_FOUND') || /^(Cannot find module|Module not found|ModuleNotFound)/.test(message);

const missingScript = (place: string): string =>
  `there is no script of a thread at ${place}. Leave out the option \`worker\`, and the one inside the package is ` +
  'used; or copy node_modules/@moonwire/lua-bridge/dist/worker-thread.js there';
