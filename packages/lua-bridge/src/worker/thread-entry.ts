import { nodeThreads } from './node-threads.js';
import type { ToThread } from './protocol.js';
import { serve } from './thread.js';

/* The script of a sandbox thread, in Node and in browsers. */

interface WebScope {
  postMessage(message: unknown): void;
  onmessage: ((event: { data: unknown }) => void) | null;
}

const port = nodeThreads()?.parentPort;
if (port != null) {
  const receive = serve((message) => { port.postMessage(message); });
  port.on('message', (message) => { receive(message as ToThread); });
} else {
  const scope = globalThis as unknown as WebScope;
  const receive = serve((message) => { scope.postMessage(message); });
  scope.onmessage = ({ data }) => { receive(data as ToThread); };
}
