import type { Fault, SimulatorRequest } from './types.js';

/** Whether a request is for the Tracking API; the Public API has the rest. */
export const isTracking = ({ path }: SimulatorRequest): boolean => path.startsWith('/v1/');

const concerns = ({ on }: Fault, request: SimulatorRequest): boolean => {
  if (on === undefined) return true;
  return typeof on === 'function' ? on(request) : isTracking(request) === (on === 'tracking');
};

/** The faults still to come, in the order they were injected. */
export class FaultScript {
  #faults: { readonly fault: Fault; left: number }[] = [];

  add(fault: Fault): void {
    this.#faults.push({ fault, left: fault.times ?? 1 });
  }

  clear(): void {
    this.#faults = [];
  }

  /** Uses up the first fault that concerns the request. */
  next(request: SimulatorRequest): Fault | undefined {
    const found = this.#faults.find(({ fault }) => concerns(fault, request));
    if (!found) return undefined;
    found.left -= 1;
    if (found.left <= 0) this.#faults = this.#faults.filter((other) => other !== found);
    return found.fault;
  }
}
