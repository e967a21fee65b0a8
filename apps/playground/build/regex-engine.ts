import type { Plugin } from 'vite';

import { type Replacement, replaceParts } from './replace-parts.js';

const ENGINE = 're2js';
const ENTRY = '\0regex-engine';

/** What there is for texts in bytes; scripts search strings, which have become JavaScript's by then. */
const BYTES: readonly Replacement[] = [
  [/Utils\.isByteArray\(\w+\)/g, 'false'],
  [/[\w.]+\.isUTF16Encoding\(\)/g, 'true'],
];

/** Ways of its own for some patterns, which find the same sooner: what a page's scripts search is short. */
const SHORT_WAYS: readonly Replacement[] = [
  [/const prefilter = PrefilterTree\.build\(re\);/, ''],
  [/prefilter\.type === Prefilter\.Type\.NONE \? null : prefilter/, 'null'],
  [/OnePass\.compile\(this\.prog\)/, 'null'],
  [/if \(this\.onepass !== null\) return OnePass\.execute\([^)]*\);/, ''],
  [/^var DFA = class DFA \{[^]*?^\};$/m, 'var DFA = class {};'],
  [/const dfaResult = this\.dfa\.match\(input, pos, anchor\);\s*if \(dfaResult !== null\)[^;]*;/, ''],
];

/**
 * Takes of re2js, the engine of `regex`, only what is used: an `import()` would bring all it exports, such as sets of
 * patterns.
 */
export const regexEngine = (): Plugin => ({
  name: 'regex-engine',
  apply: 'build',
  enforce: 'pre',
  resolveId: (id, importer) => (id === ENTRY || (id === ENGINE && importer !== ENTRY) ? ENTRY : undefined),
  load: (id) => (id === ENTRY ? `export { RE2JS } from '${ENGINE}';` : undefined),
  transform: {
    filter: { id: /re2js\/build\/index\.js$/ },
    handler(code) {
      return { code: replaceParts(code, [...BYTES, ...SHORT_WAYS], ENGINE, 'regex-engine.ts'), map: null };
    },
  },
});
