import { fileURLToPath } from 'node:url';

import type { Plugin } from 'vite';

const ID = 'virtual:script-worker';
const ENTRY = fileURLToPath(new URL('../src/worker/worker.ts', import.meta.url));

/**
 * Gives the page the address of its worker. It is built together with the page, not in a build of its own, so that what
 * both need is shipped once.
 */
export const scriptWorker = (): Plugin => {
  let isBuild = true;
  return {
    name: 'script-worker',
    configResolved({ command }) {
      isBuild = command === 'build';
    },
    resolveId: (id) => (id === ID ? `\0${ID}` : undefined),
    load(id) {
      if (id !== `\0${ID}`) return undefined;
      if (!isBuild) return "export const workerAddress = '/src/worker/worker.ts';";
      const file = this.emitFile({ type: 'chunk', id: ENTRY, name: 'worker' });
      return `export const workerAddress = import.meta.ROLLUP_FILE_URL_${file};`;
    },
  };
};
