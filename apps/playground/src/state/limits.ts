import { signal } from '@preact/signals-core';
import { sandboxLimits } from 'virtual:limits';

import type { RunLimits } from '../protocol/run-setup.js';

/** A limit as people read it. */
interface LimitField {
  readonly label: string;
  /** What one of the unit is in that of {@link RunLimits}. */
  readonly unit: number;
}

const MIB = 1_048_576;

/** The limits that can be set, in the order in which they are offered. */
export const limitFields: Readonly<Record<keyof RunLimits, LimitField>> = {
  hostCalls: { label: 'Calls', unit: 1 },
  timeMs: { label: 'Time in s', unit: 1000 },
  instructions: { label: 'Million instructions', unit: 1_000_000 },
  memoryBytes: { label: 'MB of memory', unit: MIB },
  outputBytes: { label: 'MB of output', unit: MIB },
  maxRetries: { label: 'Retries of a request', unit: 1 },
};

const standardLimits: RunLimits = { ...sandboxLimits, maxRetries: 10 };

/** The limits that were set; the others are the standard ones. */
export const setLimits = signal<Partial<RunLimits>>({});

/** The limits of the next run. */
export const readLimits = (): RunLimits => ({ ...standardLimits, ...setLimits.value });

/** Sets one limit; the standard value is as good as none. */
export const setLimit = (name: keyof RunLimits, value: number): void => {
  const others = Object.entries(setLimits.value).filter(([known]) => known !== name);
  setLimits.value = Object.fromEntries(value === standardLimits[name] ? others : [...others, [name, value]]);
};
