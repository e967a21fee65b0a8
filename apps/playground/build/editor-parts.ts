import type { Plugin } from 'vite';

import { type Replacement, replaceParts } from './replace-parts.js';

/** The style rules of a library, by what their selectors hold. */
const rulesFor = (parts: string): RegExp =>
  new RegExp(String.raw`^ {4}"[^"\n]*(?:${parts})[^"\n]*": \{[^{}]*(?:\{[^{}]*\}[^{}]*)*\},?(?: //.*)?\n`, 'gm');

/** What stands for parts of the editor's libraries, by the library. */
const REPLACEMENTS: Readonly<Record<string, readonly Replacement[]>> = {
  // No Internet Explorer, nor the Edge that came after it, reads the JavaScript of this page.
  '@codemirror/view': [
    [/const ie = [^;]*;/, 'const ie = false;'],
    [/ie_version: [^,]*,/, ''],
    [/browser\.ie_version\b/g, '0'],
    [/browser\.ie\b/g, 'false'],
    // Chrome on Android is typed into as all other browsers are, which the editor has a switch for, too.
    [/window\.EditContext && browser\.android\b/, 'false'],
    [/\bview\.observer\.editContext\b/g, 'null'],
    [/if \(this\.editContext\)/g, 'if (false)'],
    [/^class EditContextManager \{[^]*?^\}$/m, ''],
    [/^ {4}updateEditContextFormatting\(update\) \{[^]*?^ {4}\}$/m, ''],
    [/this\.updateEditContextFormatting\(update\);/, ''],
    [/this\.editContextFormatting = Decoration\.none;/, ''],
    [/this\.editContextFormatting,/, ''],
    // For texts that are higher than browsers can lay out: more than 800,000 lines.
    [/this\.heightMap\.height <= 7000000[^;]*;/, 'IdScaler;'],
    [/tooltip\.arrow \? [^;]*;/, 'null;'],
    [/if \(tooltip\.arrow &&/, 'if (false &&'],
    // The browser draws cursor and selection; nothing has an arrow, and what finds and asks is the page's own.
    [rulesFor('cm-(?:layer|selection|cursor|dropCursor|blink|specialChar|tooltip-(?:arrow|section))'), ''],
    [rulesFor('cm-(?:panels|button|textfield|placeholder|tab|highlightSpace|trailingSpace)'), ''],
  ],
  // `place-info.ts` says where documentation stands; there are no icons and no snippets.
  '@codemirror/autocomplete': [
    [/positionInfo: defaultPositionInfo,/, ''],
    [/if \(config\.icons\)/, 'if (false)'],
    [/conf\.filterStrict \? new StrictMatcher\(([^)]*)\) : /, ''],
    [rulesFor('cm-(?:completionIcon|completionInfo-|snippet)'), ''],
  ],
  // A table of Unicode's: which characters join the one before them, a browser knows.
  '@marijn/find-cluster-break': [
    [/^let rangeFrom = [^]*?^\}\)\(\)$/m, 'const graphemes = Intl.Segmenter && new Intl.Segmenter()'],
    [
      /(?<=^export function isExtendingChar\(code\) \{)[^]*?(?=^\}$)/m,
      `
  if (code < 768) return false
  const character = String.fromCodePoint(code)
  return graphemes
    ? graphemes.segment('a' + character).containing(0).segment.length > 1
    : /[\\p{M}\\p{Emoji_Modifier}]/u.test(character)
`,
    ],
  ],
};

const libraryOf = (id: string): string =>
  Object.keys(REPLACEMENTS).find((name) => id.includes(`/node_modules/${name}/`)) ?? '';

/** Leaves out of the editor's libraries what is there for browsers that cannot be, or that browsers have themselves. */
export const editorParts = (): Plugin => ({
  name: 'editor-parts',
  apply: 'build',
  transform: {
    filter: {
      id: /node_modules\/(?:@codemirror\/(?:view|autocomplete)|@marijn\/find-cluster-break)\/(?:dist|src)\/index\.js$/,
    },
    handler(code, id) {
      const library = libraryOf(id);
      return { code: replaceParts(code, REPLACEMENTS[library] ?? [], library, 'editor-parts.ts'), map: null };
    },
  },
});
