import type { Plugin } from 'vite';

/** Parts of the client that are loaded when an OAuth app signs its requests, and when a process of Node ends. */
const PARTS = /segment-sdk\/dist\/(?:oauth|process-exit)-\w+\.js$/;

/** Leaves out what no account of the playground and no browser uses. */
export const leftOut = (): Plugin => ({
  name: 'left-out',
  apply: 'build',
  load: { filter: { id: PARTS }, handler: () => 'export {};' },
});
