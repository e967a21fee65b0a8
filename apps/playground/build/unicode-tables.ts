import { fileURLToPath } from 'node:url';

import type { Plugin } from 'vite';

const TABLES = fileURLToPath(new URL('../src/worker/unicode-tables.ts', import.meta.url));

/** What stands for a table in re2js, by the name of ours. */
const literals: Readonly<Record<string, RegExp>> = {
  categories: /(?<=static CATEGORIES = )new LazyMap\(\{[^{}]*\}\)/,
  scripts: /(?<=static SCRIPTS = )new LazyMap\(\{[^{}]*\}\)/,
  foldedCategories: /(?<=static FOLD_CATEGORIES = )new LazyMap\(\{[^{}]*\}\)/,
  foldedScripts: /(?<=static FOLD_SCRIPT = )new LazyMap\(\{[^{}]*\}\)/,
  'collectOrbit()': /(?<=this\._CASE_ORBIT = )decodeOrbit\("[^"]*"\)/,
  'collectPrintable()': /(?<=this\._Print = )new UnicodeRangeTable\(decodeRanges\("[^"]*", \w+\)\)/,
};

const replaced = (code: string, [table, literal]: readonly [string, RegExp]): string => {
  if (!literal.test(code))
    throw new Error(`re2js has another form than build/unicode-tables.ts knows: no ${String(literal)}`);
  return code.replace(literal, table);
};

/**
 * Takes the Unicode tables out of re2js, the engine of `regex`: a browser knows them, and they are a third of it.
 * `src/worker/unicode-tables.ts` reads them off the browser's own regular expressions.
 */
export const unicodeTables = (): Plugin => ({
  name: 'unicode-tables',
  apply: 'build',
  transform: {
    filter: { id: /re2js\/build\/index\.js$/ },
    handler(code) {
      const names = Object.keys(literals).join(', ').replaceAll('()', '');
      const body = Object.entries(literals).reduce(replaced, code);
      return { code: `import { ${names} } from ${JSON.stringify(TABLES)};\n${body}`, map: null };
    },
  },
});
