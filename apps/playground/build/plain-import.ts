import type { Plugin } from 'vite';

const PRELOAD_HELPER = '\0vite/preload-helper.js';

/**
 * Leaves `import()` as it is: the bundler's helper looks for style sheets to load along, in a document a worker does
 * not have.
 */
export const plainImport = (): Plugin => ({
  name: 'plain-import',
  apply: 'build',
  enforce: 'pre',
  load: (id) => (id === PRELOAD_HELPER ? 'export const __vitePreload = (load) => load();' : undefined),
});
