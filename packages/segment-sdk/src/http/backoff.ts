const FIRST_MS = 100;
const LONGEST_MS = 60_000;

/** How long to wait before retry `n` (from 0): exponential backoff with full jitter, in milliseconds. */
export const backoff = (n: number): number => Math.random() * Math.min(LONGEST_MS, FIRST_MS * 2 ** n);
