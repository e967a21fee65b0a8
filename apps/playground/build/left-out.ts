import type { Plugin } from 'vite';

const EMPTY = '\0left-out';

/** Leaves out `jose`: it signs the requests of an OAuth app, which no account of the playground is. */
export const leftOut = (): Plugin => ({
  name: 'left-out',
  apply: 'build',
  enforce: 'pre',
  resolveId: (id) => (id === 'jose' ? EMPTY : undefined),
  load: (id) => (id === EMPTY ? 'export const SignJWT = undefined, importPKCS8 = undefined;' : undefined),
});
