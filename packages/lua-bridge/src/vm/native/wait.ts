import { suspendCall } from '../calls/yield.js';
import { breathe } from '../state/breath.js';
import type { LuaState } from '../state/lua-state.js';
import { type Outcome, type Waiting, watch } from '../state/waiting.js';
import { raise } from './raise.js';
import { type Steps, WAIT } from './resumable.js';

/**
 * Suspends the running thread until a promise settles, then lets `finish` push the results.
 * The host sees the thread yield with `L.waiting` set; a script's own coroutines pass it through.
 */
export const suspend = (L: LuaState, waiting: Waiting, finish: Finish): number => {
  checkSuspendable(L);
  L.waiting = waiting;
  return suspendCall(L, 0, waiting, (thread) => {
    const { outcome } = waiting;
    return outcome === undefined ? suspend(thread, waiting, finish) : finish(thread, outcome);
  });
};

/** Pushes the results of a call that has waited; gives their number. */
export type Finish = (L: LuaState, outcome: Outcome) => number;

/** Waits for a promise in a resumable body. */
export function* waitFor(L: LuaState, promise: PromiseLike<unknown>): Steps<Outcome> {
  const waiting = watch(promise);
  while (waiting.outcome === undefined) {
    checkSuspendable(L);
    L.waiting = waiting;
    yield WAIT;
  }
  return waiting.outcome;
}

/* Rounds of a loop between two looks at the clock. */
const ROUNDS = 1023;

/** Whether a long loop should look at the clock in this round, by `stepAside`: in one of 1,024. */
export const isTurn = (round: number): boolean => (round & ROUNDS) === ROUNDS;

/** How many rounds may follow one before it is time to look. */
export const roundsToTurn = (round: number): number => ROUNDS - 1 - (round & ROUNDS);

/** Lets the event loop turn if a resumable body has computed for 10 ms. */
export function* stepAside(L: LuaState): Steps<void> {
  if (!breathe(L)) return;
  const waiting = L.waiting as Waiting;
  while (waiting.outcome === undefined) {
    L.waiting = waiting;
    yield WAIT;
  }
}

const checkSuspendable = (L: LuaState): void => {
  if (L.barriers > 0) raise(L, 'cannot wait for a host function here');
};
