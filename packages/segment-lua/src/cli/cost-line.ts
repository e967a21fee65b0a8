import type { RunResult } from '../run-result.js';

/** `1 call`, `12,000 calls`. */
export const counted = (count: number, one: string, many = `${one}s`): string =>
  `${count.toLocaleString('en')} ${count === 1 ? one : many}`;

/** What a run cost, on one line: `6 calls · 2 batches · 41 ms`. */
export const costLine = ({ calls, usage }: RunResult): string =>
  [
    counted(calls.length, 'call'),
    counted(usage.batches, 'batch', 'batches'),
    `${Math.round(usage.timeMs).toLocaleString('en')} ms`,
  ].join(' · ');
