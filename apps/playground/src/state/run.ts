import type { CallRecord } from '@moonwire/segment-lua';
import { computed, type ReadonlySignal, signal } from '@preact/signals-core';

import type { Exchange } from '../protocol/exchange.js';
import type { RunSummary } from '../protocol/messages.js';

/** Where a run stands. A stopped or broken run keeps what it had sent. */
export type RunStatus = 'running' | 'succeeded' | 'failed' | 'stopped' | 'broken';

/** One run of the script, as far as it has come. */
export interface Run {
  /** Counts up from 1. */
  readonly id: number;
  readonly status: RunStatus;
  /** Epoch milliseconds. */
  readonly startedAt: number;
  /** What it printed. */
  readonly output: string;
  readonly calls: readonly CallRecord[];
  readonly exchanges: readonly Exchange[];
  /** Present once the script has ended by itself. */
  readonly summary?: RunSummary;
  /** Why it ended without a result: its worker could not be loaded, or died. */
  readonly broken?: string;
  /** Whether the worker that runs it is there yet. */
  readonly worker: ReadonlySignal<'loading' | 'ready' | 'broken'>;
}

/** The run on show, under way or over. */
export const currentRun = signal<Run | undefined>(undefined);

/** The run before it, which the events can be compared with. */
export const previousRun = signal<Run | undefined>(undefined);

/** Whether the script runs by itself, shortly after each edit. */
export const isLive = signal(false);

/** Whether a script is running now. */
export const isRunning = computed(() => currentRun.value?.status === 'running');

/** More would fill the memory. */
const MOST_KEPT = 20;

/** The runs of this page that can be looked at again, the last one first. */
export const pastRuns = signal<readonly Run[]>([]);

/** Shows a run that is over, compared with the one before it; while a script runs, nothing happens. */
export const showRun = (id: number): void => {
  const run = pastRuns.value.find((known) => known.id === id);
  if (isRunning.value || !run) return;
  previousRun.value = pastRuns.value.find((known) => known.id < id);
  currentRun.value = run;
};

/** Keeps the run on show, which is over, for later. */
export const keepRun = (): void => {
  const run = currentRun.value;
  if (run) pastRuns.value = [run, ...pastRuns.value.filter(({ id }) => id !== run.id)].slice(0, MOST_KEPT);
};

/** Starts a new record; the one before it becomes the previous run. */
export const beginRun = (worker: Run['worker']): void => {
  keepRun();
  const last = pastRuns.value.toSorted((one, other) => other.id - one.id)[0];
  previousRun.value = last;
  currentRun.value = {
    id: (last?.id ?? 0) + 1,
    status: 'running',
    startedAt: Date.now(),
    output: '',
    calls: [],
    exchanges: [],
    worker,
  };
};

/** Changes the run on show; without one nothing happens. */
export const updateRun = (change: (run: Run) => Partial<Run>): void => {
  const run = currentRun.value;
  if (run) currentRun.value = { ...run, ...change(run) };
};
