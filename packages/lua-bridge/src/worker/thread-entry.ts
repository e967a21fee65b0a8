import type { ToThread } from './protocol.js';
import { Thread } from './thread.js';
import { findNodeThreads, findThreadData } from './worker-threads.js';

/* The script of a sandbox thread, in Node and in browsers. */

interface WebScope {
  postMessage(message: unknown): void;
  onmessage: ((event: { data: unknown }) => void) | null;
}

const threads = findNodeThreads();
const data = findThreadData(threads);
if (threads !== undefined && data !== undefined) {
  const { bell, port } = data;
  const thread = new Thread({
    post: (message) => {
      port.postMessage(message);
    },
    next: (ms) => {
      // Heard first and looked for afterwards, so that no message goes unnoticed.
      const heard = Atomics.load(bell, 0);
      const already = threads.receiveMessageOnPort(port);
      if (already === undefined) Atomics.wait(bell, 0, heard, ms);
      return (already ?? threads.receiveMessageOnPort(port))?.message as ToThread | undefined;
    },
  });
  port.on('message', (message) => {
    thread.receive(message as ToThread);
  });
  thread.post({ type: 'ready' });
} else {
  const scope = globalThis as unknown as WebScope;
  const thread = new Thread({
    post: (message) => {
      scope.postMessage(message);
    },
  });
  scope.onmessage = ({ data: message }) => {
    thread.receive(message as ToThread);
  };
  thread.post({ type: 'ready' });
}
