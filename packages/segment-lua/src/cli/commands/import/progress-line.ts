import type { Counts } from '../../../import/ledger.js';

/** A line that is written over while something goes on. */
export interface ProgressLine {
  /** Takes the line away. */
  readonly stop: () => void;
}

/** What the line tells of. */
export interface Watched {
  readonly counts: Readonly<Counts>;
  /** Between 0 and 1; undefined where the end is not known. */
  readonly share: () => number | undefined;
}

const INTERVAL_MS = 200;

/** `12,000 rows · 24,000 events/s · 3 failed · 42% · 12 s left` */
export const writeProgress = ({ counts, share }: Watched, sinceStart: Counts, seconds: number): string => {
  const events = counts.delivered - sinceStart.delivered;
  const done = share();
  const left = done && done < 1 ? (seconds / done) * (1 - done) : undefined;
  return [
    `${round(counts.rows)} rows`,
    `${round(events / Math.max(seconds, 0.001))} events/s`,
    `${round(counts.failed)} failed`,
    ...(done === undefined ? [] : [`${Math.floor(done * 100)}%`]),
    ...(left === undefined ? [] : [`${round(left)} s left`]),
  ].join(' · ');
};

/** Shows progress on standard error, if that is a terminal. */
export const showProgress = (watched: Watched): ProgressLine => {
  if (!process.stderr.isTTY) return { stop: () => undefined };
  const started = performance.now();
  const atStart = { ...watched.counts };
  const clear = (): void => void process.stderr.write('\r\u001B[K');
  const timer = setInterval(() => {
    clear();
    process.stderr.write(writeProgress(watched, atStart, (performance.now() - started) / 1000));
  }, INTERVAL_MS);
  return {
    stop: () => {
      clearInterval(timer);
      clear();
    },
  };
};

const round = (count: number): string => Math.round(count).toLocaleString('en');
