import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';
import { contentSecurity } from './build/content-security.js';
import { offline } from './build/offline.js';
import { reference } from './build/reference.js';

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

export default defineConfig({
  // Relative addresses: the site works from any path.
  base: './',
  plugins: [reference(), contentSecurity(), offline(here('./public'))],
  worker: { format: 'es' },
  build: {
    target: 'es2022',
    modulePreload: { polyfill: false },
    rolldownOptions: {
      input: { page: here('./index.html'), 'service-worker': here('./service-worker/service-worker.ts') },
      output: {
        entryFileNames: ({ name }) => (name === 'service-worker' ? '[name].js' : 'assets/[name]-[hash].js'),
      },
    },
  },
});
