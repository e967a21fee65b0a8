import { latin1 } from '../../../vm/values/string.js';
import { compilePattern, type Pattern } from './compile.js';

const MOST = 200;
const LONGEST = 200;

const known = new Map<string, Pattern>();

/** A compiled pattern; the ones used last are kept. */
export const recallPattern = (source: Uint8Array): Pattern => {
  if (source.length > LONGEST) return compilePattern(source);
  const key = latin1(source);
  let pattern = known.get(key);
  if (pattern === undefined) {
    pattern = compilePattern(source);
    if (known.size >= MOST) known.clear();
    known.set(key, pattern);
  }
  return pattern;
};
