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

/** Starts a new record; the one on show becomes the previous run. */
export const beginRun = (worker: Run['worker']): void => {
  const last = currentRun.value;
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
