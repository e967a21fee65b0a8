import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import type { Plugin } from 'vite';

const WORKER = 'service-worker.js';
const isShipped = (file: string): boolean => !file.endsWith('.map') && file !== WORKER;

const filesBelow = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1));

/** Tells the service worker which files make up the site, so that it works offline after the first visit. */
export const offline = (publicFolder: string): Plugin => ({
  name: 'offline',
  apply: 'build',
  generateBundle: {
    order: 'post',
    handler(_options, bundle) {
      const hash = createHash('sha256');
      for (const output of Object.values(bundle)) hash.update(output.type === 'chunk' ? output.code : output.source);
      const statics = filesBelow(publicFolder);
      for (const file of statics) hash.update(readFileSync(join(publicFolder, file)));
      const files = ['./', ...new Set([...Object.keys(bundle), ...statics])].filter(isShipped);
      const precache = JSON.stringify({ version: hash.digest('hex').slice(0, 12), files });
      const worker = bundle[WORKER];
      if (worker?.type !== 'chunk') throw new Error(`The build made no ${WORKER}`);
      worker.code = `const PRECACHE = ${precache};\n${worker.code}`;
    },
  },
});
