import { workerAddress } from 'virtual:script-worker';

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

interface SyntaxChecks {
  readonly ask: (code: string) => Promise<SyntaxProblem | undefined>;
  readonly answer: (id: number, problem: SyntaxProblem | undefined) => void;
}

const createSyntaxChecks = (post: (message: ToWorker) => void): SyntaxChecks => {
  const waiting = new Map<number, (problem: SyntaxProblem | undefined) => void>();
  let id = 0;
  return {
    ask: (code) =>
      new Promise((resolve) => {
        id += 1;
        waiting.set(id, resolve);
        post({ type: 'check', id, code });
      }),
    answer: (answered, problem) => {
      waiting.get(answered)?.(problem);
      waiting.delete(answered);
    },
  };
};

/** @param relay Sends the requests of live accounts. */
export const createScriptWorker = (relay: Relay): ScriptWorker => {
  const worker = new Worker(workerAddress, { type: 'module' });
  const post = (message: ToWorker): void => {
    worker.postMessage(message);
  };
  const checks = createSyntaxChecks(post);
  let listener: RunListener | undefined;
  worker.addEventListener('message', ({ data: message }: MessageEvent<FromWorker>) => {
    if (message.type === 'checked') checks.answer(message.id, message.problem);
    else if (message.type === 'relay')
      void relay(message.request).then((answer) => {
        post({ type: 'relayed', id: message.id, answer });
      });
    else listener?.(message);
  });
  return {
    run(setup, runListener) {
      listener = runListener;
      post({ type: 'run', setup });
    },
    check: checks.ask,
    kill() {
      listener = undefined;
      worker.terminate();
    },
  };
};
