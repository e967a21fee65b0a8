import { signal } from '@preact/signals-core';

import type { Fault, FaultKind } from '../protocol/run-setup.js';

/** Each kind as people read it, and whether its duration means anything. */
export const faultKinds: Readonly<Record<FaultKind, { readonly label: string; readonly duration?: string }>> = {
  'rate-limit': { label: '429 with Retry-After', duration: 'Seconds' },
  'server-error': { label: '503 Service Unavailable' },
  timeout: { label: 'Timeout, no answer' },
  'drop-before': { label: 'Connection dropped, events lost' },
  'drop-after': { label: 'Connection dropped, events kept' },
  latency: { label: 'Slow answer', duration: 'Seconds' },
};

/** The faults that are switched on. */
export const faults = signal<readonly Fault[]>([]);

/** Adds a fault for the next runs. */
export const addFault = (fault: Omit<Fault, 'id'>): void => {
  const id = Math.max(0, ...faults.value.map((known) => known.id)) + 1;
  faults.value = [...faults.value, { ...fault, id }];
};

/** Takes a fault away again. */
export const removeFault = (id: number): void => {
  faults.value = faults.value.filter((fault) => fault.id !== id);
};

/** Switches on these faults and no others. */
export const replaceFaults = (wanted: readonly Omit<Fault, 'id'>[]): void => {
  faults.value = wanted.map((fault, index) => ({ ...fault, id: index + 1 }));
};
