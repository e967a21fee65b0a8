import { bytesOfLatin1 } from '../../../vm/values/string.js';
import { compilePattern, type Pattern } from './compile.js';

const MOST = 200;

/** Length up to which patterns are kept. */
export const LONGEST_KEPT = 200;

const known = new Map<string, Pattern>();

/** A compiled pattern, given as text of one character per byte; the ones used last are kept. */
export const recallPattern = (source: string): Pattern => {
  let pattern = known.get(source);
  if (pattern === undefined) {
    pattern = compilePattern(bytesOfLatin1(source));
    if (source.length > LONGEST_KEPT) return pattern;
    if (known.size >= MOST) known.clear();
    known.set(source, pattern);
  }
  return pattern;
};
