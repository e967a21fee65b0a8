import { rates } from '../../../generated/public-results.js';
import { refuse, type SimulatorResponse } from '../../operations/simulated-route.js';
import type { PublicName } from '../../public-api/types.js';

const MINUTE_MS = 60_000;
const DAY_MS = 1_440 * MINUTE_MS;
const WINDOWS_MS: Readonly<Record<string, number>> = { minute: MINUTE_MS, day: DAY_MS, month: 30 * DAY_MS };

interface Limit {
  readonly most: number;
  readonly unit: string;
  /** The parameter for each value of which it is counted. */
  readonly per: string | undefined;
}

interface Window {
  consumed: number;
  readonly resetAt: number;
}

/** Counts the calls of an operation that has limits of its own, and refuses those above one. */
export type CountCall = (name: PublicName, ids: Readonly<Record<string, string>>) => SimulatorResponse | undefined;

/** Reads `5/minute, 700/month per spaceId`. */
const readLimits = (name: PublicName): Limit[] =>
  Array.from(
    ((rates as Readonly<Record<string, string>>)[name] ?? '').matchAll(/(\d+)\/(\w+)(?: per (\w+))?/g),
    ([, most, unit = '', per]) => ({ most: Number(most), unit, per }),
  );

/** Starts to count. */
export const createLimits = (): CountCall => {
  const windows = new Map<string, Window>();
  const count = (key: string, unit: string): Window => {
    const open = windows.get(key);
    const isOpen = open !== undefined && open.resetAt > Date.now();
    const window = isOpen ? open : { consumed: 0, resetAt: Date.now() + (WINDOWS_MS[unit] ?? MINUTE_MS) };
    windows.set(key, window);
    window.consumed += 1;
    return window;
  };
  return (name, ids) => {
    for (const { most, unit, per } of readLimits(name)) {
      const { consumed, resetAt } = count(`${name} ${unit} ${ids[per ?? ''] ?? ''}`, unit);
      if (consumed <= most) continue;
      const data = { remainingPoints: 0, msBeforeNext: resetAt - Date.now(), consumedPoints: consumed };
      return refuse(429, 'too-many-requests', `${name} is limited to ${most} calls a ${unit}`, {}, { data });
    }
    return undefined;
  };
};
