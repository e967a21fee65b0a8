import { randomUUID } from 'node:crypto';

import type { ProposedCall } from '../host/policy.js';
import type { RunResult } from '../host/run-result.js';

/** Asks a person about a call. */
export type Ask = (call: ProposedCall) => Promise<boolean>;

/** A call that waits for a person's answer. */
export interface Question {
  readonly call: ProposedCall;
  readonly answer: (isAllowed: boolean) => void;
}

/** A run that stops where somebody has to be asked, and goes on with the answer. */
export interface HeldRun {
  readonly id: string;
  /** What waits for an answer, by an id, in the order of the calls. */
  readonly questions: ReadonlyMap<string, Question>;
  /** Resolves to the result, or to `asks` as soon as something waits for an answer. */
  readonly next: () => Promise<RunResult | 'asks'>;
  /** Ends the run. */
  readonly stop: (reason: unknown) => void;
}

/** The runs that are held while their client asks somebody. */
export interface HeldRuns {
  readonly start: (run: (ask: Ask, signal: AbortSignal) => Promise<RunResult>) => HeldRun;
  readonly find: (id: string) => HeldRun | undefined;
}

/** Holds runs in this process. One whose client never comes back ends by its own limit of time, like any that waits. */
export const createHeldRuns = (): HeldRuns => {
  const held = new Map<string, HeldRun>();
  return {
    start: (run) => {
      const started = startRun(run);
      held.set(started.id, started);
      void started.ended.finally(() => held.delete(started.id)).catch(() => undefined);
      return started;
    },
    find: (id) => held.get(id),
  };
};

const startRun = (
  run: (ask: Ask, signal: AbortSignal) => Promise<RunResult>,
): HeldRun & { readonly ended: Promise<RunResult> } => {
  const stopping = new AbortController();
  const questions = new Map<string, Question>();
  let announce: () => void = () => undefined;
  const ask: Ask = (call) =>
    new Promise((resolve) => {
      const id = randomUUID();
      const answer = (isAllowed: boolean): void => {
        questions.delete(id);
        resolve(isAllowed);
      };
      questions.set(id, { call, answer });
      announce();
    });
  const ended = run(ask, stopping.signal);
  return {
    id: randomUUID(),
    questions,
    ended,
    next: () => {
      if (questions.size > 0) return Promise.resolve('asks');
      const asked = new Promise<'asks'>((resolve) => {
        announce = () => {
          resolve('asks');
        };
      });
      return Promise.race([ended, asked]);
    },
    stop: (reason) => {
      stopping.abort(reason);
    },
  };
};
