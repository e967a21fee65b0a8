import { isTree, type Tree } from '../account-record.js';

/** Keys that need no quotes, and no escaping in a pattern. Others are left to the library. */
const BARE_KEY = /^[A-Za-z0-9_-]+$/;

/**
 * Makes room in a TOML text for what a tree adds to it: new keys directly below the line that opens their section, new
 * sections at the end. Left to itself the library puts them after the comments that belong to the section that follows.
 * @param deepest How many keys the name of a section has at most.
 */
export function prepareSections(
  text: string,
  before: Tree,
  after: Tree,
  deepest: number,
  path: readonly string[] = [],
): string {
  const entries = Object.entries(after).filter(([key]) => BARE_KEY.test(key));
  const isSection = (value: unknown): value is Tree => isTree(value) && path.length < deepest;
  const newKeys = entries
    .filter(([key, value]) => !isSection(value) && !Object.hasOwn(before, key))
    .map(([key]) => key);
  let prepared = path.length > 0 && newKeys.length > 0 ? openKeys(text, path, newKeys) : text;
  for (const [key, value] of entries) {
    if (!isSection(value)) continue;
    const [section, known] = [[...path, key], before[key]];
    if (isTree(known)) prepared = prepareSections(prepared, known, value, deepest, section);
    else if (section.length === deepest || Object.values(value).some((each) => !isTree(each)))
      prepared += `\n[${section.join('.')}]\n`;
    else prepared = prepareSections(prepared, {}, value, deepest, section);
  }
  return prepared;
}

/** Gives a section a line for each of its new keys, directly below the line that opens it. */
function openKeys(text: string, path: readonly string[], keys: readonly string[]): string {
  const name = path.map((key) => `["']?${key}["']?`).join('[ \\t]*\\.[ \\t]*');
  const header = new RegExp(`^[ \\t]*\\[[ \\t]*${name}[ \\t]*\\].*$`, 'm');
  return text.replace(header, (line) => [line, ...keys.map((key) => `${key} = ""`)].join('\n'));
}
