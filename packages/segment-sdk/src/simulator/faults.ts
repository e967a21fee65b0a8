import type { Fault, SimulatorRequest } from './types.js';

/** Which API a request is for. */
export type Area = 'tracking' | 'oauth' | 'publicApi';

/** Tells which API a request is for; the Public API has what the others have not. */
export const areaOf = ({ path }: SimulatorRequest): Area => {
  if (path.startsWith('/v1/')) return 'tracking';
  return /^\/token\/?(?:\?|$)/.test(path) ? 'oauth' : 'publicApi';
};

const concerns = ({ on }: Fault, request: SimulatorRequest): boolean => {
  if (on === undefined) return true;
  return typeof on === 'function' ? on(request) : areaOf(request) === on;
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
