import type { Runtime } from '../state/lua-state.js';
import type { LuaString } from '../values/string.js';
import { STRING } from '../values/tags.js';
import { Value } from '../values/value.js';

/** Longer keys are rarely the same. */
const LONGEST = 40;

/** Keys that are remembered; then it begins anew. */
const MOST = 2000;

/**
 * A string as the key of an entry: tables of one kind have the same keys, and share them, whoever made the string.
 * What is returned must not be written to.
 */
export const shareKey = ({ sharedKeys: keys }: Runtime, filed: string, string: LuaString): Value => {
  if (filed.length > LONGEST) return new Value(STRING, string);
  const known = keys.get(filed);
  if (known !== undefined) return known;
  if (keys.size >= MOST) keys.clear();
  const key = new Value(STRING, string);
  keys.set(filed, key);
  return key;
};
