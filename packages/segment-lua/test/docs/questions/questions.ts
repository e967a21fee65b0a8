import { readFileSync } from 'node:fs';

/** A question as people ask it, and the functions (or pages) that answer it, any of which will do. */
export type Question = readonly [question: string, ...answers: [string, ...string[]]];

const read = (file: string): readonly Question[] =>
  JSON.parse(readFileSync(new URL(file, import.meta.url), 'utf8')) as Question[];

/** Written from the side of people who use Segment, the first 90 before the search was; it may be tuned by these. */
export const asked = read('./asked.json');

/** Written before the search, too, and never looked at while it was tuned. */
export const heldOut = read('./held-out.json');
