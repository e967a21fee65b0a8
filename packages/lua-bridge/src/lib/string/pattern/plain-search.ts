import type { Budget } from '../../../meter/budget.js';
import { bytesOfLatin1 } from '../../../vm/values/string.js';
import type { Subject } from './match-state.js';

/** Bytes from which on a needle is worth a skip table. */
const SHORT = 4;

/**
 * Index of the first occurrence of a needle, one character per byte, at or after `from`, or -1. In bytes by Horspool's
 * algorithm with a bound on its worst case: what it compared is charged as it goes.
 */
export const searchPlain = (budget: Budget, subject: Subject, needle: string, from: number): number => {
  if (typeof subject === 'string') {
    budget.spend((subject.length - from + needle.length) >> 5);
    return subject.indexOf(needle, from);
  }
  if (needle === '') return from;
  const spend = (steps: number): void => {
    budget.spend(steps);
  };
  const bytes = bytesOfLatin1(needle);
  return bytes.length < SHORT ? searchShort(subject, bytes, from, spend) : searchLong(subject, bytes, from, spend);
};

const matchesAt = (text: Uint8Array, needle: Uint8Array, at: number): boolean => {
  for (let i = 1; i < needle.length; i++) if (text[at + i] !== needle[i]) return false;
  return true;
};

const searchShort = (text: Uint8Array, needle: Uint8Array, from: number, spend: (steps: number) => void): number => {
  const first = needle[0] as number;
  for (let at = text.indexOf(first, from); at >= 0; at = text.indexOf(first, at + 1)) {
    spend(1);
    if (matchesAt(text, needle, at)) return at;
  }
  spend((text.length - from) >> 6);
  return -1;
};

const searchLong = (text: Uint8Array, needle: Uint8Array, from: number, spend: (steps: number) => void): number => {
  const last = needle.length - 1;
  const skip = new Int32Array(256).fill(needle.length);
  for (let i = 0; i < last; i++) skip[needle[i] as number] = last - i;
  spend(16 + (needle.length >> 4));
  let work = 0;
  for (let at = from; at + last < text.length; at += skip[text[at + last] as number] as number) {
    let i = last;
    while (i >= 0 && text[at + i] === needle[i]) i--;
    if (i < 0) return at;
    work += last - i + 1;
    if (work > 4096) {
      spend(work >> 2);
      work = 0;
    }
  }
  spend(work >> 2);
  return -1;
};
