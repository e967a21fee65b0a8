import type { Plugin } from 'vite';

const ENGINE = 're2js';
const ENTRY = '\0regex-engine';

/** What there is for texts in bytes; scripts search strings, which have become JavaScript's by then. */
const BYTES: readonly (readonly [call: RegExp, answer: string])[] = [
  [/Utils\.isByteArray\(\w+\)/g, 'false'],
  [/[\w.]+\.isUTF16Encoding\(\)/g, 'true'],
];

/** Ways of its own for some patterns, which find the same sooner: what a page's scripts search is short. */
const SHORT_WAYS: readonly (readonly [part: RegExp, standIn: string])[] = [
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
      const replacements = [...BYTES, ...SHORT_WAYS];
      const missing = replacements.find(([part]) => code.search(part) < 0);
      if (missing) throw new Error(`re2js has another form than build/regex-engine.ts knows: no ${String(missing[0])}`);
      return { code: replacements.reduce((text, [part, standIn]) => text.replace(part, standIn), code), map: null };
    },
  },
});
