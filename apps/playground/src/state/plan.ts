import { effect, signal } from '@preact/signals-core';

import type { OpenPlan } from '../plan/open-plan.js';
import type { TrackingPlan } from '../protocol/run-setup.js';

/** The tracking plan of the simulated sources, as the reader gave it. */
export const trackingPlan = signal<TrackingPlan | undefined>(undefined);

/** The same, read: absent while it is not, or cannot be. */
export const openedPlan = signal<OpenPlan | undefined>(undefined);

/** Why it cannot be read. */
export const planFault = signal<string | undefined>(undefined);

const read = async (text: string): Promise<void> => {
  // What reads plans is loaded with the first one.
  const { openPlan } = await import('../plan/open-plan.js');
  if (trackingPlan.value?.text !== text) return;
  try {
    openedPlan.value = openPlan(text);
  } catch (error) {
    planFault.value = (error as Error).message.replace(/^createPlan: /, '');
  }
};

/** Reads the plan whenever there is another one. */
export const followPlan = (): void => {
  let known: string | undefined;
  effect(() => {
    const text = trackingPlan.value?.text;
    if (text === known) return;
    known = text;
    openedPlan.value = planFault.value = undefined;
    if (text !== undefined)
      read(text).catch(() => {
        planFault.value = 'The browser could not load the part of the page that reads plans.';
      });
  });
};
