import { lstatSync, readdirSync, statSync } from 'node:fs';
import { join, sep } from 'node:path';

import { ImportError } from './import-error.js';

/**
 * The files that are named, in the order in which they are read: those of a folder, and those that a pattern (`*`, `?`,
 * `**`) matches, by their paths, days before the hours in them.
 * @throws ImportError `unreadable` for a folder or pattern without files.
 */
export const findFiles = (names: readonly string[]): string[] => [...new Set(names.flatMap(findNamed))];

const findNamed = (name: string): string[] => {
  if (name === '-' || isThere(name)) return isFolder(name) ? listFolder(name, `in the folder '${name}'`) : [name];
  if (!/[*?]/.test(name)) return [name];
  const fixed = name.slice(0, name.search(/[*?]/)).replace(/[^/\\]*$/, '');
  const pattern = compilePattern(name);
  return listFolder(fixed, `for '${name}'`, pattern);
};

const isThere = (path: string): boolean => lstatSync(path, { throwIfNoEntry: false }) !== undefined;

const isFolder = (path: string): boolean =>
  path !== '-' && statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;

const listFolder = (folder: string, place: string, pattern = /^/): string[] => {
  const files = walk(folder).filter((path) => !isOurs(path) && pattern.test(path.split(sep).join('/')));
  if (files.length === 0) throw new ImportError('unreadable', `there is no file ${place}`);
  return files.sort((a, b) => COLLATOR.compare(sortKey(a), sortKey(b)));
};

/** What is hidden is none of the input: exports keep marks of their own beside their files. */
const walk = (folder: string): string[] =>
  readdirSync(folder === '' ? '.' : folder, { withFileTypes: true })
    .filter(({ name }) => !/^[._]/.test(name))
    .flatMap((entry) => {
      const path = join(folder, entry.name);
      return isFolder(path) ? (entry.isSymbolicLink() ? [] : walk(path)) : [path];
    });

/** Written by an import beside its input. */
const isOurs = (path: string): boolean =>
  /\.(?:checkpoint|checkpoint\.(?:tmp|lock)|failures\.ndjson(?:\.lock)?)$/.test(path);

const COLLATOR = new Intl.Collator('en', { numeric: true });

/** RudderStack's folders are named for days the American way. */
const sortKey = (path: string): string => path.replace(/\b(\d\d)-(\d\d)-(\d{4})\b/g, '$3-$1-$2');

const compilePattern = (pattern: string): RegExp => {
  const source = pattern
    .replace(/^\.\//, '')
    .replace(/[.+^${}()|[\]\\]/g, '\\$&')
    .replace(/\*\*\/|\*\*|\*|\?/g, (wild) => WILD[wild] as string);
  return new RegExp(`^${source}$`);
};

const WILD: Readonly<Record<string, string>> = { '**/': '(?:.*/)?', '**': '.*', '*': '[^/]*', '?': '[^/]' };
