import type { ToHost } from './protocol.js';
import type { SandboxThread, WebWorkerLike } from './sandbox-thread.js';

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
      // A script that could not be loaded has no message.
      onDeath('internal', event.message ?? UNREACHABLE_SCRIPT);
    };
  },
  hold: () => undefined,
  release: () => undefined,
  kill: () => {
    worker.terminate();
  },
});

const UNREACHABLE_SCRIPT =
  'the script of the thread could not be loaded. Is the address that the option `worker` gives right, and does the ' +
  "page's Content-Security-Policy allow it (worker-src)?";
