import type { Plugin } from 'vite';

import { visitNodes } from './syntax-tree.js';

interface Member {
  readonly name: string;
  readonly start: number;
  readonly end: number;
}

/** Methods and accessors of classes, with names that are written out. */
const listMembers = (code: string): Member[] => {
  const found: Member[] = [];
  visitNodes(code, ({ type, start, end, computed, kind, key }) => {
    if (type !== 'MethodDefinition' || computed === true || kind === 'constructor') return;
    const { name } = key as { readonly name?: string };
    if (name !== undefined) found.push({ name, start, end });
  });
  return found;
};

const countWords = (codes: readonly string[]): Map<string, number> => {
  const counts = new Map<string, number>();
  for (const word of codes.flatMap((code) => code.match(/[\w$]+/g) ?? []))
    counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
};

/** What is called by JavaScript itself or by the browser, without being named. */
const CALLED_BY_THE_PLATFORM = new Set([
  'toJSON',
  'toString',
  'valueOf',
  'next',
  'return',
  'throw',
  'then',
  'handleEvent',
]);

const withoutUnused = (code: string, counts: ReadonlyMap<string, number>): string => {
  const members = listMembers(code).filter(({ name }) => !CALLED_BY_THE_PLATFORM.has(name));
  const times = countWords(members.map(({ name }) => name));
  let [kept, from] = ['', 0];
  for (const { name, start, end } of members) {
    if (start < from || counts.get(name) !== times.get(name)) continue;
    kept += code.slice(from, start);
    from = end;
  }
  return kept + code.slice(from);
};

/**
 * Leaves out methods of classes whose names are found nowhere else in the site: libraries bring some for everybody, and
 * a bundler leaves a class whole.
 */
export const unusedMembers = (): Plugin => ({
  name: 'unused-members',
  apply: 'build',
  generateBundle: {
    order: 'post',
    handler(_options, bundle) {
      const chunks = Object.values(bundle).filter((output) => output.type === 'chunk');
      for (let left = Infinity; ;) {
        const counts = countWords(chunks.map(({ code }) => code));
        for (const chunk of chunks) chunk.code = withoutUnused(chunk.code, counts);
        const now = chunks.reduce((sum, { code }) => sum + code.length, 0);
        if (now === left) return;
        left = now;
      }
    },
  },
});
