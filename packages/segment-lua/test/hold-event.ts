import type { SimulatorServer } from '@moonwire/segment-sdk/simulator/server';

/**
 * Leaves the batch with a user's event unanswered, so that whoever sends it cannot come to its end.
 * @returns Answers it the next time.
 */
export const hold = ({ simulator }: SimulatorServer, user: string): (() => void) => {
  let isHeld = true;
  const on = ({ body }: { readonly body?: unknown }): boolean => isHeld && String(body).includes(`"${user}"`);
  simulator.inject({ on, hang: true, times: Infinity });
  return () => {
    isHeld = false;
  };
};
