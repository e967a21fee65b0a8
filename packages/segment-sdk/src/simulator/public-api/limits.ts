import { rates } from '../../../generated/public-results.js';
import { refuse, type SimulatorResponse } from '../../operations/simulated-route.js';
import type { PublicName } from '../../public-api/types.js';

const MINUTE_MS = 60_000;
const WINDOWS_MS: Readonly<Record<string, number>> = { minute: MINUTE_MS, day: 1_440 * MINUTE_MS };

/** Counts the calls of an operation that has a limit of its own, and refuses those above it. */
export type CountCall = (name: PublicName) => SimulatorResponse | undefined;

/** Starts to count. */
export const createLimits = (): CountCall => {
  const windows = new Map<string, { consumed: number; readonly resetAt: number }>();
  return (name) => {
    const [, most, unit = ''] = /(\d+)\/(\w+)/.exec((rates as Readonly<Record<string, string>>)[name] ?? '') ?? [];
    if (most === undefined) return undefined;
    const open = windows.get(name);
    const window =
      open && open.resetAt > Date.now() ? open : { consumed: 0, resetAt: Date.now() + (WINDOWS_MS[unit] ?? MINUTE_MS) };
    windows.set(name, window);
    window.consumed += 1;
    if (window.consumed <= Number(most)) return undefined;
    const data = { remainingPoints: 0, msBeforeNext: window.resetAt - Date.now(), consumedPoints: window.consumed };
    return refuse(429, 'too-many-requests', `${name} is limited to ${most} calls a ${unit}`, {}, { data });
  };
};
