import type { FromWorker, RelayedAnswer, RelayedRequest, ToWorker } from '../protocol/messages.js';
import { checkInWorker } from './check-in-worker.js';
import { runInWorker } from './run-in-worker.js';

const post = (message: FromWorker): void => {
  self.postMessage(message);
};

const relayed = new Map<number, (answer: RelayedAnswer) => void>();

const relay = (request: RelayedRequest): Promise<RelayedAnswer> =>
  new Promise((resolve) => {
    const id = relayed.size + 1;
    relayed.set(id, resolve);
    post({ type: 'relay', id, request });
  });

const receive = async (message: ToWorker): Promise<void> => {
  if (message.type === 'run') await runInWorker(message.setup, { post, relay });
  else if (message.type === 'relayed') relayed.get(message.id)?.(message.answer);
  else post({ type: 'checked', id: message.id, findings: await checkInWorker(message.script) });
};

const reportBroken = (error: unknown): void => {
  post({ type: 'broken', reason: error instanceof Error ? error.message : String(error) });
};

self.addEventListener('message', (event: MessageEvent<ToWorker>) => {
  receive(event.data).catch(reportBroken);
});
post({ type: 'ready' });
