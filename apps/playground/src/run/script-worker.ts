import { type ReadonlySignal, signal } from '@preact/signals-core';
import { workerAddress } from 'virtual:script-worker';

import type {
  CheckedScript,
  Findings,
  FromWorker,
  RelayedAnswer,
  RelayedRequest,
  ToWorker,
} from '../protocol/messages.js';
import type { RunSetup } from '../protocol/run-setup.js';

/** Told what happens in a running script, in order. `broken` and `finished` are the last it hears. */
export type RunListener = (
  message: Extract<FromWorker, { type: 'output' | 'calls' | 'exchange' | 'finished' | 'broken' }>,
) => void;

/** Sends a request for the worker, which does not hold the key. */
export type Relay = (request: RelayedRequest) => Promise<RelayedAnswer>;

/** A worker with its own Lua, good for one run and any number of checks. */
export interface ScriptWorker {
  /** Starts the script. */
  run(setup: RunSetup, listener: RunListener): void;
  /** Checks without running. Waits for a run that is under way. Absent when the worker has ended before. */
  check(script: CheckedScript): Promise<Findings | undefined>;
  /** `loading` until the browser has fetched and started it; `broken` when it could not. */
  readonly state: ReadonlySignal<'loading' | 'ready' | 'broken'>;
  /** Ends the worker at once, whatever the script is doing. Pending checks find nothing. */
  kill(): void;
}

interface Checks {
  readonly ask: (script: CheckedScript) => Promise<Findings | undefined>;
  readonly answer: (id: number, findings: Findings | undefined) => void;
  readonly giveUp: () => void;
}

const createChecks = (post: (message: ToWorker) => void): Checks => {
  const waiting = new Map<number, (findings: Findings | undefined) => void>();
  let id = 0;
  const answer: Checks['answer'] = (answered, findings) => {
    waiting.get(answered)?.(findings);
    waiting.delete(answered);
  };
  return {
    ask: (script) =>
      new Promise((resolve) => {
        id += 1;
        waiting.set(id, resolve);
        post({ type: 'check', id, script });
      }),
    answer,
    giveUp: () => {
      for (const id of [...waiting.keys()]) answer(id, undefined);
    },
  };
};

const NOT_LOADED = 'The browser could not load the part of the page that runs Lua.';
const NOT_READ = 'A message between the page and its worker could not be read.';

/** Absent where a browser or a frame forbids workers. */
const startWorker = (): Worker | undefined => {
  try {
    return new Worker(workerAddress, { type: 'module' });
  } catch {
    return undefined;
  }
};

/** @param relay Sends the requests of live accounts. */
export const createScriptWorker = (relay: Relay): ScriptWorker => {
  const worker = startWorker();
  const state = signal<'loading' | 'ready' | 'broken'>(worker ? 'loading' : 'broken');
  let listener: RunListener | undefined;
  const post = (message: ToWorker): void => worker?.postMessage(message);
  const checks = createChecks(post);
  const breakDown = (reason = NOT_LOADED): void => {
    state.value = 'broken';
    checks.giveUp();
    listener?.({ type: 'broken', reason });
  };
  const answerRelay = (id: number, answer: RelayedAnswer): void => {
    post({ type: 'relayed', id, answer });
  };
  const receive = (message: FromWorker): void => {
    if (message.type === 'ready') state.value = 'ready';
    else if (message.type === 'broken') breakDown(message.reason);
    else if (message.type === 'checked') checks.answer(message.id, message.findings);
    else if (message.type === 'relay')
      void relay(message.request).then((answer) => {
        answerRelay(message.id, answer);
      });
    else listener?.(message);
  };
  if (worker) listen(worker, receive, breakDown);
  return {
    state,
    run: (setup, runListener) => {
      listener = runListener;
      if (state.value === 'broken') breakDown();
      else post({ type: 'run', setup });
    },
    check: (script) => (state.value === 'broken' ? Promise.resolve(undefined) : checks.ask(script)),
    kill: () => {
      listener = undefined;
      checks.giveUp();
      worker?.terminate();
    },
  };
};

/** @param breakDown Told when nothing more will come; without a reason when the worker never started. */
const listen = (worker: Worker, receive: (message: FromWorker) => void, breakDown: (reason?: string) => void): void => {
  worker.addEventListener('message', ({ data }: MessageEvent<FromWorker>) => {
    receive(data);
  });
  worker.addEventListener('error', (event) => {
    event.preventDefault();
    breakDown(event.message || undefined);
  });
  worker.addEventListener('messageerror', () => {
    breakDown(NOT_READ);
  });
};
