import { exchange } from '../state/exchange.js';
import type { Native, Shortcut } from '../state/native.js';

/** A native function whose usual calls need no frame: those are left to `shortcut`, all others to `native`. */
export const withShortcut = (native: Native, shortcut: Shortcut): Native =>
  Object.assign((L: Parameters<Native>[0]) => native(L), { shortcut });

/** The same for one that never gives more or less than one result. */
export const withOneResult = (native: Native, shortcut: Shortcut): Native =>
  Object.assign((L: Parameters<Native>[0]) => native(L), { shortcut, givesOne: true as const });

/** The result of a shortcut. */
export const give = (tag: number, value: unknown): number => {
  exchange.value = value;
  return tag;
};
