import type { FromWorker, RelayedAnswer, RelayedRequest, RunSetup, SyntaxProblem, ToWorker } from './protocol.js';

/** Told what happens in a running script, in order. */
export type RunListener = (message: Extract<FromWorker, { type: 'output' | 'call' | 'exchange' | 'finished' }>) => void;

/** Sends a request for the worker, which does not hold the key. */
export type Relay = (request: RelayedRequest) => Promise<RelayedAnswer>;

/** A worker with its own Lua, good for one run and any number of syntax checks. */
export interface ScriptWorker {
  /** Starts the script. */
  run(setup: RunSetup, listener: RunListener): void;
  /** Compiles without running. Waits for a run that is under way. */
  check(code: string): Promise<SyntaxProblem | undefined>;
  /** Ends the worker at once, whatever the script is doing. Pending checks are never answered. */
  kill(): void;
}

/** @param relay Sends the requests of live accounts. */
export const createScriptWorker = (relay: Relay): ScriptWorker => {
  const worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });
  const checks = new Map<number, (problem: SyntaxProblem | undefined) => void>();
  let listener: RunListener | undefined;
  let checkId = 0;
  const post = (message: ToWorker): void => {
    worker.postMessage(message);
  };
  const answerRelay = async (id: number, request: RelayedRequest): Promise<void> => {
    post({ type: 'relayed', id, answer: await relay(request) });
  };
  const receive = (message: FromWorker): void => {
    if (message.type === 'checked') {
      checks.get(message.id)?.(message.problem);
      checks.delete(message.id);
    } else if (message.type === 'relay') {
      void answerRelay(message.id, message.request);
    } else {
      listener?.(message);
    }
  };
  worker.addEventListener('message', (event: MessageEvent<FromWorker>) => {
    receive(event.data);
  });
  return {
    run(setup, runListener) {
      listener = runListener;
      post({ type: 'run', setup });
    },
    check(code) {
      checkId += 1;
      const id = checkId;
      return new Promise((resolve) => {
        checks.set(id, resolve);
        post({ type: 'check', id, code });
      });
    },
    kill() {
      listener = undefined;
      worker.terminate();
    },
  };
};
