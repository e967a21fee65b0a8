import { fileURLToPath } from 'node:url';

import type { Plugin } from 'vite';

const STAND_IN = fileURLToPath(new URL('../src/editor/lua/language-stand-in.ts', import.meta.url));
const REPLACED: readonly string[] = ['@codemirror/language', '@lezer/common'];

/**
 * Puts our own indentation in the place of the editor's syntax trees, of which Lua here has none: they would be a
 * twentieth of the page.
 */
export const languageStandIn = (): Plugin => ({
  name: 'language-stand-in',
  apply: 'build',
  enforce: 'pre',
  resolveId: (id) => (REPLACED.includes(id) ? STAND_IN : undefined),
});
