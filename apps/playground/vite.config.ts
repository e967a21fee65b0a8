import { fileURLToPath } from 'node:url';

import { defineConfig } from 'vite';

import { arrows } from './build/arrows.js';
import { contentSecurity } from './build/content-security.js';
import { editorParts } from './build/editor-parts.js';
import { fonts } from './build/fonts.js';
import { internalNames } from './build/internal-names.js';
import { languageStandIn } from './build/language-stand-in.js';
import { leftOut } from './build/left-out.js';
import { loadedAtOnce } from './build/loaded-at-once.js';
import { minify } from './build/minify.js';
import { offline } from './build/offline.js';
import { partsLeftOut } from './build/parts-left-out.js';
import { plainImport } from './build/plain-import.js';
import { publicApiLeftOut } from './build/public-api-left-out.js';
import { reference } from './build/reference.js';
import { regexEngine } from './build/regex-engine.js';
import { scriptWorker } from './build/script-worker.js';
import { templateSpace } from './build/template-space.js';
import { unicodeTables } from './build/unicode-tables.js';
import { unreferenced } from './build/unreferenced.js';
import { unusedMembers } from './build/unused-members.js';

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

export default defineConfig({
  // Relative addresses: the site works from any path.
  base: './',
  plugins: [
    plainImport(),
    arrows(),
    reference(),
    scriptWorker(),
    regexEngine(),
    unicodeTables(),
    languageStandIn(),
    editorParts(),
    loadedAtOnce(),
    leftOut(),
    partsLeftOut(),
    publicApiLeftOut(),
    contentSecurity(),
    unreferenced(),
    templateSpace(),
    unusedMembers(),
    internalNames(),
    minify(),
    fonts(),
    offline(here('./public')),
  ],
  build: {
    target: 'es2022',
    modulePreload: {
      polyfill: false,
      resolveDependencies: (_file, files, { hostType }) => (hostType === 'html' ? files : []),
    },
    rolldownOptions: {
      input: { page: here('./index.html'), 'service-worker': here('./service-worker/service-worker.ts') },
      output: {
        // The documentation beside the page is set in its typefaces, and finds them by these names.
        assetFileNames: ({ names: [name = ''] }) =>
          name.endsWith('.woff2') ? `assets/${name.replace(/-latin-.*(?=\.)/, '')}` : 'assets/[name]-[hash][extname]',
        entryFileNames: ({ name }) => (name === 'service-worker' ? '[name].js' : 'assets/[name]-[hash].js'),
      },
    },
  },
});
